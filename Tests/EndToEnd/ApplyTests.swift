import Foundation
import TestSupport
import Testing

@testable import duban

/// `duban apply` and `add task --batch`: what lines come to; all of them or none, one record, one step of undo.
struct ApplyTests {
  /// A store with a file of changes in it.
  private struct Office {
    let store: TestStore
    var file: String { store.path + "/changes" }

    private static let demonstration = Result { try TestStore(demoOn: "2026-11-20") }

    init() throws { store = try TestStore(copyOf: Office.demonstration.get()) }

    func run(_ words: String...) throws -> Program.Outcome {
      try store.program.run(words + ["--as-of", "2026-11-20"])
    }

    func apply(_ text: String, _ more: [String] = ["--yes"]) throws -> Program.Outcome {
      try apply(Data(text.utf8), more)
    }

    func apply(_ bytes: Data, _ more: [String] = ["--yes"]) throws -> Program.Outcome {
      try bytes.write(to: URL(filePath: file))
      return try store.program.run(["apply", file] + more + ["--as-of", "2026-11-20"])
    }

    /// All files that count, byte for byte.
    func content() throws -> [String: Data] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: store.path).filter {
        $0 != "changes" && !$0.hasPrefix(".index") && !$0.hasPrefix(".lock")
      }
      let files = names.map { ($0, FileManager.default.contents(atPath: "\(store.path)/\($0)") ?? Data()) }
      return Dictionary(uniqueKeysWithValues: files)
    }

    /// Campaigns and units, without what counts changes.
    func bare() throws -> [String: String] {
      try content().filter { $0.key.hasPrefix("campaigns/") || $0.key == "units.json" }.mapValues {
        String(decoding: $0, as: UTF8.self).replacing(/"revision" : \d+/, with: "")
          .replacing(/"changed" : {[^}]*}/, with: "").replacing(/"nextTask" : \d+/, with: "")
      }
    }

    func records() throws -> Int {
      try content().filter { $0.key.hasPrefix("journal/") }.values.reduce(0) { count, bytes in
        count + bytes.split(separator: UInt8(ascii: "\n")).count
      }
    }

    func task(_ id: String) throws -> [String: Any] {
      let page = try JSONSerialization.jsonObject(with: run("show", id, "--json").bytes) as? [String: Any]
      return try #require((page?["tasks"] as? [[String: Any]])?.first)
    }
  }

  private static let table = """
    \u{FEFF}动作,代号,编号,方案,事项,时限,责任单位,内容,进度,名称,类别
    新增单位,,,,,,,,,审计科,部门
    新增阶段,,,h26,,3月1日至5月31日,,,,收尾阶段,
    ,@甲,,h26,"开展""回头看"",逐项整改",12月20日前,审计科、党办,,,,
    新增任务,,,h26,上报总结,12月25日前,党办,,,,
    进展,,h26-9,,,,,"已电话督促
    下周再报",60%,,
    办结,,h26-12,,,,,已完成,,,
    交办,,@甲,,,,团委,,,,

    """

  @Test(arguments: ["\n", "\r\n"], [false, true])
  func aTableIsOneRecordAndUndoGivesTheFilesBack(end: String, isGB: Bool) throws {
    let office = try Office()
    let (before, records) = (try office.bare(), try office.records())
    let text = ApplyTests.table.replacing("\n", with: end)
    let bytes =
      isGB ? Data(Charset.encode(String(text.dropFirst()), to: "GB18030")) : Data(text.utf8)
    let outcome = try office.apply(bytes)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 7 && lines[0].hasSuffix("新增单位  审计科"), "\(outcome.output)")
    #expect(lines[1].hasPrefix("行 3  h26/p") && lines[1].hasSuffix("新增阶段  收尾阶段"))
    #expect(lines[2].hasPrefix("行 4  h26-") && lines[2].hasSuffix("新增任务  开展\"回头看\",逐项整改"))
    #expect(lines[4].hasPrefix("行 6  h26-9  进展  ") && lines[5].hasPrefix("行 8  h26-12  办结  "))
    let new = try #require(lines[2].firstMatch(of: /h26-\d+/)).output
    #expect(lines[6].hasPrefix("行 9  \(new)  交办"))
    let task = try office.task(String(new))
    let units = (task["units"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(units == ["审计科", "党办", "团委"] && task["end"] as? String == "2026-12-20")
    #expect(try office.task("h26-9")["percent"] as? Int == 60)
    #expect(try office.records() == records + 1)
    #expect(try office.run("log", "--limit", "1").output.contains("批量登记"))
    #expect(try office.run("undo").status == 0)
    #expect(try office.bare() == before)
    #expect(try office.run("redo").status == 0)
    #expect(try office.task(String(new))["title"] as? String == "开展\"回头看\",逐项整改")
  }

  /// Each line by itself, with what the answer says of it.
  @Test(
    arguments: [
      (#"{"campaign":"h26","title":"召开专题会"}"#, "新增任务  召开专题会"),
      (
        #"{"do":"task","campaign":"h26","title":"甲","unit":["党办","团委"],"lead":"院办","leader":"院长","person":"干事","number":"3","text":"原文","standard":"完成","tags":"重点，急件","phase":"督查整改阶段","parent":"h26-9"}"#,
        "新增任务  甲"
      ),
      (
        #"{"do":"unit","name":"审计科","kind":"branch","alias":["审计"],"members":null,"contact":"8001","id":"sjk"}"#,
        "sjk  新增单位  审计科"
      ),
      (#"{"do":"phase","campaign":"h26","name":"收尾","due":"12月"}"#, "新增阶段  收尾"),
      (
        #"{"do":"report","id":"h26-9","message":"已办","percent":60,"on":"2026-11-18","from":"第三支部","via":"电话"}"#,
        "h26-9  进展"
      ),
      (#"{"do":"note","id":"h26-9","message":"已询问"}"#, "h26-9  备注"),
      (#"{"do":"办结","编号":"h26-12","日期":"11月18日","凭据":"纪要3号"}"#, "h26-12  办结"),
      (
        #"{"do":"edit","id":"h26-9","title":"新题目","due":"12月30日前","standard":"全部完成","after":"h26-7","review":"每月"}"#,
        "h26-9  修改  新题目"
      ),
      (#"{"do":"edit","id":"h26-9","due":"-"}"#, "h26-9  修改"),
      (#"{"do":"edit","id":"h26/p2","name":"第二阶段"}"#, "h26/p2  修改  第二阶段"),
      (#"{"do":"assign","id":"h26-17","unit":"团委","lead":"党办"}"#, "h26-17  交办"),
      (#"{"do":"tag","id":"h26-9","tags":["重点"]}"#, "h26-9  标签"),
      (#"{"do":"tag","id":"h26-9","untag":"没有的"}"#, "（无改动）"),
      (#"{"do":"instruct","id":"h26-9","message":"抓紧","from":"院长"}"#, "h26-9  批示"),
      (#"{"do":"submit","id":"h26-9"}"#, "h26-9  申请办结"),
      (#"{"do":"suspend","id":"h26-9","message":"因故"}"#, "h26-9  中止"),
      (#"{"do":"cancel","id":"h26-9","message":"不办了"}"#, "h26-9  撤销"),
      (#"{"do":"reopen","id":"h26-2","message":"回头看"}"#, "h26-2  回头看"),
      (#"{"do":"strike","id":"h26-2","reviewer":"督查室"}"#, "h26-2  销号"),
      (#"{"do":"correct","id":"h26-9","entry":1,"message":"更正"}"#, "h26-9  更正"),
      (#"{"do":"record","id":"h26-6","count":2}"#, "h26-6  计数"),
      (#"{"do":"remind","id":"h26-9"}"#, "h26-9  催办"),
      (#"{"do":"extend","id":"h26-9","until":"2026-12-25","message":"等待"}"#, "h26-9  延期"),
    ])
  func aLineComesToThis(line: String, told: String) throws {
    let office = try Office()
    let before = try office.content()
    let rehearsed = try office.apply(line, ["--dry-run"])
    #expect(try office.content() == before)
    let outcome = try office.apply(line)
    #expect(outcome.status == 0 && outcome.output.contains(told), "\(line): \(outcome)")
    #expect(rehearsed.status == 0 && rehearsed.output == outcome.output, "\(line): \(rehearsed)")
    // One line is one command of the journal, that which it would be by itself; what changes nothing is none.
    #expect(try (office.content() == before) == told.contains("无改动"))
  }

  /// Every mistake with its line, and nothing is written.
  @Test func everyMistakeIsTold() throws {
    let office = try Office()
    let before = try office.content()
    let lines: [(line: String, told: String)] = [
      (#"{"campaign":"h26","title":"好的"}"#, ""),
      (#"{"campaign":"h26","title":"甲","duo":"1"}"#, "没有“duo”这一列"),
      (#"{"campaign":"h26","title":"甲","unit":"没有的单位"}"#, "没有单位“没有的单位”"),
      (#"{"campaign":"h26","title":"甲","due":"抓紧"}"#, "看不懂时限“抓紧”"),
      (#"{"campaign":"没有","title":"甲"}"#, "没有编号为“没有”的任务或方案"),
      (#"{"campaign":"h26","do":"task"}"#, "没有写事项"), (#"{"title":"甲"}"#, "没有写方案"),
      (#"{"do":"done","id":"h26-999"}"#, "h26-999"), (#"{"do":"done"}"#, "没有写编号"),
      (#"{"do":"done","id":"h26-9","percent":60}"#, "办结用不上“进度”"),
      (#"{"do":"report","id":"h26-9","percent":"多","message":"x"}"#, "进度“多”不是可用的数"),
      (#"{"do":"report","id":"h26-9","percent":160,"message":"x"}"#, "160不在 0 至 100 之间"),
      (#"{"do":"report","id":"h26-9"}"#, "没有写内容"),
      (#"{"do":"report","id":["h26-9"],"message":"x"}"#, "不能是这种类型"),
      (#"{"do":"跳舞","id":"h26-9"}"#, "没有“跳舞”这种动作"), (#"{"id":"h26-9"}"#, "没有写动作"),
      (#"{"do":"done","id":"h26-12","on":"2027-01-01"}"#, "2027-01-01还没有到"),
      (#"{"do":"done","id":"h26-12","on":"随便"}"#, "“随便”不是日期"),
      (#"{"do":"unit","name":"党办"}"#, "名称“党办”已被使用"), (#"{"do":"unit","name":"新","kind":"帮"}"#, "没有“帮”"),
      (#"{"do":"done","id":"@乙"}"#, "没有代号为“@乙”的任务"),
      (#"{"campaign":"h26","title":"甲","as":"丙"}"#, ""),
      (#"{"campaign":"h26","title":"甲","as":"@丙"}"#, "代号“@丙”前面已用"),
      (#"{"campaign":"h26","title":"甲","as":"a b"}"#, "代号“a b”不可用"),
      (#"{"title":"甲""#, "不是 JSON"), (#"[1]"#, "不是一个 JSON 对象"),
      (#"{"title":"甲","title":"乙","campaign":"h26"}"#, "写了两次"),
      (#"{"title":true,"campaign":"h26"}"#, "不能是这种类型"),
      (#"{"do":"cancel","id":"h26-2","message":"x"}"#, "h26-2"),
      (#"{"do":"assign","id":"h26-9"}"#, "没有写责任单位"),
      (#"{"do":"edit","id":"h26-9","phase":"没有"}"#, "没有阶段“没有”"),
    ]
    for options in [[], ["--yes"], ["--dry-run"]] {
      let outcome = try office.apply(lines.map(\.line).joined(separator: "\n"), options)
      #expect(outcome.status == 65 && outcome.output.isEmpty)
      let errors = outcome.errors.split(separator: "\n").map(String.init)
      for (number, line) in lines.enumerated() {
        let own = errors.filter { $0.hasPrefix("duban: \(office.file):\(number + 1)：") }
        #expect(own.isEmpty == line.told.isEmpty, "\(line.line): \(own)")
        #expect(line.told.isEmpty || own.contains { $0.contains(line.told) }, "\(line.line): \(own)")
      }
      #expect(errors.last?.hasSuffix("未作改动。") == true)
      #expect(try office.content() == before)
    }
    let english = try office.apply(lines.map(\.line).joined(separator: "\n"), ["--lang", "en"])
    let han = english.errors.split(separator: "\n").filter { $0.contains("there is no key") }
    #expect(han.first?.contains(":2: there is no key \"duo\"") == true, "\(han)")
  }

  @Test(
    arguments: [
      ("动作,编号,颜色\n办结,h26-12,红\n", ":1：没有“颜色”这一列"), ("编号,编号\nh26-9,h26-9\n", ":1：“编号”写了两次"),
      ("动作,编号\n办结,h26-12,更多\n", ":2：有3格，列名有2个"), ("动作,编号\n办结,\"h26-12\n", ":2：引号没有收尾"),
      ("动作,编号\n办结,\"h26\"-12\n", ":2：收尾的引号之后还有字"), ("动作,编号,\n办结,h26-12,红\n", ":2：第3列没有列名"),
    ])
  func mistakesOfTablesAreTold(text: String, told: String) throws {
    let office = try Office()
    let before = try office.content()
    let outcome = try office.apply(text)
    #expect(outcome.status == 65 && outcome.errors.contains(told), "\(outcome.errors)")
    #expect(try office.content() == before)
  }

  /// Good and broken lines mixed: everything or nothing, and never a trap.
  @Test func everythingOrNothing() throws {
    let office = try Office()
    var numbers = SeededNumbers(seed: 26)
    let good = [
      #"{"campaign":"h26","title":"甲","due":"12月20日前","unit":"党办"}"#,
      #"{"do":"note","id":"h26-9","message":"x"}"#,
      #"{"do":"instruct","id":"h26-12","message":"x"}"#, #"{"campaign":"h26b","title":"乙"}"#, "",
    ]
    let broken = [
      #"{"campaign":"h26","title":"甲","unit":"无"}"#, #"{"do":"note","id":"h26-999","message":"x"}"#, "{", "x",
      #"{"campaign":"h26","title":""}"#, #"{"do":"edit","id":"@x"}"#, "\u{0}", #"{"do":1}"#,
    ]
    var written = 0
    for _ in 0..<40 {
      let isBroken = Bool.random(using: &numbers)
      let lines = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        good.randomElement(using: &numbers) ?? ""
      }
      let all =
        isBroken
        ? (lines + [broken.randomElement(using: &numbers) ?? "x"]).shuffled(using: &numbers) : lines
      let (before, records) = (try office.content(), try office.records())
      let outcome = try office.apply("{}\n".replacing("{}\n", with: all.joined(separator: "\n")), ["--yes"])
      let isTable = all.first { !$0.isEmpty }?.hasPrefix("{") == false
      if isBroken || isTable {
        #expect(outcome.status == 65 && outcome.output.isEmpty, "\(all): \(outcome)")
        #expect(try office.content() == before)
      } else {
        #expect(outcome.status == 0, "\(all): \(outcome.errors)")
        let count = lines.count { !$0.isEmpty }
        #expect(outcome.output.split(separator: "\n").count == count)
        #expect(try office.records() == records + (count > 0 ? 1 : 0))
        written += 1
      }
    }
    #expect(written > 5)
  }

  @Test func moreThanTwoTasksWantConsent() throws {
    let office = try Office()
    let line = { (id: Int) in "{\"do\":\"note\",\"id\":\"h26-\(id)\",\"message\":\"x\"}\n" }
    #expect(try office.apply(line(9) + line(12) + line(9), []).status == 0)
    let new = #"{"campaign":"h26","title":"甲"}"# + "\n"
    #expect(try office.apply(new + new + new + new, []).status == 0)
    let before = try office.content()
    let refused = try office.apply(line(9) + line(12) + line(17), [])
    #expect(refused.status == 64 && refused.errors.contains("--yes"))
    #expect(try office.content() == before)
    #expect(try office.apply(line(9) + line(12) + line(17), ["--dry-run"]).status == 0)
    #expect(try office.content() == before)
    #expect(try office.apply(line(9) + line(12) + line(17)).status == 0)
  }

  @Test func readersAndLargeFilesAreRefused() throws {
    let office = try Office()
    #expect(try office.apply("{}", ["--read-only"]).status == 77)
    #expect(try office.run("apply", "/nonexistent").status == 66)
    #expect(try office.run("apply").status == 64)
    #expect(try office.apply("").status == 0)
    let many = try office.apply(String(repeating: "{\"title\":\"甲\"}\n", count: 10_001))
    #expect(many.status == 65 && many.errors.split(separator: "\n").count == 1, "\(many.errors)")
    let large = try office.apply(Data(repeating: 0x20, count: (16 << 20) + 1))
    #expect(large.status == 65 && large.errors.contains("16 MB"))
  }

  @Test func jsonSaysWhatBecameOfEachLine() throws {
    let office = try Office()
    let outcome = try office.apply(
      #"{"campaign":"h26","title":"上级","as":"甲"}"# + "\n"
        + #"{"campaign":"h26","title":"下级","parent":"@甲"}"# + "\n"
        + #"{"do":"note","id":"@甲","message":"x"}"#,
      ["--json"])
    let page = try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    let lines = try #require(page["lines"] as? [[String: Any]])
    #expect(lines.map { $0["do"] as? String } == ["task", "task", "note"])
    #expect(lines.map { $0["line"] as? Int } == [1, 2, 3])
    let id = try #require(lines[0]["id"] as? String)
    #expect(lines[2]["id"] as? String == id)
    let tasks = try #require(page["tasks"] as? [[String: Any]])
    #expect(tasks.count == 2 && tasks.contains { $0["parent"] as? String == id })
    #expect(try office.run("undo").status == 0)
    #expect(try office.run("show", id).status == 66)
  }

  @Test func aBatchIsATaskALine() throws {
    let office = try Office()
    func batch(_ text: String, _ more: String = "") throws -> Program.Outcome {
      try office.store.program.shell(
        "printf '\(text)' | \"$D\" add task h26 --batch --as-of 2026-11-20 \(more)")
    }
    let outcome = try batch("# 清单\\n\\n开展自查 | 12月20日前 | 党办、团委\\n上报总结\\t12月25日前\\n只有事项\\n")
    #expect(outcome.status == 0 && outcome.output.contains("新增任务  开展自查"), "\(outcome)")
    #expect(outcome.output.split(separator: "\n").map { $0.prefix(3) } == ["行 3", "行 4", "行 5"])
    let before = try office.content()
    let wrong = try batch("甲 | 抓紧\\n乙 | | 没有的\\n丙|12月|党办|多\\n|12月\\n")
    #expect(wrong.status == 65 && wrong.errors.contains("标准输入:1：看不懂时限"), "\(wrong.errors)")
    for number in 2...4 { #expect(wrong.errors.contains("标准输入:\(number)：")) }
    #expect(try batch("甲", "--due 12月").status == 64 && batch("甲", "--read-only").status == 77)
    #expect(try office.run("add", "task", "h26").status == 64)
    #expect(try office.content() == before)
  }
}
