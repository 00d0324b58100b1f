/// A year whose holidays a calendar does not know.
package struct UnknownYear: Hashable, Comparable, Sendable {
  /// The year.
  package let year: Int
  /// Whether the calendar knows a later one: then its notice is not still to come, the tables do not reach back to it.
  package let isPast: Bool

  /// A year before or after those that are known.
  package init(year: Int, isPast: Bool) { (self.year, self.isPast) = (year, isPast) }

  package static func < (left: UnknownYear, right: UnknownYear) -> Bool { left.year < right.year }
}
