import ArgumentParser
import Campaigns
import Foundation
import Testing

@testable import duban

/// `duban complete`: what can stand at the end of a command line.
struct CompletionTests {
  private static let demo = Result { () -> TestStore in
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("view", "save", "急件", "状态:逾期", "--shared")
    try store.succeed("unit", "add", "甲 $(id)科", "--as-of", "2026-11-20")
    return store
  }

  private func lines(_ words: [String], _ program: Program? = nil) throws -> [String] {
    let program = try program ?? CompletionTests.demo.get().program
    let outcome = try program.run(["complete", "--"] + words)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(words): \(outcome)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      ("overd", "overdue\t逾期任务，逾期最久的在前。"), ("unit mer", "merge\t把一个单位并入另一个。"),
      ("--lang en unit mer", "merge\tMerge a unit into another one."),
      ("help unit mer", "merge\t把一个单位并入另一个。"),
      ("list --colu", "--columns\t要显示的列，用逗号分隔。"), ("--stor", "--store\t台账库目录；不写则用 $DUBAN_STORE 或 XDG 数据目录。"),
      ("list --format js", "json\t"), ("list --format=js", "--format=json\t"), ("rates --by le", "leader\t"),
      ("show h26-2", "h26-2\t召开党建重点工作动员部署会"), ("show h26", "h26\t党建重点工作推进计划"),
      ("done h26-3..h26-9", "h26-3..h26-9\t支部书记抓党建工作述职评议"),
      ("done h26-1,h26-2", "h26-1,h26-2\t召开党建重点工作动员部署会"),
      ("report h26-1 h26-2", "h26-2\t召开党建重点工作动员部署会"), ("split h26-2", "h26-2\t召开党建重点工作动员部署会"),
      ("assign h26-3 党", "党办\t部门、院党办、党委办公室"), ("assign h26-3 --lead 党", "党办\t部门、院党办、党委办公室"),
      ("unit rename 院党", "院党办\t党办"), ("add task h26 事 --phase 督", "督查整改阶段\th26"),
      ("campaign close h26", "h26b\t安全生产与优质服务专项检查方案"), ("event set 检", "检查结束\t"),
      ("view remove 急", "急件\t状态:逾期"), ("list @急", "@急件\t状态:逾期"), ("list 牵", "牵头:\t牵头:党办"),
      ("list mis", "missing:\t欠:党办"), ("list 单位:党", "单位:党办\t部门、院党办、党委办公室"),
      ("list lead:党", "lead:党办\t部门、院党办、党委办公室"),
      ("list is:overd", "is:overdue\t"), ("list 状态:在", "状态:在办\topen"), ("list 领导:党委书", "领导:党委书记\t"),
      ("list 方案:h26b", "方案:h26b\t安全生产与优质服务专项检查方案"), ("list 阶段:督", "阶段:督查整改阶段\th26"),
      ("list 单位:甲", "单位:\"甲 $(id)科\"\t部门"), ("done --where 灯:", "灯:红\tred"),
      ("list --columns id,tit", "id,title\t事项"), ("list --sort -en", "-end\t截止"),
      ("list --sort due,-tit", "due,-title\t事项"), ("list --group-by lea", "leader\t责任领导"),
      ("units --columns ow", "owes\t欠"), ("changes --columns ki", "kind\t变动"),
      ("show h26-9 --members --columns un", "unit\t单位"), ("remind --list --columns lev", "level\t级别"),
      ("config get dueS", "dueSoon\t几个工作日以内为临期"), ("--lang ", "zh\t"), ("report h26-1 --via 电", "电话\t"),
      ("import 通", "%\tfiles"), ("report h26-1 --from-file ", "%\tfiles"), ("--store /t", "%\tfolders"),
      ("init ", "%\tfolders"), ("edit h26/p2", "h26/p2\t组织实施阶段"),
    ])
  func whatIsOffered(typed: String, line: String) throws {
    let found = try lines(typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
    #expect(found.contains(line), "\(typed): \(found)")
  }

  /// The store is that of the line; where there is none, or a broken one, there is less to choose from.
  @Test func theLineSaysWhichStore() throws {
    let path = try CompletionTests.demo.get().path
    let program = Program(environment: ["DUBAN_STORE": "/nonexistent"])
    #expect(try lines(["done", "h26-2"], program).isEmpty)
    #expect(try lines(["--store", path, "done", "h26-2"], program).first?.hasPrefix("h26-2\t") == true)
    #expect(try lines(["done", "--store=" + path, "h26-2"], program).first?.hasPrefix("h26-2\t") == true)
    #expect(try lines(["list", "--jso"], program).count == 1)
    let broken = try TestStore(demoOn: "2026-11-20")
    try broken.write("{", to: "campaigns/h26.json")
    try broken.write("{", to: "units.json")
    #expect(try lines(["show", "h26b-1"], broken.program).first?.hasPrefix("h26b-1\t") == true)
    for words in [["done", "h26-"], ["list", "单位:"], ["assign", "h26b-1", ""]] {
      _ = try lines(words, broken.program)
    }
  }

  /// Whatever is typed, nothing is written and nothing is complained about.
  @Test func nothingIsWritten() throws {
    let store = try TestStore(copyOf: CompletionTests.demo.get())
    var program = store.program
    program.environment["DUBAN_INDEX_FROM"] = "0"
    let before = try FileManager.default.subpathsOfDirectory(atPath: store.path).sorted()
    for line in [
      "done ", "list 单位:", "remind --all --columns ", "list --nosuch x", "nosuch ", "", "list 'x", "-- ",
      "--lang xx list ",
    ] {
      _ = try lines(line.split(separator: " ", omittingEmptySubsequences: false).map(String.init), program)
      #expect(try program.run(["complete", "--shell", "bash", "--line", "duban " + line]).status == 0)
    }
    #expect(try program.run(["complete", "--nosuch"]).errors.isEmpty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: store.path).sorted() == before)
  }

  /// Who may only read the store by a forced command sees no other by it.
  @Test func aForcedCommandCompletesNothingElse() throws {
    let store = try CompletionTests.demo.get()
    let own = try TestStore()
    var program = own.program
    let other = ["complete", "--", "--store", store.path, "done", "h26-2"]
    #expect(try program.run(["--read-only"] + other).output.isEmpty)
    #expect(try program.run(["complete", "--read-only"] + other.dropFirst()).output.isEmpty)
    program.environment["SSH_ORIGINAL_COMMAND"] = "duban " + other.joined(separator: " ")
    let outcome = try program.run("--read-only")
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  /// Nothing in a file is obeyed by a terminal or a shell.
  @Test func textIsData() throws {
    let store = try TestStore(copyOf: CompletionTests.demo.get())
    try store.succeed("add", "task", "h26", "红\u{1B}[31m\u{202E}字", "--as-of", "2026-11-20")
    let found = try lines(["show", "h26-"], store.program).last ?? ""
    #expect(found.contains("红␛[31m␦字"), "\(found)")
    for (line, expected) in [
      ("assign h26-3 甲", #"甲\ \$\(id\)科"#), ("assign h26-3 \"甲", #"甲 \$(id)科"#),
      ("assign h26-3 '甲", "甲 $(id)科"),
      ("list 单位:甲", ##"\"甲\ \$\(id\)科\""##), ("list @急", "@急件"), ("list --format=js", "json"),
    ] {
      let answer = try store.program.run(
        "complete", "--shell", "bash", "--breaks", " \t\n\"'@><=;|&(:", "--line", "duban " + line)
      #expect(answer.output.components(separatedBy: "\t")[0] == expected, "\(line): \(answer.output)")
    }
  }

  @Test(
    arguments: [
      ("duban list ", ["duban", "list", ""], 0), ("duban li", ["duban", "li"], 0), ("", [""], 0),
      ("duban  list  单位:党", ["duban", "list", "单位:党"], 3),
      ("duban list '单位:党 状", ["duban", "list", "单位:党 状"], 0),
      (#"a\ b "c d"e"#, ["a b", "c de"], 0), ("duban done 'x' ", ["duban", "done", "x", ""], 0),
    ] as [(String, [String], Int)])
  func wordsOfALine(line: String, words: [String], kept: Int) {
    let typed = ShellWords(line, breaks: " \t\n\"'@><=;|&(:")
    #expect(typed.words == words)
    #expect(typed.kept == kept)
  }

  private static func leaves(
    _ type: any ParsableCommand.Type, _ path: [String] = []
  ) -> [(path: [String], type: any ParsableCommand.Type)] {
    guard !type.configuration.subcommands.isEmpty else { return [(path, type)] }
    return type.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { inner in
      leaves(inner, path + [inner.configuration.commandName ?? ""])
    }
  }

  /// A new option or argument is completed, or said to be words: `ValueKind.takers`.
  @Test func everyArgumentHasAKind() {
    var known: Set<String> = []
    for (path, type) in CompletionTests.leaves(Root.self) {
      let declared = DeclaredArgument.all(of: type)
      #expect(declared.contains { $0.name == "--store" }, "\(path)")
      for argument in declared where argument.kind != .flag {
        #expect(
          !argument.values.isEmpty || ValueKind.of(argument, in: path) != nil,
          "ValueKind.takers: what does \(argument.name) of \(path.joined(separator: " ")) take?")
        known.formUnion([argument.name, (path + [argument.name]).joined(separator: " ")])
      }
    }
    let takers = ValueKind.allCases.flatMap(\.takers)
    #expect(Set(takers).count == takers.count, "something takes two kinds of values")
    for taker in takers { #expect(known.contains(taker), "nothing is called \(taker)") }
  }

  /// What is offered in filters is understood in them.
  @Test(arguments: FilterKey.allCases, [true, false]) func timesThatAreOfferedAreRead(
    key: FilterKey, isChinese: Bool
  ) throws {
    for word in key.usualTimes(isChinese) {
      let outcome = try CompletionTests.demo.get().run("list", "\(key.rawValue):\(word)", "--limit", "1")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test(arguments: Shell.allCases) func theScriptIsPrinted(shell: Shell) throws {
    let outcome = try Program().run("complete", "--script", shell.rawValue)
    #expect(outcome.status == 0 && outcome.output == shell.script + "\n")
    let checked = try Spawn(environment: ["PATH": "/usr/bin:/bin"]).run(
      ["/usr/bin/env", shell.rawValue, "-n", "-c", shell.script])
    #expect(checked.status == 0, "\(String(decoding: checked.errors, as: UTF8.self))")
    #expect(try Program().run("complete", "--script", "csh").status == 64)
  }

  @Test func helpDoesNotNameIt() throws {
    #expect(try !Program().run("help").output.contains("complete "))
  }
}
