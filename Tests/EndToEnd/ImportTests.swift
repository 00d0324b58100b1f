import Foundation
import Testing

/// `duban import` as scripts and clerks use it.
@Suite struct ImportTests {
  private static let notice = """
    某医党〔2011〕7号
    关于下发《创先争优活动2011年工作要点》的通知
    各支部、各科室：
    现将《创先争优活动2011年工作要点》印发给你们，请认真贯彻落实。
    创先争优活动2011年工作要点

    一、工作要点
    1、开展承诺活动。公开承诺。责任科室：党办、各支部，完成时间：4月20日之前。
    2、开展群众评议。一是述职。责任科室：人事科，完成时间：4月30日之前。二是评议，每半年一次。责任科室：监察室，完成时间：长期。
    3、报送信息，3月25前报党办备案。

    """

  private func file(_ text: String = notice, named name: String = "notice.txt") throws -> (
    folder: URL, path: String
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name))
    return (folder, folder.appending(path: name).path)
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
  }

  @Test func aDryRunNeedsNoStoreAndSaysWhatItRead() throws {
    let (folder, path) = try file()
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = Program(environment: ["DUBAN_STORE": folder.path + "/none"])
    let outcome = try program.run("import", path, "--dry-run", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let plans = try #require(try json(outcome)["plans"] as? [[String: Any]])
    let plan = try #require(plans.first)
    #expect(plan["title"] as? String == "创先争优活动2011年工作要点")
    #expect(plan["documentNumber"] as? String == "某医党〔2011〕7号")
    #expect(plan["issued"] is NSNull && plan["year"] as? Int == 2011)
    let tasks = try #require(plan["tasks"] as? [[String: Any]])
    #expect(tasks.map { $0["line"] as? Int } == [8, 9, 9, 10])
    #expect(tasks[0]["departments"] as? [String] == ["党办", "各支部"])
    let deadline = try #require(tasks[2]["deadline"] as? [String: Any])
    #expect(deadline["kind"] as? String == "standing" && deadline["times"] as? Int == 1)
    #expect(deadline["per"] as? String == "halfyear" && deadline["end"] is NSNull)
    let findings = try #require(try json(outcome)["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["kind"] as? String == "missingDayWord" && $0["line"] as? Int == 10 })
    // The same bytes give the same result, from a file or standard input.
    #expect(try program.run("import", path, "--dry-run", "--format", "json").bytes == outcome.bytes)
    let piped = try program.shell("\"$D\" import - --dry-run --format json <'\(path)'")
    #expect(piped.bytes == outcome.bytes)
    let table = try program.run("import", path, "--dry-run", "--lang", "en")
    #expect(table.status == 0 && table.output.contains("4 tasks") && table.output.contains("line 10"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
  }

  @Test func yesRegistersIntoAMissingStore() throws {
    let (folder, path) = try file()
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = Program(environment: ["DUBAN_STORE": folder.path + "/store", "DUBAN_USER": "党办干事"])
    let outcome = try program.run("import", path, "--yes")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("已立项 h11") && outcome.output.contains("h11-1 至 h11-4"))
    let list = try json(program.run("list", "--json", "--as-of", "2011-05-01"))
    let tasks = try #require(list["tasks"] as? [[String: Any]])
    #expect(tasks.map { $0["condition"] as? String } == ["overdue", "overdue", "standing", "overdue"])
    #expect(try program.run("unit", "list").output.contains("各支部"))
    let source = try String(contentsOfFile: folder.path + "/store/sources/h11.txt", encoding: .utf8)
    #expect(source == ImportTests.notice)
    #expect(outcome.errors.isEmpty)
    // The same notice again is a plan of its own, but not without a word.
    let again = try program.run("import", path, "--yes")
    #expect(again.output.contains("h11b-1") && again.errors.contains("h11b 与已有方案 h11 文号相同"))
    #expect(try program.run("import", path, "--yes", "--code", "h11").status == 73)
    #expect(try program.run("import", path, "--read-only").status == 77)
  }

  @Test func aDraftWaitsForItsAcceptance() throws {
    let (folder, path) = try file()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try TestStore()
    #expect(try store.succeed("import", path).output.contains("已存草稿 h11"))
    #expect(try store.succeed("list").output.contains("没有"))
    #expect(try store.succeed("list", "is:draft").output.contains("h11-4"))
    #expect(try !store.succeed("unit", "list").output.contains("各支部"))
    try store.succeed("campaign", "accept", "h11")
    #expect(try store.succeed("list").output.contains("h11-4"))
    #expect(try store.succeed("unit", "list").output.contains("各支部"))
    #expect(try store.run("campaign", "accept", "h11").status == 64)
  }

  @Test func aDraftIsCheckedOnTheScreen() throws {
    let (folder, path) = try file()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try TestStore()
    try store.succeed("import", path)
    let terminal = try RealTerminal(
      "\"$D\" --as-of 2011-04-01", environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"])
    try terminal.wait(for: "待核对 4")
    try terminal.type("2 Enter")
    // The source is beside the draft, and what is doubtful in it.
    try terminal.wait("the source") { $0.contains(">    8 1、开展承诺活动") && $0.contains("党办（新）") }
    try terminal.type("G")
    try terminal.wait("the doubt") { $0.contains(">   10 3、") && $0.contains("缺“日”字") }
    try terminal.type("e ^U '报送信息' Tab ^U '3月25日前' Tab '党办' Enter")
    try terminal.wait(for: "2011-03-25前")
    try terminal.type("D")
    try terminal.wait(for: "去掉？h11-4")
    try terminal.type("Enter A")
    try terminal.wait(for: "核对完毕？")
    try terminal.type("y")
    try terminal.wait(for: "已立项 · u 撤销  h11：4项任务")
    #expect(try store.succeed("show", "h11-4").output.contains("3月25日前"))
    #expect(try store.succeed("unit", "list").output.contains("监察室"))
  }

  @Test func aLaterVersionUpdatesThePlanAndKeepsProgress() throws {
    let (folder, path) = try file()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try TestStore()
    try store.succeed("import", path, "--yes")
    try store.succeed("report", "h11-1", "-m", "已布置", "--percent", "40", "--as-of", "2011-04-01")
    let later = ImportTests.notice
      .replacingOccurrences(of: "4月20日之前", with: "5月20日之前")
      .replacingOccurrences(of: "3、报送信息，3月25前报党办备案。", with: "3、总结表彰。责任科室：党办，完成时间：12月20日前。")
    try Data(later.utf8).write(to: URL(filePath: path))
    let shown = try store.succeed("import", path).output
    #expect(
      shown.contains("未变 2") && shown.contains("有改动 1") && shown.contains("新增 1") && shown.contains("已无 1"))
    #expect(
      try store.succeed("campaign", "update", "h11", "--from", "h11b", "--dry-run").output.contains("新增 1"))
    try store.succeed("campaign", "update", "h11", "--from", "h11b")
    let task = try store.succeed("show", "h11-1").output
    #expect(task.contains("5月20日之前") && task.contains("40%") && task.contains("已布置"))
    #expect(try store.succeed("list").output.contains("总结表彰"))
    #expect(try store.succeed("show", "h11-4").output.contains("新版已无"))
    #expect(!FileManager.default.fileExists(atPath: store.path + "/campaigns/h11b.json"))
  }

  @Test func errorsAreOneLineAndChangeNothing() throws {
    let (folder, path) = try file("新华社某市1月4日电（记者）4日召开的会议提出四大举措，持续优化环境，进一步打通落实堵点，提升水平。")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try TestStore()
    let binary = folder.appending(path: "x.bin").path
    try Data((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) }).write(to: URL(filePath: binary))
    for (words, status) in [
      (["import", path], Int32(65)), (["import", folder.path + "/none.txt"], 66),
      (["import", folder.path], 65),
      (["import", binary], 65), (["import", path, "--dry-run", "--format", "xml"], 64),
      (["import", path, "--year", "99"], 64),
    ] {
      let outcome = try store.program.run(words)
      #expect(outcome.status == status, "\(words): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.path + "/campaigns").isEmpty)
    #expect(try store.run("import", path, "--dry-run").status == 0)
  }
}
