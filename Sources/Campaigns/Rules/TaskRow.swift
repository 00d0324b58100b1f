/// A task with what is known of it on a day: one row of every list.
package struct TaskRow: Sendable {
  /// The task.
  package let task: Task
  /// The code of its campaign.
  package let code: String
  /// The title of its campaign.
  package let campaignTitle: String
  /// Its phase.
  package let phase: Phase?
  /// The verdict on it.
  package var verdict: Verdict
  /// The day of the verdict.
  package let today: Day
}

extension Ledger {
  /// The judge for a day by this store's settings. `years` are the holiday years that are known.
  package func judge(today: Day, years: [HolidayYear]) -> Judge {
    let calendar = WorkCalendar(
      years: years, ownOff: settings.ownDays?.off ?? [], ownWorking: settings.ownDays?.working ?? [])
    return Judge(
      today: today, calendar: calendar, lights: settings.lights ?? LightProfile(), events: settings.events)
  }

  /// Years that verdicts of open tasks rest on.
  package func years(around today: Day) -> Set<Int> {
    var years: Set<Int> = [today.year - 1, today.year, today.year + 1]
    for campaign in campaigns {
      for task in campaign.tasks where task.stage.isOpen {
        if let end = task.endInForce { years.formUnion([end.year]) }
        if let start = task.deadline.start { years.formUnion([start.year]) }
      }
    }
    return years
  }

  /// All rows in the order of campaigns and documents, drafts included.
  package func rows(_ judge: Judge) -> [TaskRow] {
    campaigns.flatMap { $0.rows(judge) }
  }
}

extension Campaign {
  /// Its rows in the document's order, drafts included.
  package func rows(_ judge: Judge) -> [TaskRow] {
    let phases = Dictionary(phases.map { ($0.id, $0) }) { first, _ in first }
    return tasks.map { task in
      TaskRow(
        task: task, code: code, campaignTitle: title, phase: task.phase.flatMap { phases[$0] },
        verdict: judge.verdict(on: task, in: self), today: judge.today)
    }
  }
}
