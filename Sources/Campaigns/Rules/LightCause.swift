/// What decided a light, with what is needed to tell of it (docs/domain.md). `Judge` sets it; words, totals, filters and the
/// settings switch over it, so that a new cause does not compile before each of them knows it.
///
/// ```swift
/// switch row.verdict.cause {
/// case .behind(_, isFar: true): …   // red, though the deadline is not near
/// ```
package enum LightCause: Hashable, Sendable {
  /// 逾期: the deadline passed so many calendar days ago.
  case overdue(days: Int)
  /// 临期: so many calendar days are left.
  case dueSoon(days: Int)
  /// 滞后: so many points less were reported than was to be expected by now; far behind from the profile's red on.
  case behind(points: Int, isFar: Bool)
  /// 欠次: so many are owed of a quota, in periods that are over.
  case short(owed: Int)
  /// Something is missing in the current period of a quota, which is due in so many working days.
  case quotaDueSoon(workingDays: Int)
  /// What the current period of a quota asks for is done.
  case quotaMet
  /// More time is left than the profile's threshold.
  case inTime

  /// Causes without what is told of them.
  package enum Kind: String, Encodable, Sendable, CaseIterable {
    case overdue, dueSoon, behind, short, quotaDueSoon, quotaMet, inTime
  }

  /// Which cause it is.
  package var kind: Kind {
    switch self {
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .behind: .behind
    case .short: .short
    case .quotaDueSoon: .quotaDueSoon
    case .quotaMet: .quotaMet
    case .inTime: .inTime
    }
  }

  /// The light that it turns on.
  package var light: Light {
    switch self {
    case .overdue, .behind(_, isFar: true), .short: .red
    case .dueSoon, .behind(_, isFar: false), .quotaDueSoon: .yellow
    case .quotaMet, .inTime: .green
    }
  }

  /// What rows that it decides count as. Only of a green one nil, where the condition says it: a row whose yellow or red light had
  /// no part would count as 正常, and be missing among what is urgent.
  var part: Tally.Part? {
    switch self {
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .behind: .behind
    case .short, .quotaDueSoon: .short
    case .quotaMet, .inTime: nil
    }
  }

  /// Whether it is arrears: something is late already, not merely due soon.
  var isArrears: Bool {
    switch self {
    case .overdue, .behind, .short: true
    case .dueSoon, .quotaDueSoon, .quotaMet, .inTime: false
    }
  }
}

extension Verdict {
  /// The light; none where nothing decided one.
  package var light: Light { cause?.light ?? .none }

  /// Lets the worse of two causes decide; of two alike the first.
  mutating func weigh(_ other: LightCause) {
    if other.light.ordinal > light.ordinal { cause = other }
  }
}
