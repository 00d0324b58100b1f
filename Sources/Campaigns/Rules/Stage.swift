/// Where a task stands, as stored (docs/domain.md, "Stages").
package enum Stage: String, Encodable, Sendable, CaseIterable {
  case draft, registered, assigned, inProgress, submitted, completed, struckOff, suspended, cancelled

  /// Neither draft, completed, struck off, suspended nor cancelled.
  package var isOpen: Bool {
    switch self {
    case .registered, .assigned, .inProgress, .submitted: true
    case .draft, .completed, .struckOff, .suspended, .cancelled: false
    }
  }
  /// Completed, struck off included.
  package var isCompleted: Bool { self == .completed || self == .struckOff }

  static let open = Set(allCases.filter(\.isOpen))
}

/// What can be done to a task as far as its stage goes; most moves lead to another one.
package enum Move: Sendable, CaseIterable {
  case register, assign, report, submit, sendBack, complete, strikeOff, suspend, resume, cancel, reopen
  /// An extension is asked for or decided on: a record beside the stage, which stays as it is.
  case extend
  /// Units are chased; the stage stays.
  case remind
  /// It becomes several tasks, all of them at its stage.
  case split
  /// It goes to another phase or campaign; the stage stays.
  case move
}

/// From which stages a move is allowed, and where it leads.
package struct StageRule: Sendable {
  /// Stages from which it is allowed.
  package let from: Set<Stage>
  /// The stage it leads to; nil: it stays.
  package var to: Stage?
  /// Whether a reason must be given.
  package var needsReason = false
}

extension Move {
  /// The table of the stages (docs/domain.md, "Stages"). A shortcut from any open stage to completed is always allowed; a move never
  /// takes a task back that has come further (assigning a second unit leaves it in progress).
  package var rule: StageRule {
    switch self {
    case .register: StageRule(from: [.draft], to: .registered)
    case .assign: StageRule(from: Stage.open.union([.draft]), to: .assigned)
    case .report: StageRule(from: Stage.open, to: .inProgress)
    case .submit: StageRule(from: [.registered, .assigned, .inProgress], to: .submitted)
    case .sendBack: StageRule(from: [.submitted], to: .inProgress, needsReason: true)
    case .complete: StageRule(from: Stage.open, to: .completed)
    case .strikeOff: StageRule(from: [.completed], to: .struckOff)
    case .suspend: StageRule(from: Stage.open, to: .suspended, needsReason: true)
    // To where it was suspended.
    case .resume: StageRule(from: [.suspended], to: .inProgress)
    case .cancel: StageRule(from: Stage.open.union([.draft, .suspended]), to: .cancelled, needsReason: true)
    case .reopen: StageRule(from: [.completed], to: .inProgress, needsReason: true)
    case .extend, .remind: StageRule(from: Stage.open)
    case .split: StageRule(from: Stage.open.union([.suspended]))
    case .move: StageRule(from: Set(Stage.allCases).subtracting([.draft]))
    }
  }

  /// The stage that it leads to from `stage`, or nil where it is forbidden.
  package func stage(from stage: Stage, suspendedFrom: Stage? = nil) -> Stage? {
    guard rule.from.contains(stage) else { return nil }
    guard let to = rule.to else { return stage }
    if self == .resume { return suspendedFrom ?? to }
    let isForwardOnly = self == .assign || self == .report
    return isForwardOnly && stage.rank > to.rank ? stage : to
  }
}

extension Stage {
  /// The place in the ordinary course, from draft to struck off.
  var rank: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
}
