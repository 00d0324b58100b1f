import Campaigns
import TestSupport
import Testing

/// Quotas with points and intervals, day by day.
struct QuotaPointTests {
  private func verdict(_ quota: Quota, _ done: [String], _ today: String) throws -> Verdict {
    var task = Task(id: "h26-1", title: "事项", deadline: Deadline(text: "x", kind: .recurring, quota: quota))
    task.occurrences = try done.map { Occurrence(on: try day($0)) }
    return try Fixture.judge(today).verdict(
      on: task, in: Campaign(code: "h26", title: "方案", year: 2026))
  }

  private static let monthly = Quota(times: 1, per: .month, points: [DuePoint(.day(5))])
  private static let quarterly = Quota(
    times: 1, per: .quarter, points: [DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day)))])
  private static let twice = Quota(
    times: 2, per: .year, points: [DuePoint(month: 3, .lastDay), DuePoint(month: 9, .lastDay)])
  private static let weekly = Quota(times: 1, per: .week, interval: 2)

  /// Quota, what was done, today; light, due/done/asked of the one shown, shortfalls as due/missing/made up.
  private static let cases: [(Quota, [String], String, Light, String, [String])] = [
    // 每月5日前: February's was on time. Four working days are left on 28 February, a Saturday that is worked.
    (monthly, ["2026-01-05", "2026-02-04"], "2026-02-28", .none, "03-05 0/1", []),
    (monthly, ["2026-01-05", "2026-02-04"], "2026-03-02", .yellow, "03-05 0/1", []),
    (monthly, ["2026-01-05", "2026-02-04"], "2026-03-05", .yellow, "03-05 0/1", []),
    (monthly, ["2026-01-05", "2026-02-04"], "2026-03-06", .red, "04-05 0/1", ["03-05 1/0"]),
    (monthly, ["2026-01-05", "2026-02-04", "2026-03-03"], "2026-03-04", .green, "03-05 1/1", []),
    (monthly, ["2026-01-05", "2026-02-04", "2026-03-03"], "2026-03-06", .none, "04-05 0/1", []),
    // Handed in at the end of February it is March's.
    (monthly, ["2026-01-05", "2026-02-04", "2026-02-28"], "2026-03-06", .none, "04-05 0/1", []),
    // On the 8th it is March's still, and late; April's is still to come.
    (monthly, ["2026-01-05", "2026-02-04", "2026-03-08"], "2026-03-09", .none, "04-05 0/1", ["03-05 1/1"]),
    (
      monthly, ["2026-01-05", "2026-02-04", "2026-03-08", "2026-03-09"], "2026-03-09", .green, "04-05 1/1",
      ["03-05 1/1"]
    ),
    // Whoever is late each month owes nothing in the end.
    (
      monthly, ["2026-01-08", "2026-02-08", "2026-03-08"], "2026-03-20", .none, "04-05 0/1",
      ["01-05 1/1", "02-05 1/1", "03-05 1/1"]
    ),
    // Who missed March and is in time for April has missed March; one more makes up for it, as does one at the end of March.
    (
      monthly, ["2026-01-05", "2026-02-04", "2026-04-03"], "2026-04-04", .red, "04-05 1/1", ["03-05 1/0"]
    ),
    (
      monthly, ["2026-01-05", "2026-02-04", "2026-04-03", "2026-04-04"], "2026-04-04", .green, "04-05 1/1",
      ["03-05 1/1"]
    ),
    (monthly, ["2026-01-05", "2026-02-04", "2026-03-31"], "2026-04-01", .yellow, "04-05 0/1", ["03-05 1/1"]),
    // Two are missing: what comes late makes up for the older one first.
    (
      monthly, ["2026-01-05", "2026-03-08"], "2026-03-09", .red, "04-05 0/1", ["02-05 1/1", "03-05 1/0"]
    ),
    // The last one goes on to the end of the year.
    (
      monthly, (1...11).map { "2026-\($0 < 10 ? "0" : "")\($0)-05" }, "2026-12-28", .red, "12-05 0/1",
      ["12-05 1/0"]
    ),
    (
      monthly, (1...11).map { "2026-\($0 < 10 ? "0" : "")\($0)-05" } + ["2026-12-27"], "2026-12-28", .green,
      "12-05 0/1", ["12-05 1/1"]
    ),
    // 每季度结束后10日内: what comes on 8 January is the old year's, on 8 April the first quarter's.
    (quarterly, [], "2026-01-09", .none, "04-10 0/1", []),
    (quarterly, ["2026-01-08"], "2026-04-01", .none, "04-10 0/1", []),
    (quarterly, ["2026-01-08"], "2026-04-08", .yellow, "04-10 0/1", []),
    (quarterly, ["2026-04-08"], "2026-04-09", .green, "04-10 1/1", []),
    (quarterly, ["2026-04-08"], "2026-04-11", .none, "07-10 0/1", []),
    (quarterly, [], "2026-04-11", .red, "07-10 0/1", ["04-10 1/0"]),
    (quarterly, ["2026-04-13"], "2026-04-14", .none, "07-10 0/1", ["04-10 1/1"]),
    (
      quarterly, ["2026-04-08", "2026-07-08", "2026-10-08", "2027-01-08"], "2027-01-09", .green, "01-10 1/1",
      []
    ),
    (
      quarterly, ["2026-04-08", "2026-07-08", "2026-10-08"], "2027-01-11", .red, "01-10 0/1", ["01-10 1/0"]
    ),
    // 每年3月底前、9月底前: once by each.
    (twice, [], "2026-03-31", .yellow, "03-31 0/1", []),
    (twice, [], "2026-04-01", .red, "09-30 0/1", ["03-31 1/0"]),
    (twice, ["2026-04-10"], "2026-09-01", .none, "09-30 0/1", ["03-31 1/1"]),
    (twice, ["2026-06-30"], "2026-09-01", .none, "09-30 0/1", ["03-31 1/1"]),
    (twice, ["2026-07-01"], "2026-09-01", .red, "09-30 1/1", ["03-31 1/0"]),
    (twice, ["2026-02-10", "2026-03-10"], "2026-04-01", .none, "09-30 0/1", []),
    (twice, ["2026-02-10", "2026-09-30"], "2026-10-01", .green, "09-30 1/1", []),
    // 两周一次, from Monday 12 January to Sunday the 25th.
    (weekly, ["2026-01-04", "2026-01-13"], "2026-01-24", .green, "01-25 1/1", []),
    (weekly, ["2026-01-04"], "2026-01-20", .yellow, "01-25 0/1", []),
    (weekly, ["2026-01-04"], "2026-01-26", .red, "02-08 0/1", ["01-25 1/0"]),
  ]

  @Test(arguments: cases)
  func byHand(
    quota: Quota, done: [String], today: String, light: Light, shown: String, shortfalls: [String]
  ) throws {
    let verdict = try verdict(quota, done, today)
    let standing = try #require(verdict.quota)
    #expect(verdict.light == light)
    #expect(standing.shown.map { "\($0.due.iso.dropFirst(5)) \($0.done)/\($0.asked)" } == shown)
    #expect(standing.shortfalls.map { "\($0.due.iso.dropFirst(5)) \($0.missing)/\($0.madeUp)" } == shortfalls)
    #expect(
      standing.years.reduce(0) { $0 + $1.done }
        == done.filter { $0 != "2026-01-08" || quota != Self.quarterly }.count)
  }

  /// What lies after the year's end belongs to the year that it is for.
  @Test func theYearThatIsOver() throws {
    let done = ["2026-04-08", "2026-07-08", "2026-10-08", "2027-01-08"]
    let verdict = try verdict(Self.quarterly, done, "2027-01-09")
    #expect(verdict.quota?.years.map(\.done) == [4])
    #expect(verdict.quota?.period(of: try day("2027-01-08"))?.start == (try day("2026-10-01")))
    #expect(verdict.quota?.period(of: try day("2027-01-11")) == nil)
  }

  /// The period that a record counts for is the one that it makes up for.
  @Test func whatARecordCountsFor() throws {
    let standing = try #require(try verdict(Self.monthly, ["2026-01-05", "2026-03-08"], "2026-03-09").quota)
    #expect(standing.period(of: try day("2026-03-08"))?.due == (try day("2026-02-05")))
    let march = try day("2026-03-05")
    #expect(standing.firstOwed == march && standing.owed == 1)
    #expect(standing.period(of: try day("2026-03-09"))?.due == (try day("2026-04-05")))
  }

  /// Of a point that needs holidays not known yet the verdict says so at any time.
  @Test func unknownHolidaysAreTold() throws {
    var task = Task(id: "h27-1", title: "事项")
    for (mark, isTold) in [
      (DuePoint.Mark.workingDay(-1), true), (.beforeFeast("春节"), false), (.day(25), false),
    ] {
      task.deadline = Deadline(
        text: "x", kind: .recurring, quota: Quota(times: 1, per: .year, points: [DuePoint(mark)]))
      let verdict = try Fixture.judge("2027-01-04").verdict(
        on: task, in: Campaign(code: "h27", title: "方案", year: 2027))
      #expect(verdict.notes.contains(.holidaysUnknown(UnknownYear(year: 2027, isPast: false))) == isTold)
    }
  }

  /// Members of collectives are asked by each point that lies in their stretch.
  @Test func whoLeavesIsAskedNoMore() throws {
    let units = UnitRegistry(units: [
      Unit(id: "zhibu1", name: "第一支部", kind: .branch),
      Unit(
        id: "gezhibu", name: "各支部", kind: .collective,
        members: [Unit.Membership(unit: "zhibu1", from: try day("2026-02-04"), until: try day("2026-04-03"))]),
    ])
    var task = Task(id: "h26-1", title: "事项")
    task.units = [Responsibility(unit: "gezhibu", name: "各支部", role: .lead)]
    task.deadline = Deadline(text: "x", kind: .recurring, quota: Self.monthly)
    let judge = Judge(today: try day("2026-04-03"), calendar: chinese, units: units)
    let verdict = judge.verdict(on: task, in: Campaign(code: "h26", title: "方案", year: 2026))
    let standing = try #require(verdict.memberQuotas?.standing(of: "zhibu1"))
    #expect(standing.periods.filter { $0.asked > 0 }.map(\.due) == [try day("2026-03-05")])
    let march = try day("2026-03-05")
    #expect(verdict.light == .red && verdict.pointDue == march)
  }

  private static let marks: [DuePoint] =
    [Int.min, -4, 0, 99, .max].flatMap { number in
      [
        DuePoint(.day(number)), DuePoint(month: number, .lastDay), DuePoint(.workingDay(number)),
        DuePoint(month: number, .workingDay(number)), DuePoint(.weekday(number, nth: number)),
        DuePoint(.weekday(3, nth: number)), DuePoint(month: number, .day(31)),
      ]
        + TimeSpan.Unit.allCases.map { DuePoint(.afterEnd(TimeSpan(count: number, unit: $0))) }
    } + [
      DuePoint(.beforeFeast("")), DuePoint(.beforeFeast("春节")),
      DuePoint(.afterEnd(TimeSpan(count: 1_000_000_000, unit: .workingDay))),
    ]

  /// Whatever a file holds, what is asked stays little, and quickly reckoned.
  @Test(arguments: Period.allCases)
  func hostileNumbers(per: Period) throws {
    func expectLittle(_ quota: Quota, _ today: String) throws {
      let standing = try #require(
        QuotaStanding(
          quota, [Occurrence(on: try day("2026-06-01"), count: .max)], from: try day("1000-01-01"),
          through: try day("9999-12-31"), member: nil, today: try day(today), calendar: chinese,
          lights: .usual))
      #expect(!standing.periods.isEmpty && standing.periods.count <= 8_000 && standing.owed >= 0)
      let isInOrder = zip(standing.periods, standing.periods.dropFirst()).allSatisfy {
        $0.due < $1.due && $0.through + 1 == $1.from && $1.from <= $1.due
      }
      #expect(isInOrder)
    }
    let points = [DuePoint(.day(5)), DuePoint(.lastDay)]
    for today in ["1000-01-01", "9999-12-31"] {
      try expectLittle(Quota(times: 1 << 53, per: per), today)
      try expectLittle(Quota(times: 1 << 53, per: per, points: points), today)
      try expectLittle(Quota(times: 1, per: per, interval: 1_000_000_000_000, points: points), today)
    }
    for interval in [Int.min, -1, 7, .max] {
      try expectLittle(Quota(times: .max, per: per, interval: interval, points: points), "2026-06-01")
    }
    guard per != .day && per != .week else { return }
    for mark in Self.marks { try expectLittle(Quota(times: 1, per: per, points: [mark]), "2026-06-01") }
    try expectLittle(Quota(times: 1 << 53, per: per, points: marks(200)), "2026-06-01")
  }

  private func marks(_ count: Int) -> [DuePoint] {
    (0..<count).map { DuePoint(.afterEnd(TimeSpan(count: 366 - $0, unit: .workingDay))) }
  }

  /// What asks by days that there are none of is refused where a task gets it.
  @Test func nonsenseIsRefused() throws {
    func isSound(_ quota: Quota) -> Bool {
      do throws(Refusal) {
        try Deadline(text: "x", kind: .recurring, quota: quota).check()
        return true
      } catch { return false }
    }
    for quota in [Self.monthly, Self.quarterly, Self.twice, Self.weekly] { #expect(isSound(quota)) }
    for interval in [0, -1, 1_000_000_000_000] {
      #expect(!isSound(Quota(times: 1, per: .week, interval: interval)))
    }
    let wrong: [(Period, DuePoint)] = [
      (.month, DuePoint(.day(0))), (.month, DuePoint(.day(32))), (.month, DuePoint(month: 2, .day(1))),
      (.year, DuePoint(month: 13, .day(1))), (.year, DuePoint(month: 0, .lastDay)),
      (.quarter, DuePoint(month: 4, .lastDay)), (.month, DuePoint(.workingDay(0))),
      (.month, DuePoint(.workingDay(.min))), (.week, DuePoint(.weekday(0, nth: nil))),
      (.week, DuePoint(.weekday(8, nth: nil))), (.month, DuePoint(.weekday(1, nth: 0))),
      (.month, DuePoint(.weekday(1, nth: 99))), (.year, DuePoint(.beforeFeast(""))),
      (.month, DuePoint(.afterEnd(TimeSpan(count: 0, unit: .day)))),
      (.month, DuePoint(.afterEnd(TimeSpan(count: 1_000_000_000, unit: .day)))),
    ]
    for (per, point) in wrong { #expect(!isSound(Quota(times: 1, per: per, points: [point])), "\(point)") }
    #expect(!isSound(Quota(times: 1, per: .month, points: marks(200))))
  }

  /// Points cover the span without a gap, and everything done in it counts once.
  @Test(arguments: [monthly, quarterly, twice, weekly])
  func everythingCountsOnce(quota: Quota) throws {
    var random = SeededNumbers(seed: 26)
    for _ in 0..<40 {
      let start = try day("2024-01-01") + Int.random(in: 0...700, using: &random)
      let end = start + Int.random(in: 0...600, using: &random)
      let done = (0..<20).map { _ in Occurrence(on: start + Int.random(in: 0...500, using: &random)) }
      let standing = try #require(
        QuotaStanding(
          quota, done, from: start, through: end, member: nil,
          today: start + Int.random(in: -10...650, using: &random), calendar: chinese, lights: .usual)
      )
      let (first, last) = (try #require(standing.periods.first), try #require(standing.periods.last))
      #expect(first.from == start && last.through >= end)
      #expect(zip(standing.periods, standing.periods.dropFirst()).allSatisfy { $0.through + 1 == $1.from })
      #expect(standing.periods.allSatisfy { 0...$0.missing ~= $0.madeUp })
      guard quota.points != nil else { continue }
      let inside = done.count { $0.on <= last.through }
      let counted = standing.periods.reduce(0) { $0 + $1.done + $1.madeUp }
      #expect(inside <= counted && counted <= done.count)
    }
  }

  /// How often that is for whoever knows no intervals.
  @Test(
    arguments: [
      (1, .week, 2, 26, .year), (1, .month, 2, 6, .year), (2, .month, 2, 12, .year),
      (1, .quarter, 2, 2, .year),
      (1, .day, 5, 73, .year), (1, .year, 2, 1, .year), (3, .year, 2, 3, .year), (1, .halfyear, 3, 1, .year),
      (1, .month, 5, 2, .year), (2, .quarter, 1, 2, .quarter), (2, .quarter, nil, 2, .quarter),
      (.max, .day, 2, .max, .year), (1, .week, .max, 1, .year), (1, .week, -3, 1, .week),
    ] as [(Int, Period, Int?, Int, Period)])
  func plainly(times: Int, per: Period, interval: Int?, wanted: Int, wantedPer: Period) {
    let plain = Quota(times: times, per: per, interval: interval).plainly
    #expect(plain.per == wantedPer && (times == .max ? plain.times > 0 : plain.times == wanted))
  }
}
