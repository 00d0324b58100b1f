/// A command that changes the store, as the journal names it.
package enum JournalCommand: String, Encodable, Sendable, CaseIterable {
  case addTask, addPhase, addCampaign, addUnit
  case editTask, editPhase, editCampaign
  case editSettings, setLights, setOwnDays, setEvent
  case renameUnit, aliasUnit, mergeUnits, changeMembers, editUnit
  case assign, report, note, complete, submit, sendBack, strikeOff, reopen, suspend, cancel, instruct, correct
  case reviseDraft, dropDraft, mergeDrafts, splitDraft
  case closeCampaign, reopenCampaign, archive, unarchive
  /// Files have its older name.
  case split = "divide"
  case moveTask
  case record, setTarget, removeTarget, addReading
  case extend, approveExtension, refuseExtension, remind
  case `import`, accept, updatePlan
  /// Acts of several kinds, from a file.
  case apply
  case removeTask, removePhase, removeCampaign, removeUnit
  case undo, redo, restore, migrate, repair
}

extension JournalCommand {
  /// What undo and `changes` must know of it: what its act says, or what is said here of what is no act on a plan.
  package var traits: Act.Traits {
    switch self {
    case .addTask: AddTaskAct.traits
    case .addPhase: AddPhaseAct.traits
    case .editTask: EditTaskAct.traits
    case .editPhase: EditPhaseAct.traits
    case .editCampaign: EditCampaignAct.traits
    case .setEvent: SetEventAct.traits
    case .assign: AssignAct.traits
    case .report: ReportAct.traits
    case .note: NoteAct.traits
    case .complete: CompleteAct.traits
    case .submit: SubmitAct.traits
    case .sendBack: SendBackAct.traits
    case .strikeOff: StrikeOffAct.traits
    case .reopen: ReopenAct.traits
    case .suspend: SuspendAct.traits
    case .cancel: CancelAct.traits
    case .instruct: InstructAct.traits
    case .correct: CorrectAct.traits
    case .dropDraft: DropAct.traits
    case .mergeDrafts: MergeAct.traits
    case .splitDraft: SplitDraftAct.traits
    case .closeCampaign: CloseAct.traits
    case .reopenCampaign: OpenAgainAct.traits
    case .split: SplitAct.traits
    case .moveTask: MoveAct.traits
    case .removeTask: RemoveTaskAct.traits
    case .removePhase: RemovePhaseAct.traits
    case .record: RecordAct.traits
    case .setTarget: SetTargetAct.traits
    case .removeTarget: RemoveTargetAct.traits
    case .addReading: AddReadingAct.traits
    case .extend: ExtendAct.traits
    case .approveExtension: DecideAct.traits
    case .refuseExtension: DecideAct.traitsOfRefusal
    case .remind: RemindAct.traits
    case .import, .accept: Act.Traits(self, restsOn: .nothing, makes: [.added])
    case .archive, .removeCampaign: Act.Traits(self, restsOn: .nothing, makes: [.removed])
    // It may go on from anything.
    case .apply: Act.Traits(self, restsOn: .everything, makes: TaskChange.Kind.allCases)
    case .updatePlan, .undo, .redo, .restore:
      Act.Traits(self, restsOn: .nothing, makes: TaskChange.Kind.allCases)
    // What drafts were put right by before `editTask` did it.
    case .reviseDraft: Act.Traits(self, restsOn: .nothing)
    case .addCampaign, .addUnit, .renameUnit, .aliasUnit, .mergeUnits, .changeMembers, .editUnit, .removeUnit,
      .editSettings,
      .setLights, .setOwnDays, .unarchive, .migrate, .repair:
      Act.Traits(self, restsOn: .nothing)
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
    case .edit: .editUnit
    case .remove: .removeUnit
    }
  }
}
