/// More time for a task, to be asked for (延期).
package struct ExtensionRequest: Sendable, Equatable {
  /// The day asked for, that day included.
  package var until: Day
  /// Why.
  package var reason: String
  /// Per cent done; nil leaves it as it was reported last.
  package var percent: Int?
  /// The day it was asked for; nil is today.
  package var on: Day?
  /// Who grants it at once, by name or post; nil: it waits for a decision.
  package var approvedBy: String?

  /// A request of today that waits for a decision.
  package init(
    until: Day, reason: String, percent: Int? = nil, on: Day? = nil, approvedBy: String? = nil
  ) {
    self.until = until
    self.reason = reason
    self.percent = percent
    self.on = on
    self.approvedBy = approvedBy
  }
}

/// What was decided on the request that waits.
package struct ExtensionDecision: Sendable, Equatable {
  /// Approved or refused.
  package var isApproved: Bool
  /// Who decided, by name or post.
  package var by: String
  /// The day granted; nil is the one asked for.
  package var until: Day?
  /// The day of the decision; nil is today.
  package var on: Day?
  /// What was said with it.
  package var text: String?

  /// A decision of today.
  package init(isApproved: Bool, by: String, until: Day? = nil, on: Day? = nil, text: String? = nil) {
    self.isApproved = isApproved
    self.by = by
    self.until = until
    self.on = on
    self.text = text
  }
}
