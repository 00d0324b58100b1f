import Campaigns
import Testing

/// The days of points in the year 2026, worked out by hand: Spring Festival 15 to 23 February with working Saturdays on the 14th
/// and 28th, 1 to 3 January with a working Sunday on the 4th, 4 to 6 April, 1 to 5 May, 1 to 7 October.
struct DuePointTests {
  private func standing(_ quota: Quota, from start: String = "2026-01-01", through end: String = "2026-12-31")
    throws -> QuotaStanding
  {
    try #require(
      QuotaStanding(
        quota, [], from: try day(start), through: try day(end), member: nil, today: try day("2026-06-01"),
        calendar: chinese, lights: .usual))
  }

  /// Month and day of what is due in 2026, the year before others.
  private func dues(_ standing: QuotaStanding) -> String {
    standing.periods.filter { $0.asked > 0 }.map {
      $0.due.year == 2026 ? String($0.due.iso.dropFirst(5)) : $0.due.iso
    }.joined(separator: " ")
  }

  private static let cases: [(Period, [DuePoint], String)] = [
    (.month, [DuePoint(.day(5))], "01-05 02-05 03-05 04-05 05-05 06-05 07-05 08-05 09-05 10-05 11-05 12-05"),
    (.month, [DuePoint(.day(31))], "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"),
    (.month, [DuePoint(.lastDay)], "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"),
    (
      .month, [DuePoint(.workingDay(1))],
      "01-04 02-02 03-02 04-01 05-06 06-01 07-01 08-03 09-01 10-08 11-02 12-01"
    ),
    (
      .month, [DuePoint(.workingDay(-1))],
      "01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31"
    ),
    (
      .month, [DuePoint(.weekday(1, nth: 1))],
      "01-05 02-02 03-02 04-06 05-04 06-01 07-06 08-03 09-07 10-05 11-02 12-07"
    ),
    (
      .month, [DuePoint(.weekOfMonth(2, weekday: 3))],
      "01-14 02-11 03-11 04-15 05-13 06-10 07-15 08-12 09-16 10-14 11-11 12-16"
    ),
    (
      .month, [DuePoint(.weekday(5, nth: -1))],
      "01-30 02-27 03-27 04-24 05-29 06-26 07-31 08-28 09-25 10-30 11-27 12-25"
    ),
    (
      .month, [DuePoint(.afterEnd(TimeSpan(count: 5, unit: .workingDay)))],
      "02-06 03-06 04-08 05-11 06-05 07-07 08-07 09-07 10-13 11-06 12-07 2027-01-07"
    ),
    (
      .month, [DuePoint(.day(5)), DuePoint(.day(20))],
      "01-05 01-20 02-05 02-20 03-05 03-20 04-05 04-20 05-05 05-20 06-05 06-20 "
        + "07-05 07-20 08-05 08-20 09-05 09-20 10-05 10-20 11-05 11-20 12-05 12-20"
    ),
    (.quarter, [DuePoint(month: 3, .day(25))], "03-25 06-25 09-25 12-25"),
    (.quarter, [DuePoint(.day(25))], "03-25 06-25 09-25 12-25"),
    (.quarter, [DuePoint(month: 1, .day(10))], "01-10 04-10 07-10 10-10"),
    (.quarter, [DuePoint(month: 2, .workingDay(-1))], "02-28 05-29 08-31 11-30"),
    (.quarter, [DuePoint(.workingDay(1))], "01-04 04-01 07-01 10-08"),
    (.quarter, [DuePoint(.lastDay)], "03-31 06-30 09-30 12-31"),
    (.quarter, [DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day)))], "04-10 07-10 10-10 2027-01-10"),
    (.halfyear, [DuePoint(month: 6, .day(20))], "06-20 12-20"),
    (.halfyear, [DuePoint(.afterEnd(TimeSpan(count: 1, unit: .month)))], "07-30 2027-01-31"),
    (.year, [DuePoint(month: 3, .lastDay), DuePoint(month: 9, .lastDay)], "03-31 09-30"),
    (.year, [DuePoint(month: 2, .day(30))], "02-28"),
    (.year, [DuePoint(.day(20))], "12-20"),
    (.year, [DuePoint(.beforeFeast("春节"))], "02-16"), (.year, [DuePoint(.feast("七一"))], "07-01"),
    (.year, [DuePoint(.beforeFeast("国庆节"))], "09-30"),
    (.year, [DuePoint(.beforeFeast("元旦"))], "12-31"),
    (.year, [DuePoint(.beforeFeast("那达慕"))], "12-31"),
    (.year, [DuePoint(month: 1, .day(10)), DuePoint(month: 7, .day(10))], "01-10 07-10"),
  ]

  @Test(arguments: cases)
  func inTheYear2026(per: Period, points: [DuePoint], dues: String) throws {
    #expect(
      try self.dues(standing(Quota(times: points.count, per: per, points: points))) == dues, "\(points)")
  }

  /// February has its tenth working day on the 13th, the eleventh on the Saturday that is worked, the twelfth after the feast.
  @Test(
    arguments: [
      (.workingDay(10), "2026-02-13"), (.workingDay(11), "2026-02-14"), (.workingDay(12), "2026-02-24"),
      (.workingDay(-1), "2026-02-28"), (.workingDay(-3), "2026-02-26"), (.workingDay(40), "2026-02-28"),
      (.workingDay(-40), "2026-02-02"), (.weekday(1, nth: 5), "2026-02-23"),
      (.weekday(1, nth: -2), "2026-02-16"), (.weekday(1, nth: nil), "2026-02-23"), (.day(29), "2026-02-28"),
      (.beforeFeast("春节"), "2026-02-16"), (.beforeFeast("中秋"), "2026-02-28"),
    ] as [(DuePoint.Mark, String)])
  func inFebruary(mark: DuePoint.Mark, due: String) throws {
    let quota = Quota(times: 1, per: .month, points: [DuePoint(mark)])
    #expect(try standing(quota).periods[1].due == (try day(due)))
  }

  /// 周二、周四 are two points of a week; the week of the Spring Festival has no working day but the Saturday before it.
  @Test func daysOfTheWeek() throws {
    let quota = Quota(
      times: 2, per: .week, points: [DuePoint(.weekday(2, nth: nil)), DuePoint(.weekday(4, nth: nil))])
    let standing = try standing(quota, from: "2026-02-02", through: "2026-03-08")
    #expect(dues(standing) == "02-03 02-05 02-10 02-12 02-24 02-26 03-03 03-05")
    #expect(
      standing.periods.prefix(3).map { "\($0.from) \($0.through)" } == [
        "2026-02-02 2026-02-03", "2026-02-04 2026-02-05", "2026-02-06 2026-02-10",
      ])
  }

  /// `times` is shared among the points, the earlier ones first; of points on one day there is one.
  @Test(
    arguments: [
      (2, [5, 20], [1, 1]), (3, [5, 20], [2, 1]), (1, [5, 20], [1]), (5, [20, 5, 10], [2, 2, 1]),
      (3, [31, 30, 29], [3]),
    ] as [(Int, [Int], [Int])])
  func sharesOfPoints(times: Int, days: [Int], shares: [Int]) throws {
    let quota = Quota(times: times, per: .month, points: days.map { DuePoint(.day($0)) })
    let standing = try standing(quota, from: "2026-02-01", through: "2026-02-28")
    #expect(standing.periods.map(\.asked) == shares)
  }

  /// A point before the span is no part of it, one of which less than half lies in the span asks for nothing, and one that lies
  /// behind the span's end is due with it.
  @Test(
    arguments: [
      (5, "2026-03-03", "2026-05-31", "03-05 04-05 05-05"), (5, "2026-03-04", "2026-05-31", "04-05 05-05"),
      (5, "2026-03-10", "2026-05-31", "04-05 05-05"), (25, "2026-03-10", "2026-05-12", "03-25 04-25"),
      (25, "2026-03-20", "2026-05-20", "04-25 05-20"), (25, "2026-03-01", "2026-03-10", "03-10"),
      (5, "2026-03-10", "2026-03-31", "03-31"),
    ])
  func theSpanCutsThem(dayOfMonth: Int, start: String, end: String, dues: String) throws {
    let quota = Quota(times: 1, per: .month, points: [DuePoint(.day(dayOfMonth))])
    #expect(try self.dues(standing(quota, from: start, through: end)) == dues)
  }

  /// Several periods are one: those of the calendar where they divide the year, others from the first one of the span.
  @Test(
    arguments: [
      (.month, 2, "2026-02-10", "2026-08-31", "2026-02-10 2026-03-01 2026-05-01 2026-07-01"),
      (.month, 4, "2026-01-01", "2026-12-31", "2026-01-01 2026-05-01 2026-09-01"),
      (.month, 5, "2026-02-10", "2026-12-31", "2026-02-10 2026-07-01 2026-12-01"),
      (.quarter, 2, "2026-01-01", "2026-12-31", "2026-01-01 2026-07-01"),
      (.quarter, 3, "2026-01-01", "2026-12-31", "2026-01-01 2026-10-01"),
      (.halfyear, 2, "2026-01-01", "2027-12-31", "2026-01-01 2027-01-01"),
      (.week, 2, "2026-01-01", "2026-02-01", "2026-01-01 2026-01-12 2026-01-26"),
      (.day, 5, "2026-01-03", "2026-01-20", "2026-01-03 2026-01-08 2026-01-13 2026-01-18"),
      (.year, 2, "2025-03-01", "2029-12-31", "2025-03-01 2027-01-01 2029-01-01"),
      (.year, 3, "2026-01-01", "2026-12-31", "2026-01-01"),
    ] as [(Period, Int, String, String, String)])
  func intervals(per: Period, interval: Int, start: String, end: String, starts: String) throws {
    let quota = Quota(times: 1, per: per, interval: interval)
    let standing = try standing(quota, from: start, through: end)
    #expect(standing.periods.map(\.start.iso).joined(separator: " ") == starts)
    let last = try day(end)
    #expect(standing.periods.last?.end == last && standing.periods.contains { $0.asked == 1 })
  }

  /// A point of several periods lies in the last of them.
  @Test(
    arguments: [
      (.month, 2, DuePoint(.day(5)), "02-05 04-05 06-05 08-05 10-05 12-05"),
      (.quarter, 2, DuePoint(month: 3, .day(25)), "06-25 12-25"),
      (.month, 4, DuePoint(.afterEnd(TimeSpan(count: 10, unit: .day))), "05-10 09-10 2027-01-10"),
    ] as [(Period, Int, DuePoint, String)])
  func pointsOfIntervals(per: Period, interval: Int, point: DuePoint, dues: String) throws {
    let quota = Quota(times: 1, per: per, interval: interval, points: [point])
    #expect(try self.dues(standing(quota)) == dues)
    let years = Quota(times: 1, per: .year, interval: 2, points: [DuePoint(month: 3, .lastDay)])
    #expect(
      try self.dues(standing(years, from: "2025-01-01", through: "2028-12-31")) == "03-31 2028-03-31")
  }
}
