/// What a person asks for. An act says what is wanted; `Campaign.change(for:_:)` works out what that changes.
package enum Act: Sendable, Equatable {
  case addTask(TaskDraft)
  case addPhase(PhaseDraft)
  /// A phase, by id or name, gets another name or time; nil leaves it as it is.
  case editPhase(id: String, name: String?, time: PhaseDraft?)
  case editTask(id: String, TaskEdit)
  case editCampaign(CampaignEdit)
  case assign(id: String, Assignment)
  case report(id: String, Report)
  case note(id: String, text: String)
  case complete(id: String, CompletionReport)
  case submit(id: String, text: String?)
  case sendBack(id: String, reason: String)
  case strikeOff(id: String, reviewer: String, on: Day?)
  /// A completed task, or the part of it of the member `from`, is worked on again; a suspended one goes on.
  case reopen(id: String, reason: String?, from: String? = nil)
  case suspend(id: String, reason: String)
  case cancel(id: String, reason: String)
  /// An instruction; `from` is the leader whose words another records, nil where who acts gives it.
  case instruct(id: String, text: String, from: String? = nil)
  case correct(id: String, entry: Int, text: String)
  /// An imported task is put right before it is accepted. Only drafts can be revised, dropped, merged and split this way.
  case revise(id: String, DraftRevision)
  /// A draft is left out.
  case drop(id: String)
  /// A draft goes into another one.
  case merge(id: String, into: String)
  /// What comes after the first words of a draft becomes a draft of its own.
  case splitDraft(id: String, title: String)
  /// A task that is being worked on becomes several, under these titles, each with the whole history.
  case split(id: String, titles: [String])
  /// A task goes to another phase of its campaign, by id or name; an empty text takes it out of phases.
  case move(id: String, phase: String)
  /// The days of an event for this campaign; nil takes them back.
  case setEvent(name: String, EventDays?)
  case close(on: Day?)
  case openAgain
  /// Something was done towards the task's quota.
  case record(id: String, OccurrenceReport)
  /// A rate or count to reach is set, or changed; its readings stay. `id` is a task's, or the campaign's code: a target of the
  /// whole plan.
  case setTarget(id: String, TargetDraft)
  case removeTarget(id: String, name: String)
  /// A target was read.
  case addReading(id: String, ReadingReport)
  /// More time is asked for, or granted at once (延期).
  case extend(id: String, ExtensionRequest)
  /// The request that waits is approved or refused.
  case decide(id: String, ExtensionDecision)
  /// Units are chased (催办).
  case remind(id: String, ChaseReport)
}

/// A task to be added.
package struct TaskDraft: Sendable, Equatable {
  /// Its short name.
  package var title: String
  /// Its number in the document.
  package var number: String?
  /// The document's words.
  package var text: String?
  /// Names of units; the first one leads.
  package var units: [String] = []
  /// Posts of persons.
  package var persons: [String] = []
  /// Posts of leaders.
  package var leaders: [String] = []
  /// Its deadline.
  package var deadline = Deadline()
  /// Id or name of its phase.
  package var phase: String?
  /// Id of the task that it is part of.
  package var parent: String?
  /// Tags.
  package var tags: [String] = []
  /// Line of the source.
  package var sourceLine: Int?

  /// A draft with a name.
  package init(title: String) { self.title = title }
}

/// A phase to be added.
package struct PhaseDraft: Sendable, Equatable {
  /// Its name.
  package var name: String
  /// The phase that it is part of, by id or name.
  package var parent: String?
  /// Its time in words.
  package var words: String?
  /// First day.
  package var start: Day?
  /// Last day.
  package var end: Day?

  /// A phase with a name.
  package init(name: String) { self.name = name }
}

/// What is to change in a task; nil leaves a field as it is, an empty text empties it.
package struct TaskEdit: Sendable, Equatable {
  /// Title.
  package var title: String?
  /// Number in the document.
  package var number: String?
  /// The document's words.
  package var text: String?
  /// Deadline; one of kind `none` takes it away.
  package var deadline: Deadline?
  /// Phase, by id or name.
  package var phase: String?
  /// What counts as done.
  package var standard: String?
  /// What stands in the way.
  package var problems: String?
  /// What comes next.
  package var nextSteps: String?
  /// How often a standing duty is looked at again.
  package var reviewEvery: Period?
  /// When a task of collectives is complete.
  package var memberRule: MemberRule?
  /// Tags to add.
  package var addTags: [String] = []
  /// Tags to take away.
  package var removeTags: [String] = []
  /// Tasks that must come first, by id.
  package var addDependencies: [String] = []
  /// Tasks that need not come first any more, by id.
  package var removeDependencies: [String] = []
  /// Makes a draft a registered task.
  package var registers = false

  /// An edit of nothing.
  package init() {}
}

/// What is to change in a campaign; nil leaves a field as it is, an empty text empties it.
package struct CampaignEdit: Sendable, Equatable {
  /// Title.
  package var title: String?
  /// The document's own number.
  package var documentNumber: String?
  /// Who issued it.
  package var issuer: String?
  /// Day of issue.
  package var issued: Day?
  /// The year of days without a year.
  package var year: Int?
  /// The leading group, by posts.
  package var leadingGroup: String?

  /// An edit of nothing.
  package init() {}
}

/// Units that come to a task or leave it, by name.
package struct Assignment: Sendable, Equatable {
  /// Units to add; the first one leads where no unit leads yet.
  package var add: [String] = []
  /// The unit that is to lead.
  package var lead: String?
  /// Units that leave.
  package var remove: [String] = []

  /// An assignment.
  package init(add: [String] = [], lead: String? = nil, remove: [String] = []) {
    self.add = add
    self.lead = lead
    self.remove = remove
  }
}

/// A report on progress.
package struct Report: Sendable, Equatable {
  /// The words.
  package var text: String
  /// Per cent done.
  package var percent: Int?
  /// The day that it speaks of; nil is today.
  package var on: Day?
  /// The unit that reported (代录).
  package var from: String?
  /// By what channel.
  package var via: String?
  /// The instruction that it answers.
  package var answers: Int?

  /// A report in words.
  package init(text: String, percent: Int? = nil) {
    self.text = text
    self.percent = percent
  }
}

/// How a task, or one member's part of it, was completed.
package struct CompletionReport: Sendable, Equatable {
  /// What was done.
  package var text: String?
  /// The actual day; nil is today.
  package var on: Day?
  /// A reference to evidence.
  package var evidence: String?
  /// The member of a collective that completed; nil: the whole task.
  package var from: String?

  /// A completion today.
  package init(text: String? = nil, on: Day? = nil, evidence: String? = nil, from: String? = nil) {
    self.text = text
    self.on = on
    self.evidence = evidence
    self.from = from
  }
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
  package init(judge: Judge, stamp: Stamp) {
    self.judge = judge
    self.stamp = stamp
  }
}
