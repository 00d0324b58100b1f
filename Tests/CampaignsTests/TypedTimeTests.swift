import Campaigns
import ReferenceData
import Testing

/// What somebody types into a form: the plan decides the year, and what is said from today on is the next such day within it.
struct TypedTimeTests {
  private static func typed(_ words: String, plan year: Int, issued: String? = nil, today: String) throws
    -> TimeReading
  {
    var campaign = Campaign(code: "h", title: "x")
    campaign.year = year
    campaign.issued = issued.flatMap { Day(iso: $0) }
    return TimeReading(of: words, in: campaign, today: try day(today), calendar: chinese)
  }

  @Test(arguments: [
    ("20号", "2026-12-20"), ("下旬", "2026-11-30"), ("上旬", "2026-12-10"), ("月底前", "2026-11-30"),
    ("29日前", "2026-11-29"),
    ("本周五", "2026-11-27"), ("下周五", "2026-12-04"), ("周五", "2026-12-04"), ("+5个工作日", "2026-12-04"),
    ("下月10日前", "2026-12-10"),
    ("季度末", "2026-12-31"), ("3月8日前", "2026-03-08"), ("年底前", "2026-12-31"),
  ])
  func inThisYearsPlan(words: String, end: String) throws {
    let reading = try Self.typed(words, plan: 2026, issued: "2026-02-01", today: "2026-11-29")
    #expect(reading.deadline.end?.iso == end, "\(reading)")
  }

  @Test(arguments: [
    ("20号", "2027-01-20"), ("下旬", "2027-01-31"), ("月底前", "2027-01-31"), ("+5个工作日", "2027-01-08"),
    ("本周五", "2027-01-01"),
    ("下月10日前", "2027-02-10"), ("3月8日前", "2027-03-08"), ("七一前", "2027-06-30"), ("7月1日前夕", "2027-06-30"),
  ])
  func inNextYearsPlan(words: String, end: String) throws {
    let reading = try Self.typed(words, plan: 2027, today: "2026-11-29")
    #expect(reading.deadline.end?.iso == end, "\(reading)")
  }

  /// What was assumed is said: the month where none is written, the plan's year where today is in another.
  @Test func whatIsAssumedIsSaid() throws {
    #expect(try Self.typed("20号", plan: 2026, today: "2026-11-29").notes.contains(.monthAssumed(12)))
    #expect(try Self.typed("下旬", plan: 2027, today: "2026-11-29").notes.contains(.yearOfPlan(2027)))
    #expect(try Self.typed("下旬", plan: 2027, today: "2026-11-29").notes.contains(.monthAssumed(1)))
    #expect(try Self.typed("本周五", plan: 2027, today: "2026-11-29").notes.contains(.yearOfPlan(2027)))
    #expect(try !Self.typed("3月8日前", plan: 2027, today: "2026-11-29").notes.contains(.yearOfPlan(2027)))
    #expect(
      try Self.typed("本周五", plan: 2026, today: "2026-11-29").notes.contains(.alreadyPast(day("2026-11-29"))))
  }

  /// In a plan that is over nothing lies ahead: its day of issue counts, and the day is said to be past.
  @Test func inAPlanThatIsOver() throws {
    let reading = try Self.typed("20号", plan: 2011, issued: "2011-01-28", today: "2026-11-29")
    #expect(
      reading.deadline.end?.iso == "2011-02-20" && reading.notes.contains(.yearOfPlan(2011)), "\(reading)")
  }

  @Test func aDayIsReadWholeOrNotAtAll() throws {
    #expect(try Self.typed("昨天天", plan: 2026, today: "2026-11-29").day == nil)
    #expect(try Self.typed("11月20日", plan: 2026, today: "2026-11-29").day?.iso == "2026-11-20")
    #expect(try Self.typed("11月20日前", plan: 2026, today: "2026-11-29").day == nil)
  }
}
