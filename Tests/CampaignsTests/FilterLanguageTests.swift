import Campaigns
import TestSupport
import Testing

/// Filters in the words of the people who type them.
struct FilterLanguageTests {
  private let today: Day
  private let snapshot: Snapshot
  private let context: FilterContext

  init() throws {
    today = try #require(Day(iso: "2026-11-20"))
    var office = RandomOffice(seed: 11, today: today)
    let settings = office.settings()
    let campaigns = ["h26", "h26b", "x 1"].map { office.campaign($0, tasks: 40) }
    let ledger = Ledger(settings: settings, units: office.units, campaigns: campaigns)
    snapshot = Snapshot(ledger, ledger.judge(today: today, years: []))
    context = snapshot.filterContext()
  }

  private func ids(_ text: String) throws -> [String] {
    snapshot.rows(matching: try FilterReader.read(text, context)).map(\.task.id)
  }

  private func error(_ text: String) -> FilterError? {
    do throws(FilterError) {
      return snapshot.unknownName(in: try FilterReader.read(text, context))
    } catch { return error }
  }

  @Test(
    arguments: [
      ("单位:党办", "unit:党办"), ("欠：第1支部", "missing:第1支部"), ("牵头:工会", "lead:工会"), ("方案:h26", "campaign:h26"),
      ("阶段:动员", "phase:动员"), ("领导:院长", "leader:院长"), ("状态:在办", "is:open"), ("环节:办理中", "stage:inProgress"),
      ("灯：红", "light:red"), ("时限:本月", "due:2026-11"), ("时限:12月下旬", "due:2026-12-21..2026-12-31"),
      ("时限:本周", "due:2026-11-16..2026-11-22"), ("due:week", "due:2026-11-16..2026-11-22"),
      ("due:month", "due:2026-11"), ("due:quarter", "due:2026-10-01..2026-12-31"),
      ("due:5个工作日内", "due:2026-11-20..2026-11-27"), ("due:3天内", "due:2026-11-20..2026-11-23"),
      ("due:昨天..12月底", "due:2026-11-19..2026-12-31"), ("due:4月20日前", "due:..2026-04-20"),
      ("自:昨天", "since:2026-11-19"), ("更新:本周", "updated:week"), ("since:last-working-day", "since:2026-11-19"),
      ("updated:7d", "updated:2026-11-13..2026-11-20"), ("状态:逾期 或 状态:临期", "is:逾期 or is:临期"),
      ("非 单位:党办", "not unit:党办"), ("“主题 党日”", "\"主题 党日\""),
    ])
  func bothLanguagesSayTheSame(one: String, other: String) throws {
    #expect(try FilterReader.read(one, context) == FilterReader.read(other, context), "\(one)")
  }

  /// A name that nothing has, a word that a key does not take, days that cannot be: each is told, and what is near it.
  @Test(
    arguments: [
      ("单们:党办", .unknownKey("单们", nearest: "单位")), ("时间:本周", .unknownKey("时间", nearest: "时限")),
      ("状态:逾斯", .unknownValue(key: .is, value: "逾斯", nearest: "逾期")),
      ("light:gren", .unknownValue(key: .light, value: "gren", nearest: "green")),
      ("unit:党亦", .unknownName(key: .unit, value: "党亦", nearest: "党办")),
      ("欠:第9支部", .unknownName(key: .missing, value: "第9支部", nearest: "第1支部")),
      ("not 牵头:工回", .unknownName(key: .lead, value: "工回", nearest: "工会")),
      ("campaign:h29", .unknownName(key: .campaign, value: "h29", nearest: "h26")),
      ("党办 phase:动页部署", .unknownName(key: .phase, value: "动页部署", nearest: "动员部署")),
      ("@周报", .unknownView("周报", all: [])), ("欠:", .unfinished("欠:")),
    ] as [(String, FilterError)])
  func mistakesAreTold(text: String, expected: FilterError) { #expect(error(text) == expected, "\(text)") }

  @Test(arguments: ["时限:4月31日", "due:近期", "due:..", "since:x", "更新:2026-13", "due:会后3日内", "时限:本周x"])
  func daysThatCannotBeAreTold(text: String) {
    guard case .unknownTime = error(text) else {
      Issue.record("\(text): \(String(describing: error(text)))")
      return
    }
  }

  @Test(arguments: [
    "10:30", "\"时间:本周\"", "unit:党办", "unit:dangban", "欠:zhibu1", "lead:-", "第一：会议 ".trimmed + "1",
  ])
  func whatIsMeantIsRead(text: String) {
    if text.hasPrefix("第一") {
      #expect(error(text) == .unknownKey("第一", nearest: nil))
    } else {
      #expect(error(text) == nil, "\(text)")
    }
  }

  /// Names are found by a part of them and by how they are read; the whole name is that unit's alone.
  @Test func namesAreMeantByAPartOrTheirReading() throws {
    #expect(try ids("unit:dangban") == ids("unit:党办") && !ids("unit:dangban").isEmpty)
    #expect(try ids("unit:db") == ids("unit:党办") && ids("牵头:gh") == ids("牵头:工会"))
    let branches = try Set((1...4).flatMap { try ids("欠:第\($0)支部") })
    #expect(try Set(ids("欠:支部")) == branches && Set(ids("欠:zhibu")) == branches)
    #expect(try Set(ids("第1支部")) == Set(ids("\"第1支部\" or unit:第1支部")))
    #expect(try ids("第1支部").count > ids("\"第1支部\"").count)
  }

  @Test func savedFiltersStandForThemselves() throws {
    var context = context
    context.views = [
      SavedView(name: "急件", filter: "状态:逾期 or 状态:临期"), SavedView(name: "党办急件", filter: "@急件 单位:党办"),
      SavedView(name: "甲", filter: "@乙"), SavedView(name: "乙", filter: "not @甲"),
      SavedView(name: "急件", filter: "light:red"),
    ]
    #expect(
      try FilterReader.read("@党办急件", context) == FilterReader.read("(is:逾期 or is:临期) unit:党办", context))
    #expect(try FilterReader.read("\"@急件\"", context) == .words("@急件"))
    #expect(throws: FilterError.tooDeep) { try FilterReader.read("@甲", context) }
    #expect(throws: FilterError.unknownView("丙", all: context.views.map(\.name))) {
      try FilterReader.read("@丙", context)
    }
  }

  @Test func aFilterOfAPageIsRefused() throws {
    let longest = FilterReader.longest
    #expect(error(String(repeating: "会", count: longest)) == nil)
    #expect(error(String(repeating: "会", count: longest + 1)) == .tooLong(most: longest))
  }

  /// Whatever is asked: the rows of a group are those that its filter lists, and each number is a count of rows.
  @Test func figuresAndTheFiltersBesideThemAgree() throws {
    let pieces = [
      "单位:党办", "unit:zhibu", "欠:第2支部", "lead:gh", "campaign:h26", "campaign:\"x 1\"", "阶段:动员", "leader:院长",
      "状态:在办", "is:overdue", "逾期", "长期", "not is:quota", "light:red", "时限:本月", "due:..昨天", "due:30d", "更新:本周",
      "since:2026-11-01", "db", "党日", "is:draft", "(is:逾期 or 状态:临期)", "非 单位:各支部", "\"x 1\"",
      "stage:suspended",
    ]
    var random = SeededNumbers(seed: 5)
    var met = 0
    for _ in 0..<100 {
      let words = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined(separator: Bool.random(using: &random) ? " " : " or ")
      let filter = try FilterReader.read(words, context)
      for by in RateGroup.allCases {
        let (groups, all) = snapshot.rates(by: by, matching: filter)
        #expect(all == Tally(snapshot.rows(matching: filter)), "\(words)")
        for (key, tally) in groups {
          let text = key.filterText(within: words)
          let listed = snapshot.rows(matching: try FilterReader.read(text, context))
          // A draft that a filter asks for is listed, and counts nowhere.
          let counted = listed.filter { $0.task.stage != .draft }
          #expect(Tally(counted) == tally && counted.count == tally.total, "\(text)")
          #expect(
            snapshot.places(matching: filter.and(key.filter)).count == listed.count, "\(text)")
          met += counted.count
        }
      }
    }
    #expect(met > 3_000)
  }
}
