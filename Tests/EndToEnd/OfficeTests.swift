import Foundation
import Testing

/// What people do with the program, from the first command to the last.
struct OfficeTests {
  @Test func aClerkRecordsALeadersInstruction() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    try store.succeed("instruct", "h26-30", "-m", "请说明原因", "--from", "分管领导", "--as", "党办干事")
    #expect(try store.succeed("show", "h26-30").output.contains("（分管领导，党办干事代录）"))
    #expect(try store.succeed("list", "is:behind", "--json").output.contains("\"condition\" : \"normal\""))
    #expect(try store.succeed("status").output.contains("紧要任务"))
  }

  @Test func aPlanFromNothingToStruckOff() throws {
    let store = try TestStore()
    for unit in ["党办", "监察室"] { try store.succeed("unit", "add", unit) }
    for unit in ["第一支部", "第二支部"] { try store.succeed("add", "unit", unit, "--kind", "branch") }
    try store.succeed("unit", "add", "各支部", "--member", "第一支部", "--member", "第二支部")
    let added = try store.succeed(
      "add", "campaign", "创先争优活动2011年工作要点", "--number", "连妇保委〔2011〕7号", "--year", "2011")
    #expect(added.output.hasPrefix("h11  "))
    try store.succeed("add", "phase", "h11", "第一阶段", "--time", "1月至6月")
    try store.succeed(
      "add", "task", "h11", "开展承诺活动", "--due", "4月20日之前", "--unit", "党办", "--unit", "各支部", "--phase", "第一阶段")
    try store.succeed("assign", "h11-1", "监察室", "--lead", "监察室", "--as-of", "2011-03-01")
    try store.succeed(
      "report", "h11-1", "-m", "已动员", "--percent", "30", "--from", "第一支部", "--via", "电话", "--as-of",
      "2011-04-01")
    try store.succeed("instruct", "h11-1", "-m", "抓紧", "--as-of", "2011-04-02", "--as", "分管领导")
    try store.succeed("report", "h11-1", "-m", "按批示办理", "--answers", "3", "--as-of", "2011-04-03")
    try store.succeed("correct", "h11-1", "2", "-m", "已动员一半", "--as-of", "2011-04-03")
    try store.succeed("done", "h11-1", "--from", "第一支部", "--as-of", "2011-04-10")
    let done = try store.succeed(
      "done", "h11-1", "-m", "已完成", "--on", "2011-04-18", "--evidence", "简报2期", "--as-of", "2011-05-01")
    #expect(done.output.contains("第二支部") && done.output.contains("2011-04-18"))
    try store.succeed("reopen", "h11-1", "-m", "回头看", "--as-of", "2011-05-02")
    #expect(try store.run("done", "h11-1", "--as-of", "2011-05-03").output.contains("逾期办结"))
    try store.succeed("strike", "h11-1", "--reviewer", "督查室", "--as-of", "2011-05-04")
    try store.succeed("unit", "merge", "监察室", "党办")
    try store.succeed("unit", "rename", "党办", "党委办公室")
    let page = try store.succeed("show", "h11-1", "--as-of", "2011-05-05")
    for words in ["已销号", "督查室", "党委办公室", "批示", "分管领导", "已更正", "已回复，见#4", "第一支部", "电话"] {
      #expect(page.output.contains(words), "\(words)\n\(page.output)")
    }
    try store.succeed("campaign", "close", "h11", "--as-of", "2011-12-31")
    #expect(try store.run("report", "h11-1", "-m", "x").status == 64)
    try store.succeed("campaign", "archive", "h11", "--yes")
    #expect(try store.succeed("list").output.contains("没有"))
    #expect(try store.succeed("show", "h11-1").output.contains("开展承诺活动"))
    #expect(try store.succeed("list", "--archived").output.contains("h11-1"))
  }

  @Test func theStoreIsSharedByAGroup() throws {
    let store = try TestStore()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o2770], ofItemAtPath: store.path + "/campaigns")
    try store.succeed("add", "campaign", "工作要点", "--code", "h11")
    let mode = try FileManager.default.attributesOfItem(atPath: store.path + "/campaigns/h11.json")[
      .posixPermissions]
    #expect(mode as? Int == 0o660)
  }

  /// The page of a real office fits a screen of 80×24, whatever the day.
  @Test(arguments: ["2026-11-20", "2026-11-23", "2026-12-15", "2027-02-01", "2027-06-30"])
  func statusFitsTheScreen(asOf: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    for language in ["zh", "en"] {
      let page = try store.succeed("status", "--as-of", asOf, "--lang", language).output
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 23, "\(page)")
      for line in lines {
        let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0xFFE7 ? 2 : 1) }
        #expect(columns <= 80, "\(line)")
      }
    }
    let brief = try store.succeed("status", "--brief", "--as-of", asOf).output
    #expect(brief.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["zh", "en"])
  func pagesAsTheyLook(language: String) throws {
    let store = try TestStore(demoOn: "2026-11-20")
    func golden(_ name: String, _ words: String...) throws {
      let outcome = try store.program.run(words + ["--as-of", "2026-11-20", "--lang", language])
      #expect(outcome.status == 0 || words[0] == "check")
      try expectGolden(outcome.output, "\(name).\(language)")
    }
    try golden("status", "status")
    try golden("status-brief", "status", "--brief")
    try golden("list", "list")
    try golden("list-grouped", "list", "is:overdue or is:dueSoon", "--group-by", "unit", "--sort", "due")
    try golden("show-task", "show", "h26-9")
    try golden("show-members", "show", "h26-9", "--members")
    try golden("show-member", "show", "h26-9", "--from", "第三支部")
    try golden("show-campaign", "show", "h26b")
    try golden("units", "units")
    try golden("unit-list", "unit", "list")
    try golden("campaigns", "campaign", "list", "--all")
    try golden("check", "check")
    try golden("next", "next", "14")
    try golden("overdue", "overdue")
    let empty = try TestStore()
    try expectGolden(
      empty.run("status", "--as-of", "2026-11-20", "--lang", language).output, "status-empty.\(language)")
  }

  @Test func hostileTextNeverReachesTheTerminal() throws {
    let store = try TestStore()
    let hostile = "标题\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\r\n\t\u{200B}=cmd|' /C calc'!A0"
    try store.succeed("add", "campaign", hostile, "--code", "h11")
    try store.succeed("unit", "add", "党办\u{1B}[2J")
    try store.succeed(
      "add", "task", "h11", hostile, "--due", "4月20日前", "--unit", "党办\u{1B}[2J", "--text", hostile)
    try store.succeed("report", "h11-1", "-m", hostile)
    for words in [
      ["status"], ["list"], ["show", "h11-1"], ["show", "h11"], ["units"], ["unit", "list"],
      ["campaign", "list"], ["check"],
      ["list", "--plain"], ["show", "h11-9\u{1B}[31m"], ["list", "a\u{1B}:"],
    ] {
      let outcome = try store.program.run(words)
      for scalar in (outcome.output + outcome.errors).unicodeScalars {
        let isHostile =
          (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || scalar.value == 0x200B
        #expect(!isHostile, "\(words): U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func languagesAndCharacterSets() throws {
    let store = try TestStore(demoOn: "2026-11-20")
    var program = store.program
    program.environment["LC_ALL"] = "en_US.UTF-8"
    #expect(try program.run(["status", "--as-of", "2026-11-20"]).output.contains("overdue"))
    program.environment["LC_ALL"] = "zh_CN.NOSUCH"
    #expect(try program.run(["status", "--as-of", "2026-11-20"]).output.contains("逾期"))
    program.environment["LC_ALL"] = ""
    #expect(try program.run(["status", "--as-of", "2026-11-20"]).output.contains("逾期"))
  }

  /// In a GB18030 locale output and arguments are in that encoding; JSON stays UTF-8.
  @Test func aGB18030LocaleIsServedInItsEncoding() throws {
    let locales = FileManager.default.temporaryDirectory.appending(path: "duban-locale-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: locales) }
    try FileManager.default.createDirectory(atPath: locales, withIntermediateDirectories: true)
    let made = try Program().shell("localedef -i zh_CN -f GB18030 '\(locales)/zh_CN.GB18030' 2>&1")
    try #require(
      FileManager.default.fileExists(atPath: locales + "/zh_CN.GB18030/LC_CTYPE"), "\(made.output)")
    let store = try TestStore(demoOn: "2026-11-20")
    var program = store.program
    let utf8 = try program.run(["units", "--as-of", "2026-11-20"]).output
    program.environment["LOCPATH"] = locales
    program.environment["LC_ALL"] = "zh_CN.GB18030"
    let gb = String.Encoding(rawValue: 0x8000_0632)
    let outcome = try program.run(["units", "--as-of", "2026-11-20"])
    let decoded = try #require(String(data: outcome.bytes, encoding: gb))
    #expect(decoded.contains("党办") && !outcome.output.contains("党办"))
    #expect(decoded.split(separator: "\n").count == utf8.split(separator: "\n").count)
    #expect(try program.run(["list", "--json", "--as-of", "2026-11-20"]).output.contains("党办"))
    // 党办 in GB18030 is B5 B3 B0 EC.
    let filtered = try program.shell(
      "\"$D\" list $'unit:\\xb5\\xb3\\xb0\\xec' --plain --as-of 2026-11-20 | wc -l")
    let expected = try store.program.shell("\"$D\" list unit:党办 --plain --as-of 2026-11-20 | wc -l")
    #expect(
      filtered.output == expected.output
        && filtered.output.trimmingCharacters(in: .whitespacesAndNewlines) != "0")
  }
}
