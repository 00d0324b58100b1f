/// The days off and working weekends of one year, as the State Council's notice lays them down.
///
/// Source: the yearly 部分节假日安排的通知; one file a year in `data/holidays`.
package struct HolidayYear: Sendable, Equatable {
  /// A stretch of days off, ordinary weekend days in it included.
  package struct Stretch: Sendable, Equatable {
    /// The feast that it is given for, as the notice calls it.
    package let name: String
    /// First day off.
    package let start: Day
    /// Last day off.
    package let end: Day

    /// Days off from `start` to `end`.
    package init(name: String, start: Day, end: Day) {
      (self.name, self.start, self.end) = (name, start, end)
    }
  }

  /// The year.
  package let year: Int
  /// Title and number of the notice.
  package let source: String
  /// Days off, in order.
  package let off: [Stretch]
  /// Weekend days that are working days (调休).
  package let working: [Day]

  /// A year.
  package init(year: Int, source: String, off: [Stretch], working: [Day]) {
    (self.year, self.source, self.off, self.working) = (year, source, off, working)
  }
}
