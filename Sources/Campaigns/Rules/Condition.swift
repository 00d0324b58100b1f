/// What follows from the deadline and the completion on a day. Derived, never stored (docs/domain.md, "Conditions").
package enum Condition: String, Encodable, Sendable, CaseIterable {
  case normal, dueSoon, overdue, completed, completedLate, standing, recurring, unscheduled, suspended,
    cancelled
}

/// 正常 green, 临期 yellow, 逾期 red; 完成, 长期, 待定 have none.
package enum Light: String, Encodable, Sendable, CaseIterable {
  case red, yellow, green, none
}

/// When a light changes; places differ, so it is part of the store's settings.
package struct LightProfile: Encodable, Hashable, Sendable {
  /// Due soon at so many working days before the deadline, and below.
  package var dueSoonWorkingDays: Int
  /// Points behind schedule from which a light turns yellow.
  package var behindYellow: Int
  /// Points behind schedule above which it turns red.
  package var behindRed: Int

  /// That of a store which says nothing else: docs/domain.md, "Lights".
  package static let usual = LightProfile(dueSoonWorkingDays: 3, behindYellow: 10, behindRed: 30)

  /// A profile of these thresholds, each of which has to be given: whoever makes one is asked for a new one.
  package init(dueSoonWorkingDays: Int, behindYellow: Int, behindRed: Int) {
    self.dueSoonWorkingDays = dueSoonWorkingDays
    self.behindYellow = behindYellow
    self.behindRed = behindRed
  }
}

/// The condition of a task on a day, its light, and everything needed to say why.
package struct Verdict: Sendable, Equatable {
  /// Why a condition or a light is what it is.
  package enum Reason: Sendable, Equatable {
    /// The deadline has passed by so many calendar and working days.
    case overdue(end: Day, days: Int, workingDays: Int)
    /// So many working days are left, no more than the threshold.
    case dueSoon(end: Day, workingDays: Int, threshold: Int)
    /// More than the threshold is left.
    case inTime(end: Day, days: Int)
    /// Completed on a day; the deadline, where there is one.
    case completed(on: Day?, end: Day?)
    case completedLate(on: Day, end: Day, days: Int)
    case standing
    /// A quota without a final day.
    case recurring(Quota)
    /// Bound to an event without a day.
    case awaitsEvent(EventBinding)
    /// To be done from this day on, without a last one.
    case beginsOn(Day)
    /// A time was set, but which day is meant stays open (no year, a start only, a length only).
    case open
    case noTime
    case suspended
    case cancelled
  }

  /// Something that a person reading the verdict must know.
  package enum Note: Sendable, Equatable {
    /// The deadline was put off from this day.
    case extended(from: Day)
    /// The deadline falls on a rest day; the last working day before it.
    case restDay(lastWorkingDay: Day)
    /// Working days were counted by weekends in a year whose holidays are not known.
    case holidaysUnknown(UnknownYear)
    /// Reported so many per cent where so many were to be expected by working days.
    case behind(reported: Int, expected: Int)
    /// Everybody who is asked has completed it, but it is not completed.
    case membersDone
    /// Completed without a summary or evidence (待补).
    case detailsMissing
    /// A standing duty without a word for so many days.
    case notReviewed(days: Int)
    /// A standing duty whose review was due on this day, at every such period after the last word.
    case reviewDue(on: Day, every: Period)
    /// The deadline follows from the days of this event.
    case scheduled(event: String, EventDays)
  }

  /// The condition.
  package var condition: Condition
  /// What decided its light; nil where it has none.
  package var cause: LightCause?
  /// The deadline in force.
  package var end: Day?
  /// Calendar days to the deadline in force; 0 on the day, negative after it.
  package var days: Int?
  /// Why.
  package var reason: Reason
  /// What else to know.
  package var notes: [Note]
  /// Where it stands with its quota; nil where it has none, or no year is known.
  package internal(set) var quota: QuotaStanding?
  /// Where members of collectives stand with a quota that each of them has; nil where there is none.
  package internal(set) var memberQuotas: MemberQuotas?

  /// The deadline before any extension: the document's, or the one that its event gave.
  package var originalEnd: Day? {
    for case .extended(let original) in notes { return original }
    return end
  }

  /// Whether a standing duty waits for its review.
  package var isReviewDue: Bool {
    notes.contains { if case .reviewDue = $0 { true } else { false } }
  }

  /// Points behind schedule, where progress was reported and a start is known.
  package var pointsBehind: Int? {
    for case .behind(let reported, let expected) in notes { return expected - reported }
    return nil
  }
}
