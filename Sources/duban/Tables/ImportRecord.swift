import Campaigns

/// `import --dry-run --format json` as a whole (the contract for scripts). Fields may be added, never changed.
struct ImportRecord: Encodable {
  struct PhaseRecord: Encodable {
    var name: String
    @Nullable var start: Day?
    @Nullable var end: Day?
    var text: String
    var line: Int
  }

  struct TaskRecord: Encodable {
    @Nullable var number: String?
    var title: String
    var text: String
    var line: Int
    @Nullable var phase: String?
    /// The line of the task that it is part of.
    @Nullable var parentLine: Int?
    /// Lead and supporting units in order; the person or post where no unit is given.
    var departments: [String]
    var leads: [String]
    var supporting: [String]
    var leaders: [String]
    var persons: [String]
    var deadline: WithQuota<DeadlineRecord>
    var rule: String
  }

  struct DeadlineRecord: Encodable {
    var text: String
    var kind: String
    @Nullable var start: Day?
    @Nullable var end: Day?
    @Nullable var event: String?
    /// Further times in the same item; the first one counts.
    var others: [String]
  }

  struct PlanRecord: Encodable {
    @Nullable var title: String?
    @Nullable var documentNumber: String?
    @Nullable var issuer: String?
    @Nullable var issued: Day?
    @Nullable var year: Int?
    @Nullable var yearEvidence: String?
    var line: Int
    var basis: [String]
    var phases: [PhaseRecord]
    var tasks: [TaskRecord]
  }

  struct FindingRecord: Encodable {
    var kind: String
    var line: Int
    var words: String
    @Nullable var suggestion: String?
  }

  var schema = 1
  var plans: [PlanRecord]
  var findings: [FindingRecord]

  init(_ result: ImportResult) {
    plans = result.plans.map { plan in
      PlanRecord(
        title: plan.title, documentNumber: plan.documentNumber, issuer: plan.issuer, issued: plan.issued,
        year: plan.year, yearEvidence: plan.yearEvidence?.rawValue, line: plan.line, basis: plan.basis,
        phases: plan.phases.map {
          PhaseRecord(name: $0.name, start: $0.start, end: $0.end, text: $0.timeText, line: $0.line)
        },
        tasks: plan.tasks.map { ImportRecord.task($0, in: plan) })
    }
    findings = result.findings.map {
      FindingRecord(kind: $0.kind.rawValue, line: $0.line, words: $0.words, suggestion: $0.suggestion)
    }
  }

  private static func task(_ task: DraftTask, in plan: DraftPlan) -> TaskRecord {
    TaskRecord(
      number: task.number, title: task.title, text: task.text, line: task.line,
      phase: task.phase.map { plan.phases[$0].name }, parentLine: task.parent.map { plan.tasks[$0].line },
      departments: task.departments, leads: task.leads, supporting: task.supporting, leaders: task.leaders,
      persons: task.persons, deadline: WithQuota(DeadlineRecord(task.deadline), task.deadline.quota),
      rule: task.rule.rawValue)
  }
}

extension ImportRecord.DeadlineRecord {
  init(_ deadline: Deadline) {
    self.init(
      text: deadline.text, kind: deadline.kind.rawValue, start: deadline.start, end: deadline.end,
      event: deadline.event?.name, others: deadline.others ?? [])
  }
}
