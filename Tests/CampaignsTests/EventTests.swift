import Campaigns
import Testing

/// Events of one day and of several, and what hangs on them.
struct EventTests {
  private static let one = ("2026-06-24", "2026-06-24")
  private static let many = ("2026-06-24", "2026-09-28")

  /// 06-19 to 06-21 and 10-01 to 10-07 are holidays, 10-10 is a working Saturday.
  @Test(
    arguments: [
      (.before, nil, one, nil, "2026-06-23"), (.before, nil, many, nil, "2026-06-23"),
      (.before, (5, .day), one, nil, "2026-06-19"), (.before, (5, .day), many, nil, "2026-06-19"),
      (.before, (5, .workingDay), one, nil, "2026-06-16"),
      (.before, (5, .workingDay), many, nil, "2026-06-16"),
      (.before, (2, .week), many, nil, "2026-06-10"), (.before, (1, .month), one, nil, "2026-05-24"),
      (.before, (1, .year), many, nil, "2025-06-24"),
      (.during, nil, one, "2026-06-24", "2026-06-24"), (.during, nil, many, "2026-06-24", "2026-09-28"),
      (.after, nil, one, "2026-06-24", nil), (.after, nil, many, "2026-09-29", nil),
      (.after, (5, .day), one, nil, "2026-06-29"), (.after, (5, .day), many, nil, "2026-10-03"),
      (.after, (5, .workingDay), one, nil, "2026-07-01"), (.after, (5, .workingDay), many, nil, "2026-10-10"),
      (.after, (2, .week), one, nil, "2026-07-08"), (.after, (1, .month), many, nil, "2026-10-28"),
      (.after, (1, .year), one, nil, "2027-06-24"),
    ] as [(EventBinding.Side, (Int, TimeSpan.Unit)?, (String, String), String?, String?)])
  func theDaysThatADeadlineGets(
    side: EventBinding.Side, within: (Int, TimeSpan.Unit)?, event: (String, String), start: String?,
    end: String?
  ) throws {
    let span = within.map { TimeSpan(count: $0.0, unit: $0.1) }
    let days = EventBinding(name: "汛期", side: side, within: span).days(
      of: try Self.days(event.0, event.1), calendar: chinese)
    #expect(days.start?.iso == start && days.end?.iso == end)
  }

  @Test func theDaysOfAnEvent() throws {
    let (june, july) = (try day("2026-06-01"), try day("2026-07-01"))
    #expect(EventDays(first: july, last: june) == nil && EventDays(june).isOneDay)
    let range = NamedEvent(name: "汛期", days: EventDays(first: june, last: july))
    #expect(range.day == june && range.until == july)
    #expect(NamedEvent(name: "汛期", day: june).until == nil && NamedEvent(name: "汛期").day == nil)
  }

  /// (named in the deadline, the campaign's year, its own events, those for all) → the first day that counts.
  @Test(
    arguments: [
      ("2026年汛期", 2026, [:], ["2026年汛期": "2026-06-01"], "2026-06-01"),
      ("2026年汛期", 2025, [:], ["汛期": "2026-06-02"], "2026-06-02"),
      ("2026年汛期", 2026, [:], ["汛期": "2025-06-01"], nil),
      ("2026年汛期", 2026, [:], ["2025年汛期": "2025-06-01"], nil),
      ("汛期", 2026, [:], ["2026年汛期": "2026-06-01"], "2026-06-01"),
      ("汛期", 2026, [:], ["2025年汛期": "2025-06-01", "2026年汛期": "2026-06-01"], "2026-06-01"),
      ("汛期", 2027, [:], ["2026年汛期": "2026-06-01"], nil), ("汛期", nil, [:], ["2026年汛期": "2026-06-01"], nil),
      ("汛期", 2026, [:], ["汛期": "2025-06-01", "2026年汛期": "2026-06-01"], "2025-06-01"),
      ("汛期", 2026, ["汛期": "2026-06-05"], ["汛期": "2026-06-01"], "2026-06-05"),
      ("汛期", 2026, ["2026年汛期": "2026-06-05"], ["2026年汛期": "2026-06-01"], "2026-06-05"),
      ("汛期", 2026, ["2026年汛期": "2026-06-05"], ["汛期": "2026-06-01"], "2026-06-01"),
      ("2026年度考核", 2026, [:], ["年度考核": "2026-12-20"], "2026-12-20"),
      ("2026年度考核", 2026, [:], ["考核": "2026-12-20"], nil),
      ("2026年会", 2026, [:], ["会": "2026-12-20"], nil),
      ("二〇二六年春季学期", 2026, [:], ["春季学期": "2026-03-01"], "2026-03-01"),
      ("2026-2027学年", 2026, [:], ["2026-2027学年": "2026-09-01"], "2026-09-01"),
    ] as [(String, Int?, [String: String], [String: String], String?)])
  func theSameEventWithAndWithoutItsYear(
    name: String, year: Int?, own: [String: String], all: [String: String], first: String?
  ) throws {
    func events(_ days: [String: String]) throws -> [NamedEvent] {
      try days.sorted { $0.key < $1.key }.map { NamedEvent(name: $0.key, day: try day($0.value)) }
    }
    var campaign = Campaign(code: "h26", title: "方案", year: year)
    campaign.tasks = [
      Task(
        id: "h26-1", title: "任务",
        deadline: Deadline(text: "\(name)前", kind: .event, event: EventBinding(name: name, side: .before)))
    ]
    campaign.phases = [Phase(id: "p1", name: "一", until: EventBinding(name: name, side: .before))]
    campaign.events = try events(own)
    let judge = try Fixture.judge("2026-01-01", events: try events(all))
    let end = try first.map { try day($0) - 1 }
    #expect(judge.end(of: campaign.tasks[0], in: campaign) == end)
    #expect(judge.end(of: campaign.phases[0], in: campaign) == end)

    var settings = StoreSettings()
    settings.events = try events(all)
    let ledger = Ledger(settings: settings, units: UnitRegistry(), campaigns: [campaign])
    let awaited = try #require(ledger.awaitedEvents.first { $0.tasks == ["h26-1"] })
    #expect(awaited.days?.first.iso == first && awaited.phases == ["h26/p1"])
    #expect((awaited.name == name) == (first == nil || own[name] ?? all[name] == first))
  }

  /// What `event set` with these words and days changes, where 2026年汛期 and 年度考核 have days and 供暖季 is waited for.
  @Test(
    arguments: [
      ("汛期", "2026-06-01", ["2026年汛期"]), ("汛期", "2027-06-01", []), ("汛期", nil, ["2026年汛期"]),
      ("2027年汛期", "2027-06-01", []), ("2026年度考核", "2026-12-25", ["年度考核"]),
      ("2025年度考核", "2025-12-25", []), ("供暖", "2026-11-15", ["供暖季"]), ("供暖季", nil, ["供暖季"]),
      ("2026年供暖季", "2026-11-15", []), ("考核", "2026-12-25", ["年度考核"]), ("五一", "2026-05-01", []),
    ] as [(String, String?, [String])])
  func whichEventIsMeant(words: String, first: String?, names: [String]) throws {
    var campaign = Campaign(code: "h26", title: "方案", year: 2026)
    campaign.tasks = ["汛期", "年度考核", "供暖季"].enumerated().map { index, name in
      Task(
        id: "h26-\(index + 1)", title: "任务",
        deadline: Deadline(text: "\(name)前", kind: .event, event: EventBinding(name: name, side: .before)))
    }
    var settings = StoreSettings()
    settings.events = [
      NamedEvent(name: "2026年汛期", days: try Self.days("2026-06-01", "2026-09-30")),
      NamedEvent(name: "年度考核", day: try day("2026-12-20")),
    ]
    let ledger = Ledger(settings: settings, units: UnitRegistry(), campaigns: [campaign])
    #expect(ledger.event(meaning: words, on: try first.map { EventDays(try day($0)) }) == names)
  }

  /// A quota that hangs on a period is asked for in it.
  @Test func aQuotaInThePeriod() throws {
    var campaign = Campaign(code: "h26", title: "方案", year: 2026)
    campaign.events = [NamedEvent(name: "汛期", days: try Self.days("2026-06-01", "2026-09-30"))]
    let task = Task(
      id: "h26-1", title: "巡查",
      deadline: Deadline(
        text: "汛期期间每月一次", kind: .event, quota: Quota(times: 1, per: .month),
        event: EventBinding(name: "汛期", side: .during)))
    let verdict = try Fixture.judge("2026-07-10").verdict(on: task, in: campaign)
    #expect(verdict.quota?.start.iso == "2026-06-01" && verdict.quota?.end.iso == "2026-09-30")
    #expect(verdict.end?.iso == "2026-09-30" && verdict.condition == .normal)
    #expect(verdict.notes.contains(.scheduled(event: "汛期", try Self.days("2026-06-01", "2026-09-30"))))
  }

  /// The days of an event as people write them.
  @Test(
    arguments: [
      ("2026-11-08", "2026-11-08", "2026-11-08"), (" 11月8日 ", "2026-11-08", "2026-11-08"),
      ("2026-06-01..2026-09-30", "2026-06-01", "2026-09-30"),
      ("2026-06-01 2026-09-30", "2026-06-01", "2026-09-30"),
      ("2026-06-01 .. 2026-09-30", "2026-06-01", "2026-09-30"),
      ("2026-06-01至2026-09-30", "2026-06-01", "2026-09-30"),
      ("6月1日至9月30日", "2026-06-01", "2026-09-30"), ("6月1日..9月30日", "2026-06-01", "2026-09-30"),
      ("6月1日——9月30日", "2026-06-01", "2026-09-30"), ("6月1日 9月30日", "2026-06-01", "2026-09-30"),
      ("11月15日至3月15日", "2026-11-15", "2027-03-15"),
      ("2026-06-01..2026-06-01", "2026-06-01", "2026-06-01"),
    ])
  func theDaysInWords(words: String, first: String, last: String) throws {
    let days = try EventDays(words: words, today: try day("2026-05-01"), calendar: chinese)
    #expect(days == (try Self.days(first, last)))
  }

  @Test(arguments: [
    "", "下个月", "2026-13-01", "2026-06-01..", "..2026-06-01", "2026-06-01..2026-09-31", "长期", "每月5日", "考试结束后",
    "2026-06-01 2026-07-01 2026-08-01", "5个工作日内",
  ])
  func wordsThatAreNoDays(words: String) throws {
    let today = try day("2026-05-01")
    #expect(throws: EventDays.WordsError.unread(words)) {
      try EventDays(words: words, today: today, calendar: chinese)
    }
  }

  @Test func aReversedRangeIsRefused() throws {
    let (june, may) = (try day("2026-06-01"), try day("2026-05-01"))
    #expect(throws: EventDays.WordsError.reversed(first: june, last: may)) {
      try EventDays(words: "2026-06-01..2026-05-01", today: may, calendar: chinese)
    }
  }

  private static func days(_ first: String, _ last: String) throws -> EventDays {
    let (from, through) = (try day(first), try day(last))
    return try #require(EventDays(first: from, last: through))
  }
}
