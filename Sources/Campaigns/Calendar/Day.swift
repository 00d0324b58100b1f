/// A civil day in the Gregorian calendar, without time or zone.
///
/// Everything in this program that is a date is a `Day`; the zone (Asia/Shanghai) matters only where
/// the clock is read. Valid from 1000-01-01 to 9999-12-31.
///
///     Day(iso: "2026-12-31").map { $0 + 1 }?.iso  // "2027-01-01"
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  /// The day that lies `number` days after 1970-01-01, or nil outside the years 1000…9999.
  package init?(number: Int) {
    guard Day.validNumbers.contains(number) else { return nil }
    self.number = number
  }

  /// A day by year, month and day of the month; nil when there is no such day.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    number = Day.number(year, month, day)
  }

  /// A day in the form `2011-04-20` and no other; nil when it is none.
  package init?(iso text: String) { self.init(iso: text.utf8.span) }

  /// A day in the form `2011-04-20` and no other; nil when it is none.
  package init?(iso text: Substring) { self.init(iso: text.utf8.span) }

  // Ten figures and hyphens, read without taking the text apart: every file is full of days.
  private init?(iso bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ places: Range<Int>) -> Int? {
      var number = 0
      for place in places {
        guard bytes[place] >= UInt8(ascii: "0"), bytes[place] <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year, month, day)
  }

  /// A day known to be valid because it is made from valid days; clamped to the first or last valid day.
  private init(clamping number: Int) {
    self.number = min(max(number, Day.validNumbers.lowerBound), Day.validNumbers.upperBound)
  }

  private static let validNumbers = Day.number(1000, 1, 1)...Day.number(9999, 12, 31)

  /// Days since 1970-01-01 of a proleptic Gregorian date. Years are counted from March, so that the leap
  /// day is the last of its year and months have a regular pattern of lengths.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1000…9999.
  package var year: Int { parts.year }
  /// The month, 1…12.
  package var month: Int { parts.month }
  /// The day of the month, 1…31.
  package var day: Int { parts.day }
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
  /// Saturday or Sunday.
  package var isWeekend: Bool { weekday >= 6 }

  /// The form that files and commands use: `2011-04-20`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Number of days of a month, 28…31. `month` must be 1…12; other values count as 31.
  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// The first day of this day's month.
  package var firstOfMonth: Day { self - (day - 1) }
  /// The last day of this day's month.
  package var lastOfMonth: Day { firstOfMonth + (Day.length(ofMonth: month, in: year) - 1) }
  /// The quarter of the year, 1…4.
  package var quarter: Int { (month - 1) / 3 + 1 }

  /// The same day `months` later; the last day of the month where there is no such day.
  package func adding(months: Int) -> Day {
    let index = year * 12 + (month - 1) + months
    let (targetYear, targetMonth) = (index / 12, index % 12 + 1)
    let targetDay = min(day, Day.length(ofMonth: targetMonth, in: targetYear))
    return Day(targetYear, targetMonth, targetDay) ?? self
  }

  /// 1970-01-01.
  package static let epoch = Day(clamping: 0)

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// The day `days` calendar days later.
  package static func + (day: Day, days: Int) -> Day { Day(clamping: day.number + days) }
  /// The day `days` calendar days earlier.
  package static func - (day: Day, days: Int) -> Day { Day(clamping: day.number - days) }
  /// Calendar days from `right` to `left`.
  package static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

extension Day: CustomStringConvertible {
  package var description: String { iso }
}

extension Day: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
