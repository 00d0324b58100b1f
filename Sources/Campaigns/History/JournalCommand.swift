/// A command that changes the store, as the journal names it.
package enum JournalCommand: String, Encodable, Sendable, CaseIterable {
  case addTask, addPhase, addCampaign, addUnit
  case editTask, editPhase, editCampaign
  case editSettings, setLights, setOwnDays, setEvent
  case renameUnit, aliasUnit, mergeUnits, changeMembers
  case assign, report, note, complete, submit, sendBack, strikeOff, reopen, suspend, cancel, instruct, correct
  case reviseDraft, dropDraft, mergeDrafts, splitDraft
  case closeCampaign, reopenCampaign, archive, unarchive
  /// Files have its older name.
  case split = "divide"
  case moveTask
  case record, setTarget, removeTarget, addReading
  case extend, approveExtension, refuseExtension, remind
  case `import`, accept, updatePlan
  case undo, redo, restore, migrate, repair
}

extension Act {
  /// The command that it is.
  package var command: JournalCommand {
    switch self {
    case .addTask: .addTask
    case .addPhase: .addPhase
    case .editPhase: .editPhase
    case .editTask: .editTask
    case .editCampaign: .editCampaign
    case .assign: .assign
    case .report: .report
    case .note: .note
    case .complete: .complete
    case .submit: .submit
    case .sendBack: .sendBack
    case .strikeOff: .strikeOff
    case .reopen: .reopen
    case .suspend: .suspend
    case .cancel: .cancel
    case .instruct: .instruct
    case .correct: .correct
    case .revise: .reviseDraft
    case .drop: .dropDraft
    case .merge: .mergeDrafts
    case .splitDraft: .splitDraft
    case .split: .split
    case .move: .moveTask
    case .setEvent: .setEvent
    case .close: .closeCampaign
    case .openAgain: .reopenCampaign
    case .record: .record
    case .setTarget: .setTarget
    case .removeTarget: .removeTarget
    case .addReading: .addReading
    case .extend: .extend
    case .remind: .remind
    case .decide(_, let decision): decision.isApproved ? .approveExtension : .refuseExtension
    }
  }

  /// On whose word it is recorded, where that is not who acts.
  package var onBehalf: String? {
    switch self {
    case .report(_, let report): report.from
    case .complete(_, let report): report.from
    case .instruct(_, _, let from): from
    case .record(_, let report): report.from
    case .reopen(_, _, let from): from
    case .decide(_, let decision): decision.by
    default: nil
    }
  }
}

extension UnitAct {
  /// The command that it is.
  package var command: JournalCommand {
    switch self {
    case .add: .addUnit
    case .rename: .renameUnit
    case .alias: .aliasUnit
    case .merge: .mergeUnits
    case .membership: .changeMembers
    }
  }
}
