import Foundation
import Testing
import Wording

@testable import duban

/// Every command answers in every format, or refuses it before anything is changed. The commands and the formats are those
/// that the program itself names: a new one of either is tried without a word here, but for how a new command is called.
struct FormatTests {
  /// How commands are called on the demonstration; what stands before `;` comes first. Several lines for one that answers in
  /// several ways.
  static let calls = [
    "status", "status --brief", "check", "check --quiet", "list", "list 没有这样的事", "list --group-by unit",
    "show h26-9", "show h26", "show h26-9 --members", "show h26-9 --from 第三支部", "next 30", "overdue", "units",
    "when 4月中下旬", "when 抓好学习", "init NEW", "demo NEW", "add campaign 工作要点",
    "add phase h26 收尾阶段 --time 3月1日至5月31日", "add task h26 新任务 --due 12月20日前", "add unit 新单位",
    "edit h26-9 --title 新题目", "assign h26-9 监察室", "tag h26-9 --add 重点",
    "tag h26-9 h26-12 --remove 重点 --add 急件", "report h26-9 -m 进展", "done h26-9 -m 完成",
    "done h26-30; reopen h26-30 -m 回头看", "suspend h26-9 -m 因故", "cancel h26-9 -m 不办了",
    "instruct h26-9 -m 抓紧", "correct h26-9 1 -m 更正", "submit h26-9", "submit h26-9; return h26-9 -m 重办",
    "done h26-30; strike h26-30 --reviewer 督查室", "unit add 新单位", "unit rename 党办 党委办公室",
    "unit merge 信息科 院办", "unit alias 党办 党委办", "unit join 党办 各支部", "unit leave 第三支部 各支部",
    "unit list", "campaign list", "campaign add 工作要点", "campaign edit h26 --title 新题目",
    "import NOTICE; campaign accept h26c", "import NOTICE; campaign update h26 --from h26c",
    "import NOTICE; campaign update h26 --from h26c --dry-run", "campaign close h26",
    "campaign close h26; campaign reopen h26", "campaign archive h26 --yes",
    "campaign archive h26 --yes; campaign restore h26", "import NOTICE", "import NOTICE --dry-run",
    "import NOTICE --explain 3",
    "import NOTICE --yes", "log", "log 没有", "changes --since 2001-01-01", "changes --since 2026-11-20 没有",
    "edit h26-9 --title 新题目; undo", "edit h26-9 --title 新题目; undo --dry-run",
    "edit h26-9 --title 新题目; undo; redo", "backup", "backup; restore BACKUP",
    "backup; edit h26-9 --title 新题目; restore BACKUP",
    "backup; edit h26-9 --title 新题目; restore BACKUP --confirm BACKUP",
    "backup; edit h26-9 --title 新题目; restore BACKUP --confirm x", "doctor", "doctor --fix --yes",
    "record h26-5",
    "target h26-9 满意率 --at-least 90%", "target h26-9 满意率 --at-least 90%; reading h26-9 满意率 92%",
    "extend h26-9 --until 2026-12-25 -m 等待", "remind --list", "remind --all", "remind --all; remind --all",
    "event list", "event set 检查结束 2026-12-08", "event set 检查结束 2026-12-08; event clear 检查结束", "lights",
    "lights --due-soon 5", "config", "config list", "config get dueSoon", "config set dueSoon 5",
    "config set dueSoon 5; config unset dueSoon", "config edit", "view list",
    "view save 急件 状态:逾期 --shared", "view save 急件 状态:逾期 --shared; view remove 急件", "days",
    "days off 2026-05-12", "rates",
    "instructions", "instructions 没有 --all",
    "apply LINES", "split h26-9 --into 甲 --into 乙", "move h26-9 --campaign h26b",
  ]

  /// What the program says of a command of its own.
  private struct Described: Decodable {
    struct Argument: Decodable {
      struct Completion: Decodable {
        struct List: Decodable { let values: [String] }
        let list: List?
      }
      let valueName: String?
      let completionKind: Completion?
    }
    let commandName: String
    let shouldDisplay: Bool
    let arguments: [Argument]?
    let subcommands: [Described]?

    /// The names of what people can run, with those that stand before them. What only a shell asks has no formats.
    var leaves: [String] {
      (subcommands ?? []).filter(\.shouldDisplay).flatMap { part in
        part.subcommands == nil ? [part.commandName] : part.leaves.map { "\(part.commandName) \($0)" }
      }
    }
  }

  private static func described() throws -> Described {
    struct Whole: Decodable { let command: Described }
    return try JSONDecoder().decode(
      Whole.self, from: Program().run("--experimental-dump-help", "--lang", "en").bytes
    ).command
  }

  /// All commands that can be run, by their words.
  static func leaves() throws -> [String] { try described().leaves }

  private static let formats = Result {
    let option = try described().arguments?.first { $0.completionKind?.list != nil }
    return try #require(option?.completionKind?.list?.values)
  }

  /// A store of a call's own, what came before it done.
  private struct Office {
    let store: TestStore
    private let words: [String]

    /// Made once: it is copied for every call.
    private static let demonstration = Result {
      let store = try TestStore(demoOn: "2026-11-20")
      try store.write(
        "关于印发2026年党建工作要点的通知\n某医党〔2026〕5号\n一、工作要点\n1、召开专题会。责任科室：党办，完成时间：4月20日之前。\n2、加强宣传。责任科室：新闻办。\n",
        to: "notice.txt")
      try store.write(
        "动作,编号,方案,事项,责任单位,名称,内容\n新增单位,,,,,审计科,\n,,h26,开展自查,审计科,,\n进展,h26-9,,,,,已督促\n", to: "lines.csv")
      return store
    }

    init(_ call: String) throws {
      store = try TestStore(copyOf: Office.demonstration.get())
      var steps = call.components(separatedBy: "; ")
      let last = steps.removeLast()
      for step in steps { _ = try store.program.run(Office.words(step, store)) }
      words = try Office.words(last, store)
    }

    private static func words(_ call: String, _ store: TestStore) throws -> [String] {
      let backups = try FileManager.default.contentsOfDirectory(atPath: store.path + "/backups")
      return call.split(separator: " ").map { word in
        switch word {
        case "NEW": store.path + "/new"
        case "NOTICE": store.path + "/notice.txt"
        case "LINES": store.path + "/lines.csv"
        case "BACKUP": backups.max() ?? ""
        default: String(word)
        }
      } + ["--as-of", "2026-11-20"]
    }

    func run(_ format: String, columns: Int = 80, more: [String] = []) throws -> Program.Outcome {
      var program = store.program
      program.environment["COLUMNS"] = "\(columns)"
      return try program.run(words + ["--format", format] + more)
    }

    /// An output without what differs from run to run: where the store is, times, sizes.
    func still(_ outcome: Program.Outcome) -> String {
      outcome.output.replacing(store.path, with: "").replacing(/\d+[a-z]?\.tar/, with: "").filter {
        !$0.isNumber
      }
    }

    /// Everything that is in the store, to see whether it is changed.
    func content() throws -> [String: Data] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: store.path).filter { $0 != "lock" }
      let files = names.map { ($0, FileManager.default.contents(atPath: "\(store.path)/\($0)") ?? Data()) }
      return Dictionary(uniqueKeysWithValues: files)
    }
  }

  /// What a call answers, in a store of its own.
  static func answer(of call: String, in format: String) throws -> (TestStore, Program.Outcome) {
    let office = try Office(call)
    return (office.store, try office.run(format))
  }

  /// A refusal says of which command, and what can be asked for instead.
  @Test func aRefusalNamesTheCommandAndItsFormats() {
    let command = Arguments.command(in: ["--store", "list", "unit", "list", "--json"])
    #expect(command == "duban unit list")
    #expect(
      Arguments.command(in: ["show", "status"]) == "duban show" && Arguments.command(in: []) == "duban")
    let refusal = Failure.notInFormat(.json, command: command, formats: [.text, .plain])
    #expect(Wording(.zh).prose(refusal) == "duban unit list 不能以 json 输出，可用：text、plain。")
    #expect(Wording(.en).prose(refusal).hasSuffix("in the format json; there are text, plain."))
    #expect(refusal.code == 64)
  }

  /// `--dry-run`: the same answer and the same code, and nothing is written; or it is refused before anything is.
  @Test(arguments: calls)
  func aRehearsalWritesNothing(_ call: String) throws {
    let (office, other) = (try Office(call), try Office(call))
    let before = try office.content()
    let outcome = try office.run("text", more: ["--dry-run"])
    let (after, real) = (try office.content(), try other.run("text"))
    #expect(
      after.filter { !$0.key.hasPrefix(".index") } == before.filter { !$0.key.hasPrefix(".index") }, "\(call)"
    )
    if outcome.errors.contains("--dry-run") {
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(call): \(outcome)")
    } else {
      #expect(outcome.status == real.status, "\(call): \(outcome.errors)")
      let isOfItsOwn = ["undo", "redo", "import", "campaign update", "campaign accept", "restore"].contains {
        name in
        call.components(separatedBy: "; ").last?.hasPrefix(name) == true
      }
      if !isOfItsOwn { #expect(office.still(outcome) == office.still(real), "\(call)") }
      let changed = try other.content().contains {
        $0.key.hasPrefix("journal/") && before[$0.key] != $0.value
      }
      if changed, !isOfItsOwn { #expect(outcome.errors.contains("试运行"), "\(call): \(outcome.errors)") }
    }
  }

  @Test func everyCommandIsTried() throws {
    let tried = FormatTests.calls.compactMap { $0.components(separatedBy: "; ").last }
    for name in try FormatTests.described().leaves where !name.hasPrefix("help") {
      #expect(
        tried.contains { $0 == name || $0.hasPrefix(name + " ") }, "FormatTests.calls: how is \(name) called?"
      )
    }
  }

  @Test(arguments: calls) func everyFormatIsAnsweredOrRefused(call: String) throws {
    let text = try Office(call).run("text")
    for format in try FormatTests.formats.get() where format != "text" {
      let office = try Office(call)
      let before = try office.content()
      let outcome = try office.run(format)
      if outcome.status != text.status {
        // `check` has codes of its own: 3 where it cannot tell.
        #expect(
          outcome.status == (call.hasPrefix("check") ? 3 : 64), "\(call) as \(format): \(outcome.errors)")
        #expect(outcome.output.isEmpty && outcome.errors.split(separator: "\n").count == 1)
        #expect(outcome.errors.contains(format), "\(call): \(outcome.errors)")
        #expect(try office.content() == before, "\(call) as \(format) is refused and changed something")
        continue
      }
      #expect(!outcome.output.contains("\u{1B}"))
      switch format {
      case "json":
        #expect(
          (try? JSONSerialization.jsonObject(with: outcome.bytes)) is [String: Any],
          "\(call): \(outcome.output)")
      case "plain":
        // Nothing is laid out: how wide a screen is makes no difference.
        let narrow = try Office(call)
        let shown = try narrow.still(narrow.run("plain", columns: 20))
        #expect(shown == office.still(outcome), "\(call)")
      default: #expect(outcome.output != text.output, "\(call): \(format) is ignored")
      }
    }
  }

  @Test(
    arguments: [
      (["--json", "--plain"], 64), (["--plain", "--format", "json"], 64),
      (["--format", "text", "--json"], 64), (["--format", "xml"], 64), (["--json", "--format", "json"], 0),
      (["--format=plain", "--plain"], 0), (["--format", "table"], 0),
    ] as [([String], Int32)])
  func formatsThatExcludeEachOther(words: [String], status: Int32) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for command in [["status"], ["list"], ["report", "h26-9", "-m", "进展"], []] {
      for all in [words + command, command + words] {
        let outcome = try store.program.run(all + ["--as-of", "2026-11-20"])
        #expect(outcome.status == status, "\(all): \(outcome.errors)")
        guard status != 0 else { continue }
        #expect(outcome.output.isEmpty && outcome.errors.split(separator: "\n").count == 1, "\(all)")
        #expect(outcome.errors.contains("xml") == words.contains("xml"), "\(all): \(outcome.errors)")
      }
    }
  }

  /// Rows only, whatever people read around a table.
  @Test func aTableWithoutRowsIsNothingInPlain() throws {
    let store = try TestStore()
    for words in [
      ["list"], ["units"], ["campaign", "list"], ["event", "list"], ["log", "x"], ["instructions"],
    ] {
      #expect(try store.program.run(words).output != "")
      #expect(try store.program.run(words + ["--plain"]).output == "", "\(words)")
    }
  }
}
