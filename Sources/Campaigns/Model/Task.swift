/// What a unit must do by a time (任务, 事项).
package struct Task: Encodable, Hashable, Sendable, Identifiable {
  /// Whether a plan requires an item (规定动作) or leaves it to the unit (自选动作).
  package enum Requirement: String, Encodable, Sendable, CaseIterable { case required, optional }

  /// `CODE-N`.
  package var id: String
  /// Its number in the document: 二（二）1.
  package var number: String?
  /// The task that it is part of.
  package var parent: String?
  /// The phase that it belongs to.
  package var phase: String?
  /// A short name.
  package var title: String
  /// The document's own words.
  package var text: String?
  /// Line of the source.
  package var sourceLine: Int?
  /// Who is responsible, in order; lead units first.
  @Listed package var units: [Responsibility]
  /// The deadline of the document. It is kept for ever; extensions stand beside it.
  package var deadline: Deadline
  /// Where it stands.
  package var stage: Stage
  /// The stage that a suspended task goes back to.
  package var suspendedFrom: Stage?
  /// 规定动作 or 自选动作.
  package var requirement: Requirement?
  /// Free tags.
  @Listed package var tags: [String]
  /// What counts as done (目标, 完成标准).
  package var standard: String?
  /// Per cent done, as reported last.
  package var percent: Int?
  /// What stands in the way (存在问题).
  package var problems: String?
  /// What comes next (下步计划).
  package var nextSteps: String?
  /// The day it was assigned (交办).
  package var assigned: Day?
  /// How and when it was completed.
  package var completion: Completion?
  /// How it was struck off the ledger.
  package var strikeOff: StrikeOff?
  /// How often it was returned (退回重办).
  package var returns: Int?
  /// Members of its collectives, each with a status of its own.
  @Listed package var members: [MemberStatus]
  /// When it is complete, where collectives answer for it; nil: once all members are.
  package var memberRule: MemberRule?
  /// What was done towards its quota.
  @Listed package var occurrences: [Occurrence]
  /// Extensions asked for, approved or refused.
  @Listed package var extensions: [Extension]
  /// Rates and counts to reach.
  @Listed package var targets: [Target]
  /// How often a standing duty is looked at again; nil is quarterly.
  package var reviewEvery: Period?
  /// The days that its quota ran over when a phase was added that would have moved them; nil: as its plan says.
  package var quotaDays: QuotaDays?
  /// Tasks that must come first.
  @Listed package var dependsOn: [String]
  /// The task that it was split from; its log up to there is that one's.
  package var splitFrom: String?
  /// Ids that it had in other campaigns, oldest first.
  @Listed package var formerIDs: [String]
  /// Its log, oldest first.
  @Listed package var log: [LogEntry]
  /// Who changed it last.
  package var changed: Stamp?

  /// A task with nothing but a name and a deadline.
  package init(id: String, title: String, deadline: Deadline = Deadline(), stage: Stage = .registered) {
    (self.id, self.title, self.deadline, self.stage) = (id, title, deadline, stage)
    units = []
    tags = []
    members = []
    occurrences = []
    extensions = []
    targets = []
    dependsOn = []
    formerIDs = []
    log = []
  }

  /// The deadline in force: an approved extension counts, the last one approved.
  package var endInForce: Day? { approvedEnd ?? deadline.end }

  /// Units with that role, in order.
  package func units(in role: Role) -> [Responsibility] { units.filter { $0.role == role } }

  /// The number of the next log entry; numbers are never used again.
  package var nextEntry: Int { (log.map(\.id).max() ?? 0) + 1 }
}

/// What somebody answers for in a task.
package enum Role: String, Encodable, Sendable, CaseIterable { case lead, supporting, leader, person }

/// A unit's part in a task, with the name it had when it was given.
package struct Responsibility: Encodable, Hashable, Sendable {
  /// The unit's id; nil for a leader or a person, known by post only.
  package var unit: String?
  /// Its name then.
  package var name: String
  /// Lead, supporting, leader or person.
  package var role: Role

  /// A part in a task.
  package init(unit: String?, name: String, role: Role) {
    (self.unit, self.name, self.role) = (unit, name, role)
  }
}

/// How a task was completed.
package struct Completion: Encodable, Hashable, Sendable {
  /// The actual day.
  package var on: Day
  /// What was done.
  package var summary: String?
  /// A reference to evidence.
  package var evidence: String?
  /// Members of collectives who had not completed when the whole task was.
  @Listed package var missing: [String]

  /// A completion on a day.
  package init(on: Day, summary: String? = nil, evidence: String? = nil, missing: [String] = []) {
    (self.on, self.summary, self.evidence, self.missing) = (on, summary, evidence, missing)
  }
}

/// How a completed task was struck off the ledger (销号).
package struct StrikeOff: Encodable, Hashable, Sendable {
  /// The day.
  package var on: Day
  /// Who reviewed it.
  package var reviewer: String

  /// Struck off on a day by a reviewer.
  package init(on: Day, reviewer: String) { (self.on, self.reviewer) = (on, reviewer) }
}

/// Where one member of a collective stands.
package struct MemberStatus: Encodable, Hashable, Sendable {
  /// The member's id.
  package var unit: String
  /// Its name then.
  package var name: String
  /// The collective that it was asked through.
  package var collective: String?
  /// Per cent done.
  package var percent: Int?
  /// The day it completed.
  package var completed: Day?
  /// A reference to evidence.
  package var evidence: String?
  /// Asked from this day on; nil: from the beginning.
  package var from: Day?
  /// Asked up to this day; nil: to the end.
  package var until: Day?

  /// A member that has not completed.
  package init(unit: String, name: String, collective: String? = nil, completed: Day? = nil) {
    self.unit = unit
    self.name = name
    self.collective = collective
    self.completed = completed
  }
}

/// One thing done towards a quota.
package struct Occurrence: Encodable, Hashable, Sendable {
  /// The log entry that recorded it; nil where it was written by hand.
  package var id: Int?
  /// The day.
  package var on: Day
  /// How many of the quota's unit.
  package var count: Int
  /// Which unit did it.
  package var unit: String?
  /// What it was.
  package var note: String?

  /// `count` done on a day.
  package init(on: Day, count: Int = 1, unit: String? = nil, note: String? = nil, id: Int? = nil) {
    (self.id, self.on, self.count) = (id, on, count)
    (self.unit, self.note) = (unit, note)
  }
}

/// A request for more time, and what became of it.
package struct Extension: Encodable, Hashable, Sendable {
  /// The decision on a request.
  package struct Decision: Encodable, Hashable, Sendable {
    /// Approved or refused.
    package var isApproved: Bool
    /// The day of the decision.
    package var on: Day
    /// Who decided, by name or post.
    package var by: String
    /// The day granted, where it differs from the one asked for.
    package var until: Day?
    /// The log entry that recorded it; nil where it was written by hand.
    package var id: Int?

    /// A decision.
    package init(isApproved: Bool, on: Day, by: String, until: Day? = nil, id: Int? = nil) {
      (self.id, self.isApproved, self.on) = (id, isApproved, on)
      (self.by, self.until) = (by, until)
    }
  }

  /// The log entry that recorded it; nil where it was written by hand.
  package var id: Int?
  /// The day it was asked for.
  package var asked: Day
  /// The deadline in force then; nil where it was not noted.
  package var from: Day?
  /// The day asked for.
  package var until: Day
  /// Why.
  package var reason: String
  /// Per cent done when it was asked for.
  package var percent: Int?
  /// Nil while it is pending.
  package var decision: Decision?

  /// A pending request.
  package init(
    asked: Day, from: Day? = nil, until: Day, reason: String, percent: Int? = nil, decision: Decision? = nil,
    id: Int? = nil
  ) {
    (self.id, self.asked, self.from, self.until) = (id, asked, from, until)
    (self.reason, self.percent, self.decision) = (reason, percent, decision)
  }

  /// Whether it was asked for after the deadline had passed (逾期后申请).
  package var isLate: Bool { from.map { asked > $0 } ?? false }

  /// The last day granted; nil where it was refused or is pending.
  package var granted: Day? {
    guard let decision, decision.isApproved else { return nil }
    return decision.until ?? until
  }
}

/// A rate or count to reach (满意率≥90%), with dated readings; pass or fail is derived.
package struct Target: Encodable, Hashable, Sendable {
  /// One reading.
  package struct Reading: Encodable, Hashable, Sendable {
    /// The log entry that recorded it; nil where it was written by hand.
    package var id: Int?
    /// The day.
    package var on: Day
    /// The value.
    package var value: Double
    /// Where it comes from.
    package var note: String?

    /// A reading.
    package init(on: Day, value: Double, note: String? = nil, id: Int? = nil) {
      (self.id, self.on, self.value, self.note) = (id, on, value, note)
    }
  }

  /// What is measured.
  package var name: String
  /// The least that passes.
  package var atLeast: Double
  /// %, 次, 人.
  package var unit: String?
  /// Readings, oldest first.
  @Listed package var readings: [Reading]

  /// A target without readings.
  package init(name: String, atLeast: Double, unit: String? = nil, readings: [Reading] = []) {
    (self.name, self.atLeast, self.unit, self.readings) = (name, atLeast, unit, readings)
  }
}
