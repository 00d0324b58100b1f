/// At least so many times (篇, 学时, 小时) per period: 每季度不少于二次.
package struct Quota: Encodable, Hashable, Sendable {
  /// The number asked for per period; the lower one of a range (一至二次).
  package var times: Int
  /// The upper number of a range.
  package var upTo: Int?
  /// What is counted, in the document's word: 次, 篇, 学时, 小时. Nil where none is written.
  package var unit: String?
  /// The period.
  package var per: Period
  /// Once in so many periods (每两年, 两周一次: 2); nil is every period.
  package var interval: Int?
  /// The days by which it is due in each period, in order (每月5日前, 每年4月、10月); nil is the period's end. Of several points
  /// each asks for its share of `times`.
  package var points: [DuePoint]?
  /// A total for the year beside it (每月一次或全年不少于十二次).
  package var yearlyTotal: Int?

  /// At least `times` of `unit` per `per`.
  package init(
    times: Int, upTo: Int? = nil, unit: String? = nil, per: Period, interval: Int? = nil,
    points: [DuePoint]? = nil, yearlyTotal: Int? = nil
  ) {
    (self.times, self.upTo, self.unit, self.per) = (times, upTo, unit, per)
    (self.yearlyTotal, self.interval, self.points) = (yearlyTotal, interval, points)
  }

  /// Its points, no more of them than a period has days: files hold what hands wrote.
  var pointsThatCount: [DuePoint] {
    guard let points else { return [] }
    switch per {
    case .day: return Array(points.prefix(1))
    case .week: return Array(points.prefix(7))
    case .month, .quarter, .halfyear, .year: return Array(points.prefix(Quota.mostPoints))
    }
  }

  /// The most points that a month or longer can have.
  static let mostPoints = 24

  /// How often per period of the calendar, for whoever knows no intervals: 两周一次 is 26 times a year, 两个月一次 6 times.
  /// Once in several years, or less, is once a year.
  package var plainly: (times: Int, per: Period) {
    guard let interval, interval > 1 else { return (times, per) }
    let (yearly, isTooMany) = times.multipliedReportingOverflow(by: per.perYear)
    let share = isTooMany ? times : yearly / interval
    return (per == .year || share < 1 ? times : share, .year)
  }
}
