import Campaigns
import Wording

extension JSONRecord {
  /// A row of a list of tasks: what its columns say of it, and what no column shows.
  package init(_ row: TaskRow, _ units: UnitRegistry, _ wording: Wording) {
    let (task, verdict) = (row.task, row.verdict)
    let rest: JSONRecord = [
      "parent": task.parent, "sourceLine": task.sourceLine, "splitFrom": task.splitFrom,
      "formerIDs": task.formerIDs, "dependsOn": task.dependsOn, "completed": task.completion?.on,
      "detailsMissing": verdict.notes.contains(.detailsMissing), "pointsBehind": verdict.pointsBehind,
      "reviewDue": verdict.isReviewDue, "daysWithoutWord": verdict.daysWithoutWord,
      "openInstructions": task.openInstructions.count, "targets": task.targets.map { JSONRecord($0) },
    ]
    self = TaskColumn.allCases.reduce(rest) { $0 + $1.json(row, units, wording) }
  }

  /// A deadline: the document's words, and what they came to.
  package init(_ deadline: Deadline) {
    self =
      ["text": deadline.text, "kind": deadline.kind, "start": deadline.start, "end": deadline.end]
      + JSONRecord(deadline.quota)
  }

  /// A unit's part of a task.
  init(_ part: Responsibility, _ units: UnitRegistry) {
    self = ["name": units.name(of: part), "role": part.role, "id": part.unit]
  }

  /// A target with its readings.
  init(_ target: Target) {
    self = [
      "name": target.name, "atLeast": target.atLeast, "unit": target.unit, "passed": target.isPassed,
      "trend": target.trend?.rawValue,
      "readings": target.ordered.map { ["on": $0.on, "value": $0.value, "note": $0.note] as JSONRecord },
    ]
  }

  /// A request for more time and what became of it.
  init(_ request: Extension) {
    let decision = request.decision.map { decision -> JSONRecord in
      // The day granted; null where it was refused.
      ["approved": decision.isApproved, "on": decision.on, "by": decision.by, "until": request.granted]
    }
    self = [
      // `from` is the deadline in force when it was asked for; `late` says that it was asked for after that.
      "asked": request.asked, "from": request.from, "until": request.until, "late": request.isLate,
      "reason": request.reason, "percent": request.percent, "decision": decision,
    ]
  }

  /// Everybody who is asked through the collectives of a task.
  static func members(of row: TaskRow, _ units: UnitRegistry) -> [JSONRecord] {
    let statuses = Dictionary(
      row.task.members.map { (units.current(id: $0.unit)?.id ?? $0.unit, $0) }
    ) { first, _ in first }
    return row.askedMembers(units).map { unit in
      [
        "id": unit.id, "name": unit.name, "completed": statuses[unit.id]?.completed,
        "percent": statuses[unit.id]?.percent,
        "quota": row.verdict.memberQuotas?.standing(of: unit.id).map { JSONRecord($0) },
      ]
    }
  }
}

extension Verdict {
  /// How long a standing duty has had no word, where that is too long.
  fileprivate var daysWithoutWord: Int? {
    for case .notReviewed(let days) in notes { return days }
    return nil
  }
}
