/// A task with what is known of it on a day: one row of every list. It never changes; a class, so that lists and groups
/// of rows share it.
package final class TaskRow: Sendable {
  /// The task.
  package let task: Task
  /// The code of its campaign.
  package let code: String
  /// The title of its campaign.
  package let campaignTitle: String
  /// Its phase.
  package let phase: Phase?
  /// Ids of what it waits for (前项); empty where it is not open.
  package let waitsFor: [String]
  /// The verdict on it.
  package let verdict: Verdict
  let judge: Judge
  /// The day on which its campaign's document was issued.
  let issued: Day?
  private let isOfOpenPlan: Bool

  /// The day of the verdict.
  package var today: Day { judge.today }
  /// The next chases of the units that owe something; empty where nothing is late. Reckoned when it is asked for: few
  /// lists show it.
  package var chases: [Chase] { isOfOpenPlan ? judge.chases(of: task, verdict) : [] }

  init(task: Task, campaign: Campaign, verdict: Verdict, judge: Judge) {
    (self.task, self.judge) = (task, judge)
    isOfOpenPlan = campaign.state == .open
    issued = campaign.issued
    code = campaign.code
    campaignTitle = campaign.title
    phase = task.phase.flatMap { campaign.phase(id: $0) }
    waitsFor = task.dependsOn.isEmpty || !task.stage.isOpen ? [] : campaign.unfinished(before: task)
    self.verdict = verdict
  }

  private init(_ row: TaskRow, verdict: Verdict) {
    (task, code, campaignTitle, phase) = (row.task, row.code, row.campaignTitle, row.phase)
    (judge, isOfOpenPlan, issued) = (row.judge, row.isOfOpenPlan, row.issued)
    waitsFor = row.waitsFor
    self.verdict = verdict
  }

  /// What it counts as on top of a screen.
  package var part: Tally.Part {
    switch verdict.condition {
    case .normal: verdict.cause?.part ?? .normal
    case .dueSoon: .dueSoon
    case .overdue: .overdue
    case .completed, .completedLate: .completed
    case .standing: verdict.cause?.part ?? .standing
    case .recurring: verdict.cause?.part ?? .recurring
    case .unscheduled: verdict.cause?.part ?? .unscheduled
    case .suspended: .suspended
    case .cancelled: .cancelled
    }
  }

  /// The row with another condition.
  package func with(_ condition: Condition) -> TaskRow {
    var verdict = verdict
    verdict.condition = condition
    return TaskRow(self, verdict: verdict)
  }
}

extension Ledger {
  /// The judge for a day by this store's settings. `years` are the holiday years that are known.
  package func judge(today: Day, years: [HolidayYear]) -> Judge {
    let calendar = WorkCalendar(
      years: years, ownOff: settings.ownDays?.off ?? [], ownWorking: settings.ownDays?.working ?? [])
    return Judge(
      today: today, calendar: calendar, lights: settings.lights ?? .usual, events: settings.events,
      units: units, office: units.office(of: settings.organisation)?.id)
  }

  /// All rows in the order of campaigns and documents, drafts included.
  package func rows(_ judge: Judge) -> [TaskRow] { campaigns.flatMap { $0.rows(judge) } }
}

extension Campaign {
  /// Its rows in the document's order, drafts included.
  package func rows(_ judge: Judge) -> [TaskRow] { rows(judge) { _ in true } }

  /// Those of its rows whose tasks are wanted, in the document's order.
  package func rows(_ judge: Judge, where isWanted: (Task) -> Bool) -> [TaskRow] {
    tasks.filter(isWanted).map { task in
      TaskRow(task: task, campaign: self, verdict: judge.verdict(on: task, in: self), judge: judge)
    }
  }
}
