/// What a person asks for: which acts there are, and what is filled in. What each of them is stands in its file.
package enum Act: Sendable, Equatable {
  case addTask(TaskDraft)
  /// An item of an import that was left out, or missed.
  case addDraft(Task)
  case addPhase(PhaseDraft)
  case editPhase(id: String, name: String?, time: PhaseDraft?, place: Int? = nil)
  case editTask(id: String, TaskEdit)
  case editCampaign(CampaignEdit)
  case assign(id: String, Assignment)
  case report(id: String, Report)
  case note(id: String, text: String)
  case complete(id: String, CompletionReport)
  case submit(id: String, text: String?)
  case sendBack(id: String, reason: String)
  case strikeOff(id: String, reviewer: String, on: Day?)
  case reopen(id: String, reason: String?, from: String? = nil)
  case suspend(id: String, reason: String)
  case cancel(id: String, reason: String)
  case instruct(id: String, text: String, from: String? = nil)
  case correct(id: String, entry: Int, text: String)
  /// Only drafts can be dropped, merged and split this way.
  case drop(id: String)
  case merge(id: String, into: String)
  case splitDraft(id: String, title: String)
  case split(id: String, titles: [String])
  /// What never counted goes for good.
  case removeTask(id: String)
  case removePhase(id: String)
  case move(id: String, phase: String)
  case setEvent(name: String, EventDays?)
  case close(on: Day?)
  case openAgain
  case record(id: String, OccurrenceReport)
  /// A rate or count to reach is set, or changed; its readings stay. `id` is a task's, or the campaign's code: a target of the
  /// whole plan.
  case setTarget(id: String, TargetDraft)
  case removeTarget(id: String, name: String)
  case addReading(id: String, ReadingReport)
  case extend(id: String, ExtensionRequest)
  case decide(id: String, ExtensionDecision)
  case remind(id: String, ChaseReport)
}

extension Act {
  /// The act itself.
  var payload: any PlanAct {
    switch self {
    case .addTask(let draft): AddTaskAct(draft: draft)
    case .addDraft(let task): AddDraftAct(draft: task)
    case .addPhase(let draft): AddPhaseAct(draft: draft)
    case .editPhase(let id, let name, let time, let place):
      EditPhaseAct(id: id, name: name, time: time, place: place)
    case .editTask(let id, let edit): OnTask(id: id, act: EditTaskAct(edit: edit))
    case .editCampaign(let edit): EditCampaignAct(edit: edit)
    case .assign(let id, let assignment): OnTask(id: id, act: AssignAct(assignment: assignment))
    case .report(let id, let report): OnTask(id: id, act: ReportAct(report: report))
    case .note(let id, let text): OnTask(id: id, act: NoteAct(text: text))
    case .complete(let id, let report): OnTask(id: id, act: CompleteAct(report: report))
    case .submit(let id, let text): OnTask(id: id, act: SubmitAct(text: text))
    case .sendBack(let id, let reason): OnTask(id: id, act: SendBackAct(reason: reason))
    case .strikeOff(let id, let reviewer, let day):
      OnTask(id: id, act: StrikeOffAct(reviewer: reviewer, day: day))
    case .reopen(let id, let reason, let from): OnTask(id: id, act: ReopenAct(reason: reason, from: from))
    case .suspend(let id, let reason): OnTask(id: id, act: SuspendAct(reason: reason))
    case .cancel(let id, let reason): OnTask(id: id, act: CancelAct(reason: reason))
    case .instruct(let id, let text, let from): OnTask(id: id, act: InstructAct(text: text, from: from))
    case .correct(let id, let entry, let text): OnTask(id: id, act: CorrectAct(entry: entry, text: text))
    case .drop(let id): OnTask(id: id, act: DropAct())
    case .merge(let id, let target): OnTask(id: id, act: MergeAct(target: target))
    case .splitDraft(let id, let title): OnTask(id: id, act: SplitDraftAct(title: title))
    case .removeTask(let id): OnTask(id: id, act: RemoveTaskAct())
    case .removePhase(let id): RemovePhaseAct(id: id)
    case .split(let id, let titles): OnTask(id: id, act: SplitAct(titles: titles))
    case .move(let id, let phase): OnTask(id: id, act: MoveAct(phase: phase))
    case .setEvent(let name, let days): SetEventAct(name: name, days: days)
    case .close(let day): CloseAct(day: day)
    case .openAgain: OpenAgainAct()
    case .record(let id, let report): OnTask(id: id, act: RecordAct(report: report))
    case .setTarget(let id, let draft): OnTargets(id: id, act: SetTargetAct(draft: draft))
    case .removeTarget(let id, let name): OnTargets(id: id, act: RemoveTargetAct(name: name))
    case .addReading(let id, let report): OnTargets(id: id, act: AddReadingAct(report: report))
    case .extend(let id, let request): OnTask(id: id, act: ExtendAct(request: request))
    case .decide(let id, let decision): OnTask(id: id, act: DecideAct(decision: decision))
    case .remind(let id, let report): OnTask(id: id, act: RemindAct(report: report))
    }
  }

  /// Its name in the journal.
  package var command: JournalCommand { payload.command }
  /// On whose word it is recorded, where that is not who acts.
  package var onBehalf: String? { payload.onBehalf }
}

/// Everything that an act needs to know beside the campaign.
package struct ActContext: Sendable {
  /// Judges deadlines by the store's settings.
  package let judge: Judge
  /// Who acts, and when.
  package let stamp: Stamp

  /// Today.
  package var today: Day { judge.today }
  /// The units.
  package var units: UnitRegistry { judge.units }

  /// A context.
  package init(judge: Judge, stamp: Stamp) { (self.judge, self.stamp) = (judge, stamp) }

  /// A day that has come; nil is today.
  func past(_ day: Day?) throws(Refusal) -> Day {
    guard let day else { return today }
    guard day <= today else { throw .dayInFuture(day) }
    return day
  }
}
