import Foundation
import Testing

/// doctor, backup and restore as commands.
struct KeepingTests {
  @Test func theDoctor() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    #expect(try store.succeed("doctor").output == "台账库完好。\n")
    try store.succeed("add", "campaign", "新方案", "--code", "x1")
    try store.succeed("add", "task", "x1", "事项")
    try store.write("{\"half", to: "campaigns/x1.json")
    let found = try store.run("doctor")
    #expect(
      found.status == 65 && found.output.contains("campaigns/x1.json:1:") && found.output.contains("可依日志恢复"))
    // Nobody to ask, and nobody said yes.
    #expect(try store.run("doctor", "--fix").status == 65)
    #expect(try store.text(of: "campaigns/x1.json") == "{\"half")
    #expect(try store.run("doctor", "--fix", "--yes", "--read-only").status == 77)
    let fixed = try store.run("doctor", "--fix", "--yes")
    #expect(fixed.status == 0 && fixed.errors.contains("已修复"))
    #expect(try store.succeed("show", "x1-1").output.contains("事项"))
    let json =
      try JSONSerialization.jsonObject(with: store.succeed("doctor", "--json").bytes) as? [String: Any]
    #expect((json?["problems"] as? [Any])?.isEmpty == true)
    #expect(try Program().run("doctor", "--store", store.path + "-none").status == 66)
  }

  @Test func backupAndRestore() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    let before = try store.succeed("list", "--json", "--as-of", "2026-11-20").output
    #expect(try store.run("backup", "--read-only").status == 77)
    let made =
      try JSONSerialization.jsonObject(with: store.succeed("backup", "--json").bytes) as? [String: Any]
    let path = try #require(made?["path"] as? String)
    let name = URL(filePath: path).lastPathComponent
    try store.succeed("done", "h26-30")
    let after = try store.succeed("list", "--json", "--as-of", "2026-11-20").output

    let shown = try store.succeed("restore", name)
    #expect(shown.output.contains("改回  campaigns/h26.json") && shown.errors.contains("--confirm \(name)"))
    #expect(try store.run("restore", name, "--confirm", "yes").status == 64)
    #expect(try store.run("restore", name, "--yes").status == 64, "yes to all is not the name")
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == after)

    #expect(try store.succeed("restore", name, "--confirm", name).output.contains("duban undo"))
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == before)
    #expect(try store.succeed("restore", name).output.contains("无需恢复"))
    try store.succeed("undo")
    #expect(try store.succeed("list", "--json", "--as-of", "2026-11-20").output == after)

    let new = store.path + "-new"
    defer { try? FileManager.default.removeItem(atPath: new) }
    #expect(try Program().run("restore", path, "--confirm", name, "--store", new).status == 0)
    #expect(try Program().run("list", "--json", "--as-of", "2026-11-20", "--store", new).output == before)
    #expect(try store.run("restore", "none.tar.gz").status == 66)
    try store.write("no archive", to: "backups/x.tar.gz")
    #expect(try store.run("restore", "x.tar.gz").status == 65)
  }

  /// A change that is in the journal counts, though its file could not be put in its place: the form is done with, and
  /// nobody sends it off twice.
  @Test func aChangeThatCountsClosesItsForm() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("instruct", "h26-30", "-m", "第一条")
    let calls = "rename,renameat,renameat2"
    let terminal = try RealTerminal(
      "strace -f -o /dev/null -e trace=\(calls) -e inject=\(calls):error=EIO:when=1+ \"$D\" --as-of 2026-11-20; echo \"ended $?\"",
      environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"])
    try terminal.wait(for: "? 帮助")
    try terminal.type("b '只说一次' Enter")
    try terminal.wait(for: "已记入日志")
    try terminal.type("Enter")
    try terminal.wait("the task's page, and the words once") {
      $0.components(separatedBy: "只说一次").count == 2 && $0.contains("为什么")
    }
    try terminal.type("Q")
    try terminal.wait(for: "ended 0")
    #expect(try store.succeed("show", "h26-30").output.components(separatedBy: "只说一次").count == 2)
    #expect(try store.run("doctor").output.contains("尚未写入文件"))
    try store.succeed("instruct", "h26-30", "-m", "下一条")
    #expect(try store.succeed("doctor").output == "台账库完好。\n")
  }

  /// At a terminal the name is asked for, and a question with many tasks.
  @Test func questionsAtATerminal() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("backup")
    try store.succeed("done", "h26-30")
    let terminal = try RealTerminal(
      "\"$D\" restore $(ls \(store.path)/backups); echo \"ended $?\"",
      environment: ["DUBAN_STORE": store.path])
    try terminal.wait(for: "确定请输入备份名")
    try terminal.type("'y' Enter")
    try terminal.wait(for: "ended 64")
    let notice = store.path + "/notice.txt"
    try store.write(
      """
      某市人民医院关于印发工作要点的通知
      一、开展检查。责任科室：党办，完成时间：12月5日前。
      二、组织演练。责任科室：保卫科，完成时间：12月6日前。
      三、更新预案。责任科室：院办，完成时间：12月7日前。
      """, to: "notice.txt")
    try store.succeed("import", notice, "--yes", "--year", "2026", "--code", "n1")
    let undo = try RealTerminal(
      "\"$D\" undo; echo \"ended $?\"", environment: ["DUBAN_STORE": store.path, "DUBAN_USER": "党办干事"])
    try undo.wait(for: "确定撤销")
    try undo.type("'n' Enter")
    try undo.wait(for: "ended 0")
    #expect(try store.succeed("campaign", "list").output.contains("n1"))
  }

  /// A file where a folder belongs keeps everybody from writing: that is no sound store.
  @Test(arguments: ["journal", "campaigns", "archive", "sources", "backups"])
  func aFileInPlaceOfAFolderIsFound(_ folder: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try FileManager.default.removeItem(atPath: store.path + "/" + folder)
    try store.write("", to: folder)
    let found = try store.run("doctor")
    #expect(found.status == 65 && (found.output + found.errors).contains(folder), "\(folder): \(found)")
  }
}
