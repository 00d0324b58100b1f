/// Where a task stands, as stored (docs/domain.md, "Stages").
package enum Stage: String, Encodable, Sendable, CaseIterable {
  case draft, registered, assigned, inProgress, submitted, completed, struckOff, suspended, cancelled

  /// Neither draft, completed, struck off, suspended nor cancelled.
  package var isOpen: Bool { Stage.open.contains(self) }
  /// Completed, struck off included.
  package var isCompleted: Bool { self == .completed || self == .struckOff }

  static let open: Set<Stage> = [.registered, .assigned, .inProgress, .submitted]
}

/// What can be done to a task that moves it from one stage to another.
package enum Move: String, Sendable, CaseIterable {
  case register, assign, report, submit, sendBack, complete, strikeOff, suspend, resume, cancel, reopen
  /// An extension is asked for or decided on: a record beside the stage, which stays as it is.
  case extend
  /// Units are chased; the stage stays.
  case remind
}

/// From which stages a move is allowed, and where it leads.
package struct StageRule: Sendable {
  /// The move.
  package let move: Move
  /// Stages from which it is allowed.
  package let from: Set<Stage>
  /// The stage it leads to; nil: it stays, or goes back to where the task was suspended.
  package let to: Stage?
  /// Whether a reason must be given.
  package let needsReason: Bool

  /// All rules (docs/domain.md, "Stages"). A shortcut from any open stage to completed is always allowed; a move never
  /// takes a task back that has come further (assigning a second unit leaves it in progress).
  package static let all: [StageRule] = [
    StageRule(move: .register, from: [.draft], to: .registered, needsReason: false),
    StageRule(move: .assign, from: Stage.open.union([.draft]), to: .assigned, needsReason: false),
    StageRule(move: .report, from: Stage.open, to: .inProgress, needsReason: false),
    StageRule(
      move: .submit, from: [.registered, .assigned, .inProgress], to: .submitted, needsReason: false),
    StageRule(move: .sendBack, from: [.submitted], to: .inProgress, needsReason: true),
    StageRule(move: .complete, from: Stage.open, to: .completed, needsReason: false),
    StageRule(move: .strikeOff, from: [.completed], to: .struckOff, needsReason: false),
    StageRule(move: .suspend, from: Stage.open, to: .suspended, needsReason: true),
    StageRule(move: .resume, from: [.suspended], to: nil, needsReason: false),
    StageRule(
      move: .cancel, from: Stage.open.union([.draft, .suspended]), to: .cancelled, needsReason: true),
    StageRule(move: .reopen, from: [.completed], to: .inProgress, needsReason: true),
    StageRule(move: .extend, from: Stage.open, to: nil, needsReason: false),
    StageRule(move: .remind, from: Stage.open, to: nil, needsReason: false),
  ]

  /// The rule of a move.
  package static func rule(for move: Move) -> StageRule? { all.first { $0.move == move } }

  /// The stage that `move` leads to from `stage`, or nil where it is forbidden.
  package static func stage(after move: Move, from stage: Stage, suspendedFrom: Stage? = nil) -> Stage? {
    guard let rule = rule(for: move), rule.from.contains(stage) else { return nil }
    guard let to = rule.to else { return stage == .suspended ? suspendedFrom ?? .inProgress : stage }
    let isForwardOnly = move == .assign || move == .report
    return isForwardOnly && stage.rank > to.rank ? stage : to
  }
}

extension Stage {
  /// The place in the ordinary course, from draft to struck off.
  var rank: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
}
