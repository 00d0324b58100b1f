/// A day of the lunar calendar (农历).
package struct LunarDate: Hashable, Sendable {
  /// The lunar year, named after the Gregorian year in which it begins.
  package let year: Int
  /// The month, 1…12.
  package let month: Int
  /// Whether it is the leap month that follows the month of the same number (闰四月).
  package let isLeap: Bool
  /// The day of the month, 1…30.
  package let day: Int
}

/// The lunar calendar of the years 1900…2100, that is of the days from 1900-01-31 to 2101-01-28.
///
/// A table of facts, checked day for day against two lunar calendars made in different ways, one reckoned from the
/// sun and the moon, one a table (Tests/Fixtures/lunar-years.txt). They part in three months only, whose new moons
/// fall within minutes of midnight; docs/decisions/time-rules.md says what was taken.
package enum LunarCalendar {
  /// The lunar years that are known.
  package static let years = 1900...2100

  /// The first to the last day of a month (农历十月); nil where there is no such month or its year is not known.
  package static func days(ofMonth month: Int, isLeap: Bool = false, in year: Int) -> ClosedRange<Day>? {
    guard let shape = YearShape(year), let place = shape.place(ofMonth: month, isLeap: isLeap),
      let first = Day(number: starts[year - years.lowerBound] + shape.days(before: place))
    else { return nil }
    return first...first + (shape.length(at: place) - 1)
  }

  /// How many days a month has, 29 or 30; nil where there is no such month or its year is not known.
  package static func length(ofMonth month: Int, isLeap: Bool = false, in year: Int) -> Int? {
    guard let shape = YearShape(year) else { return nil }
    return shape.place(ofMonth: month, isLeap: isLeap).map(shape.length)
  }

  /// The month after which a leap month of the same number follows; nil where the year has none or is not known.
  package static func leapMonth(in year: Int) -> Int? {
    YearShape(year).flatMap { $0.leapMonth == 0 ? nil : $0.leapMonth }
  }

  /// The day of a lunar date (三月初一); nil where there is none or its year is not known.
  package static func day(year: Int, month: Int, isLeap: Bool = false, day: Int) -> Day? {
    guard day >= 1, let days = days(ofMonth: month, isLeap: isLeap, in: year) else { return nil }
    let found = days.lowerBound + (day - 1)
    return days.contains(found) ? found : nil
  }

  /// The lunar date of a day; nil outside the years that are known.
  package static func date(of day: Day) -> LunarDate? {
    // A lunar year begins in January or February of the Gregorian year that it is named after.
    guard (years.lowerBound...years.upperBound + 1).contains(day.year) else { return nil }
    let year = day.number < starts[day.year - years.lowerBound] ? day.year - 1 : day.year
    guard let shape = YearShape(year) else { return nil }
    var left = day.number - starts[year - years.lowerBound]
    for (place, month) in shape.months.enumerated() {
      let length = shape.length(at: place)
      if left < length {
        return LunarDate(year: year, month: month.number, isLeap: month.isLeap, day: left + 1)
      }
      left -= length
    }
    return nil
  }

  /// The lunar year that a document of a Gregorian year means by a month: the twelfth (腊月) is the one that leads up
  /// to that year's Spring Festival, any other belongs to the year that begins with it.
  package static func year(ofMonth month: Int, meantIn year: Int) -> Int { month == 12 ? year - 1 : year }

  /// The number of each year's first day, and of the day after the last year.
  private static let starts: [Int] = {
    // 1900-01-31.
    var starts = [-25_537]
    for year in years { starts.append((starts.last ?? 0) + (YearShape(year)?.length ?? 0)) }
    return starts
  }()

  /// Which months a year has and how long they are: the last four bits are its leap month or 0, then comes a bit a month
  /// in the order in which they follow each other, 1 for 30 days and 0 for 29.
  private struct YearShape {
    private let bits: Int

    init?(_ year: Int) {
      guard years.contains(year) else { return nil }
      bits = shapes[year - years.lowerBound]
    }

    var leapMonth: Int { bits & 15 }
    private var count: Int { leapMonth == 0 ? 12 : 13 }
    var length: Int { days(before: count) }

    /// Its months in order.
    var months: [(number: Int, isLeap: Bool)] {
      (0..<count).map { place in
        leapMonth != 0 && place >= leapMonth ? (place, place == leapMonth) : (place + 1, false)
      }
    }

    /// How many months go before a month; nil where the year has none such.
    func place(ofMonth month: Int, isLeap: Bool) -> Int? {
      guard (1...12).contains(month) else { return nil }
      if isLeap { return month == leapMonth ? month : nil }
      return leapMonth != 0 && month > leapMonth ? month : month - 1
    }

    func length(at place: Int) -> Int { 29 + (bits >> (4 + place) & 1) }
    func days(before place: Int) -> Int { (0..<place).reduce(0) { $0 + length(at: $1) } }
  }

  /// A shape a year, ten years a line.
  private static let shapes: [Int] = [
    0x16d28, 0x07520, 0x0ea50, 0x164a5, 0x064b0, 0x0a9b0, 0x15564, 0x056a0, 0x0b590, 0x17522,
    0x07520, 0x1b256, 0x0b250, 0x0a4b0, 0x14ab5, 0x02ad0, 0x056b0, 0x0b692, 0x0da90, 0x1d927,
    0x0e920, 0x0d250, 0x1a4d5, 0x0a560, 0x02b60, 0x15b54, 0x06d40, 0x0ea90, 0x1e922, 0x0e920,
    0x0d266, 0x052b0, 0x0a570, 0x12b65, 0x0b5a0, 0x06d40, 0x0ec93, 0x07490, 0x16937, 0x0a930,
    0x052b0, 0x0a5b6, 0x0aad0, 0x056a0, 0x1b554, 0x0ba40, 0x0b490, 0x1a932, 0x0a950, 0x152d7,
    0x05360, 0x0aad0, 0x15aa5, 0x05b20, 0x0da50, 0x1d4a3, 0x0d4a0, 0x0a958, 0x0a970, 0x05560,
    0x0ab56, 0x0ad50, 0x06d20, 0x0ea54, 0x0ea50, 0x064a0, 0x0c973, 0x0a9b0, 0x155a7, 0x056a0,
    0x0b690, 0x17525, 0x0b520, 0x0b250, 0x164b4, 0x0a4b0, 0x14ab8, 0x02ad0, 0x056d0, 0x0b696,
    0x0da90, 0x0d920, 0x1d254, 0x0d250, 0x1a4da, 0x0a560, 0x02b60, 0x05b56, 0x06d50, 0x0ea90,
    0x1e925, 0x0e920, 0x0d260, 0x0a563, 0x0a570, 0x14d68, 0x035a0, 0x06d50, 0x16c95, 0x07490,
    0x06930, 0x152b4, 0x052b0, 0x0a5b0, 0x155a2, 0x056a0, 0x1b557, 0x0ba40, 0x0b490, 0x1a935,
    0x0a950, 0x052d0, 0x0aad4, 0x0ab50, 0x15aa9, 0x05d20, 0x0da50, 0x1d4a6, 0x0d4a0, 0x0c950,
    0x152e4, 0x05560, 0x0ab50, 0x15b22, 0x06d20, 0x0ea56, 0x07250, 0x064b0, 0x0c975, 0x0cab0,
    0x055a0, 0x0ad63, 0x0b690, 0x1752b, 0x0b520, 0x0b250, 0x1a4b6, 0x0a4b0, 0x04ab0, 0x055b5,
    0x05ad0, 0x0b6a0, 0x1b522, 0x0d920, 0x1d257, 0x0d250, 0x0a550, 0x14ad5, 0x04b60, 0x05b50,
    0x0daa3, 0x0ec90, 0x1e928, 0x0e920, 0x0d260, 0x0a566, 0x0a570, 0x05560, 0x06d54, 0x07550,
    0x07490, 0x0e933, 0x06930, 0x152b7, 0x052b0, 0x0a5b0, 0x155a5, 0x056a0, 0x0b650, 0x174a4,
    0x0b4a0, 0x1a958, 0x0a950, 0x052d0, 0x0aad6, 0x0ab50, 0x05aa0, 0x0ba54, 0x0da50, 0x0d4a0,
    0x1c953, 0x0c960, 0x194e7, 0x05560, 0x0ab50, 0x15b25, 0x06d20, 0x0ea50, 0x0e4a4, 0x068b0,
    0x0c978, 0x04ab0, 0x055b0, 0x0ad66, 0x0b6a0, 0x07520, 0x17254, 0x0b450, 0x0a8b0, 0x149b2,
    0x04ab0,
  ]
}
