import Campaigns
import Tables

extension JSONRecord {
  /// What an import read.
  init(_ result: ImportResult) {
    let findings = result.findings.map { finding -> JSONRecord in
      [
        "kind": finding.kind.rawValue, "line": finding.line, "words": finding.words,
        "suggestion": finding.suggestion,
      ]
    }
    let times: JSONRecord = ["used": result.times.used, "all": result.times.all]
    self = ["plans": result.plans.map { JSONRecord($0) }, "findings": findings, "times": times]
  }

  private init(_ plan: DraftPlan) {
    let phases = plan.phases.map { phase -> JSONRecord in
      [
        "name": phase.name, "start": phase.start, "end": phase.end, "text": phase.timeText,
        "line": phase.line,
      ]
    }
    self = [
      "title": plan.title, "documentNumber": plan.documentNumber, "issuer": plan.issuer,
      "issued": plan.issued, "year": plan.year, "yearEvidence": plan.yearEvidence?.rawValue,
      "line": plan.line, "basis": plan.basis, "phases": phases,
      "tasks": plan.tasks.map { JSONRecord($0, in: plan) },
    ]
  }

  private init(_ task: DraftTask, in plan: DraftPlan) {
    // Of several times in one item the first one counts.
    let deadline =
      JSONRecord(task.deadline) + ["event": task.deadline.event?.name, "others": task.deadline.others ?? []]
    self = [
      "number": task.number, "title": task.title, "text": task.text, "line": task.line,
      "phase": task.phase.map { plan.phases[$0].name }, "rule": task.rule.rawValue, "deadline": deadline,
      // The line of the task that it is part of.
      "parentLine": task.parent.map { plan.tasks[$0].line },
      // Lead and supporting units in order; the person or post where no unit is given.
      "departments": task.departments, "leads": task.leads, "supporting": task.supporting,
      "leaders": task.leaders, "persons": task.persons,
    ]
  }
}
