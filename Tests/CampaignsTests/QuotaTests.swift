import Campaigns
import TestSupport
import Testing

/// Quotas of the documents on chosen days, worked out by hand.
struct QuotaTests {
  private func task(_ words: String, _ year: Int, _ done: [(String, Int)]) throws -> Task {
    var task = Task(
      id: "h1-1", title: "事项",
      deadline: TimeReader(TimeContext(year: year, calendar: chinese)).read(words).deadline)
    task.occurrences = try done.map { Occurrence(on: try day($0.0), count: $0.1) }
    return task
  }

  private func verdict(
    _ words: String, _ year: Int?, _ done: [(String, Int)], _ today: String, phase: (String, String)? = nil
  ) throws -> Verdict {
    var task = try task(words, year ?? 2011, done)
    var campaign = Campaign(code: "h1", title: "方案", year: year)
    if let phase {
      campaign.phases = [Phase(id: "p1", name: "阶段", start: try day(phase.0), end: try day(phase.1))]
      task.phase = "p1"
    }
    return try Fixture.judge(today).verdict(on: task, in: campaign)
  }

  private struct Case: Sendable, CustomTestStringConvertible {
    var words: String
    var year: Int
    var done: [(String, Int)]
    var today: String
    /// done/asked of the period shown.
    var shown: String
    /// Starts of periods that fell short, with what was missing and made up.
    var shortfalls: [String] = []
    var owed = 0
    var total: String
    var light: Light
    var testDescription: String { "\(words) \(today)" }

    init(
      _ words: String, _ year: Int, _ done: [(String, Int)], _ today: String, _ shown: String,
      _ shortfalls: [String] = [], owed: Int = 0, total: String, _ light: Light
    ) {
      (self.words, self.year, self.done, self.today) = (words, year, done, today)
      (self.shown, self.shortfalls, self.owed, self.total) = (shown, shortfalls, owed, total)
      self.light = light
    }
  }

  private static let quarterly = [("2010-03-10", 1), ("2010-08-20", 1)]
  private static let monthly = (1...5).map { ("2010-0\($0)-15", 1) }
  private static let twice = [("2011-02-15", 1), ("2011-03-20", 1), ("2011-05-10", 1)]

  private static let cases: [Case] = [
    // Once a quarter in 2010: March and August.
    Case("每季一次", 2010, quarterly, "2010-01-01", "1/1", total: "2/0", .green),
    Case("每季一次", 2010, quarterly, "2010-06-24", "0/1", total: "2/0", .none),
    // 25 June to 30 June: 28, 29, 30 are the working days that are left.
    Case("每季一次", 2010, quarterly, "2010-06-25", "0/1", total: "2/0", .yellow),
    Case("每季一次", 2010, quarterly, "2010-06-30", "0/1", total: "2/0", .yellow),
    Case("每季一次", 2010, quarterly, "2010-07-01", "1/1", ["2010-04-01 1/0"], owed: 1, total: "2/0", .red),
    Case(
      "每季一次", 2010, quarterly, "2011-01-01", "0/1", ["2010-04-01 1/0", "2010-10-01 1/0"], owed: 2,
      total: "2/0", .red),
    // Two in August: one of them makes up for the second quarter.
    Case(
      "每季一次", 2010, [("2010-03-10", 1), ("2010-08-20", 2)], "2010-09-01", "2/1", ["2010-04-01 1/1"],
      total: "3/0", .green),
    // What was done beforehand makes up for nothing.
    Case(
      "每季一次", 2010, [("2010-03-10", 2)], "2010-07-01", "0/1", ["2010-04-01 1/0"], owed: 1, total: "2/0", .red),
    // Once a month, or twelve in the year.
    Case("每月一次或全年平均不少于十二次", 2010, monthly, "2010-05-31", "1/1", total: "5/12", .green),
    Case(
      "每月一次或全年平均不少于十二次", 2010, monthly, "2010-07-01", "0/1", ["2010-06-01 1/0"], owed: 1, total: "5/12",
      .red),
    Case(
      "每月一次或全年平均不少于十二次", 2010, monthly + [("2010-07-02", 2)], "2010-07-05", "2/1", ["2010-06-01 1/1"],
      total: "7/12", .green),
    // Two a month until June reach the total: July to September make no difference any more.
    Case(
      "每月一次或全年平均不少于十二次", 2010, (1...6).map { ("2010-0\($0)-15", 2) }, "2010-10-29", "0/1",
      ["2010-07-01 1/1", "2010-08-01 1/1", "2010-09-01 1/1"], total: "12/12", .green),
    // Nine months of twelve: three months fell short, and the year.
    Case(
      "每月一次或全年平均不少于十二次", 2010, (1...9).map { ("2010-0\($0)-15", 1) }, "2011-01-04", "0/1",
      ["2010-10-01 1/0", "2010-11-01 1/0", "2010-12-01 1/0", "2010-01-01 3/0"], owed: 3, total: "9/12", .red),
    // Twice a quarter until 20 December 2011: the last quarter ends then.
    Case("每季度不少于二次，12月20日之前", 2011, twice, "2011-04-01", "1/2", total: "3/0", .green),
    Case(
      "每季度不少于二次，12月20日之前", 2011, twice, "2011-07-01", "0/2", ["2011-04-01 1/0"], owed: 1, total: "3/0", .red),
    Case(
      "每季度不少于二次，12月20日之前", 2011, twice + [("2011-08-01", 3), ("2011-11-01", 1)], "2011-12-14", "1/2",
      ["2011-04-01 1/1"], total: "7/0", .green),
    Case(
      "每季度不少于二次，12月20日之前", 2011, twice + [("2011-08-01", 3), ("2011-11-01", 1)], "2011-12-15", "1/2",
      ["2011-04-01 1/1"], total: "7/0", .yellow),
    Case(
      "每季度不少于二次，12月20日之前", 2011, twice + [("2011-08-01", 3), ("2011-11-01", 1)], "2011-12-21", "1/2",
      ["2011-04-01 1/1", "2011-10-01 1/0"], owed: 1, total: "7/0", .red),
    // What came after the final day still makes up.
    Case(
      "每季度不少于二次，12月20日之前", 2011, twice + [("2011-08-01", 3), ("2011-11-01", 1), ("2011-12-23", 1)],
      "2011-12-26", "1/2", ["2011-04-01 1/1", "2011-10-01 1/1"], total: "8/0", .red),
    // Two hours a month until 20 December; twenty days of December are more than half.
    Case(
      "每月不少于2学时，12月20日之前", 2011, [("2011-01-10", 2), ("2011-02-16", 1)], "2011-03-01", "0/2",
      ["2011-02-01 1/0"], owed: 1, total: "3/0", .red),
    Case(
      "每月不少于2学时，12月20日之前", 2011,
      (1...9).map { ("2011-0\($0)-10", 2) } + [("2011-10-10", 2), ("2011-11-10", 2)],
      "2011-12-01", "0/2", total: "22/0", .green),
    // One piece a quarter, or more.
    Case("每季报送1篇以上", 2012, [("2012-03-26", 3)], "2012-04-05", "0/1", total: "3/0", .none),
    Case("每季报送1篇以上", 2012, [("2012-03-26", 3)], "2012-03-31", "3/1", total: "3/0", .green),
    // By the 25th of each month: overdue from the 26th, until it is there.
    Case(
      "每月25日前报送1篇", 2011, [("2011-01-20", 1), ("2011-02-25", 1)], "2011-03-25", "0/1", total: "2/0", .yellow),
    Case(
      "每月25日前报送1篇", 2011, [("2011-01-20", 1), ("2011-02-25", 1)], "2011-03-26", "0/1", ["2011-03-01 1/0"],
      owed: 1, total: "2/0", .red),
    Case(
      "每月25日前报送1篇", 2011, [("2011-01-20", 1), ("2011-02-25", 1), ("2011-03-28", 1)], "2011-03-28", "0/1",
      ["2011-03-01 1/1"], total: "3/0", .none),
    // The two days of 2011 before the first Monday ask for nothing.
    Case("每周一次", 2011, [], "2011-01-03", "0/1", total: "0/0", .none),
    Case("每周一次", 2011, [], "2011-01-10", "0/1", ["2011-01-03 1/0"], owed: 1, total: "0/0", .red),
    // A year that is cut to less than half is still the only one.
    Case("每年组织一次，6月10日之前", 2011, [], "2011-05-01", "0/1", total: "0/0", .green),
    Case("每半年一次", 2011, [("2011-06-30", 1)], "2011-07-01", "0/1", total: "1/0", .none),
  ]

  @Test(arguments: cases)
  private func byHand(_ wanted: Case) throws {
    let verdict = try verdict(wanted.words, wanted.year, wanted.done, wanted.today)
    let standing = try #require(verdict.quota)
    #expect(standing.shown.map { "\($0.done)/\($0.asked)" } == wanted.shown)
    #expect(standing.shortfalls.map { "\($0.start) \($0.missing)/\($0.madeUp)" } == wanted.shortfalls)
    #expect(standing.owed == wanted.owed)
    #expect(standing.year.map { "\($0.done)/\($0.asked)" } == wanted.total)
    #expect(verdict.light == wanted.light)
  }

  @Test func theConditionStaysWhatItIs() throws {
    #expect(try verdict("每季一次", 2010, [], "2010-12-31").condition == .recurring)
    #expect(try verdict("每季一次", 2010, [], "2010-12-31").days == nil)
    #expect(try verdict("每季度不少于二次，12月20日之前", 2011, [], "2011-12-14").condition == .normal)
    #expect(try verdict("每季度不少于二次，12月20日之前", 2011, [], "2011-12-21").condition == .overdue)
  }

  /// A phase from 1 March to 30 June: March is less than half of its quarter.
  @Test func aPhaseCutsThePeriods() throws {
    let standing = try #require(
      try verdict("每季一次", 2011, [("2011-03-15", 1)], "2011-07-01", phase: ("2011-03-01", "2011-06-30")).quota)
    #expect(standing.periods.map(\.asked) == [0, 1] && standing.periods.map(\.done) == [1, 0])
    #expect(standing.owed == 1 && standing.current == nil && standing.light == .red)
    let both = try #require(
      try verdict("每月一次，6月20日之前", 2011, [], "2011-05-01", phase: ("2011-03-16", "2011-12-31")).quota)
    #expect((both.start, both.end) == (try day("2011-03-16"), try day("2011-06-20")))
    #expect(both.periods.map(\.asked) == [1, 1, 1, 1])
  }

  @Test func aQuotaEndsWithItsTaskAndCampaign() throws {
    var task = try task("每季一次", 2011, [("2011-02-01", 1)])
    var campaign = Campaign(code: "h1", title: "方案", year: 2011)
    task.stage = .completed
    task.completion = Completion(on: try day("2011-03-31"))
    let verdict = try Fixture.judge("2011-12-31").verdict(on: task, in: campaign)
    #expect(verdict.quota?.shortfalls == [] && verdict.light == .none)
    campaign.closed = try day("2011-02-28")
    #expect(try Fixture.judge("2011-12-31").verdict(on: task, in: campaign).quota?.end == campaign.closed)
    campaign.closed = try day("2010-12-31")
    #expect(try Fixture.judge("2011-12-31").verdict(on: task, in: campaign).quota == nil)
    #expect(try self.verdict("每季一次", nil, [], "2011-05-01").quota == nil, "no year is known")
  }

  @Test func aWeekWithoutWorkingDaysAsksForNothing() throws {
    let off = (0...6).compactMap { Day(number: (Day(2011, 5, 9)?.number ?? 0) + $0) }
    let judge = Judge(today: try day("2011-05-20"), calendar: WorkCalendar(years: [], ownOff: off))
    let verdict = judge.verdict(
      on: try task("每周一次", 2011, []), in: Campaign(code: "h1", title: "方案", year: 2011))
    #expect(verdict.quota?.period(of: try day("2011-05-10"))?.asked == 0)
    #expect(verdict.quota?.period(of: try day("2011-05-16"))?.asked == 1)
  }

  /// Whatever a file holds, periods stay few and sums stay numbers.
  @Test func hostileValues() throws {
    for per in Period.allCases {
      var task = Task(id: "h1-1", title: "x")
      task.deadline = Deadline(
        text: "x", kind: .recurring, start: Day(1000, 1, 1), end: Day(9999, 12, 31),
        quota: Quota(times: 1 << 53 - 1, per: per, points: [DuePoint(.day(-4))], yearlyTotal: 1 << 53 - 1))
      task.occurrences = (0..<3_000).map {
        Occurrence(on: Day(2011, 1, 1 + $0 % 28) ?? .epoch, count: $0.isMultiple(of: 2) ? .max : .min)
      }
      let verdict = try Fixture.judge("2011-05-01").verdict(on: task, in: Campaign(code: "h1", title: "x"))
      let standing = try #require(verdict.quota)
      #expect(standing.periods.count <= 7_672 && standing.owed >= 0)
      task.deadline.quota?.times = -1
      #expect(
        try Fixture.judge("2011-05-01").verdict(on: task, in: Campaign(code: "h1", title: "x")).quota == nil)
    }
  }

  /// Periods cover the span without a gap, and everything done in it is counted once.
  @Test(arguments: Period.allCases)
  func periodsCoverTheSpan(per: Period) throws {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<40 {
      let start = try day("2010-01-01") + Int.random(in: 0...700, using: &random)
      let end = start + Int.random(in: 0...600, using: &random)
      let occurrences = (0..<20).map { _ in Occurrence(on: start + Int.random(in: -30...640, using: &random))
      }
      let standing = try #require(
        QuotaStanding(
          Quota(times: 2, per: per), occurrences, from: start, through: end, member: nil,
          today: start + Int.random(in: -10...650, using: &random), calendar: chinese, lights: .usual)
      )
      #expect(standing.periods.first?.start == start && standing.periods.last?.end == end)
      for (one, next) in zip(standing.periods, standing.periods.dropFirst()) {
        #expect(one.end + 1 == next.start)
        #expect(per.days(around: one.start) == per.days(around: one.end))
      }
      let inside = occurrences.count { start <= $0.on && $0.on <= end }
      #expect(standing.periods.reduce(0) { $0 + $1.done } == inside)
      #expect(standing.periods.allSatisfy { 0...$0.missing ~= $0.madeUp })
    }
  }
}
