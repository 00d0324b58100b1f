/// How urgently a unit is chased (催办): what its notice is, and at last the bulletin.
package enum ChaseLevel: Int, Sendable, CaseIterable, Comparable {
  /// 普通: from the day after expiry.
  case ordinary = 1
  /// 加急.
  case urgent
  /// 通报: it goes into the bulletin.
  case bulletin

  package static func < (left: ChaseLevel, right: ChaseLevel) -> Bool { left.rawValue < right.rawValue }
}

extension ChaseLevel {
  /// Working days that a unit has to answer; after them the next chase is due, and it is the bulletin, as offices do it
  /// (docs/domain.md, "Chases").
  package static let answerWithin = 5
  /// More working days late than this are urgent, whatever was sent before (docs/decisions/chases.md).
  package static let urgentAfter = 5
  /// The number of the chase that is urgent (docs/decisions/chases.md).
  package static let urgentNumber = 2
  /// The number of the chase from which on it is the bulletin (docs/decisions/chases.md).
  package static let bulletinNumber = 3

  /// The level of a chase by its number, by how many working days the matter is late, and by how many the last chase has
  /// stood without an answer; 0 where it has one or there was none.
  init(number: Int, workingDaysLate: Int, unansweredFor days: Int) {
    if days >= ChaseLevel.answerWithin || number >= ChaseLevel.bulletinNumber {
      self = .bulletin
    } else if number >= ChaseLevel.urgentNumber || workingDaysLate > ChaseLevel.urgentAfter {
      self = .urgent
    } else {
      self = .ordinary
    }
  }
}
