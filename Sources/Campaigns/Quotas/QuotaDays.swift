/// The days that a quota goes on running over, whatever phases its plan gets.
package struct QuotaDays: Encodable, Hashable, Sendable {
  /// The first day.
  package var start: Day
  /// The last day.
  package var end: Day

  /// Days from one to another.
  package init(start: Day, end: Day) { (self.start, self.end) = (start, end) }
}

extension Change {
  /// The tasks whose quotas go on as they ran, though their plan has another phase.
  package var keptQuotas: [Task] {
    tasks.compactMap { edit in
      edit.after?.quotaDays != nil && edit.after?.quotaDays != edit.before?.quotaDays ? edit.after : nil
    }
  }
}

extension Judge {
  /// The tasks whose quotas have begun and would run over other days in a plan changed like this, with the days kept that they run
  /// over now; a plan that goes on longer makes them longer. No period that began is moved or cut by a phase that comes later.
  func keepingQuotas(of campaign: Campaign, in changed: Campaign) -> [Change.Edit<Task>] {
    campaign.tasks.compactMap { task in
      guard task.stage.isOpen, task.deadline.quota != nil,
        let now = quotaSpan(of: task, in: campaign, end: end(of: task, in: campaign)), now.start <= today
      else { return nil }
      var after = task
      after.quotaDays = nil
      let next = quotaSpan(of: after, in: changed, end: end(of: after, in: changed))
      let kept = QuotaDays(start: now.start, end: max(now.end, next?.end ?? now.end))
      // What the plan says by itself is not kept beside it.
      if next?.start != kept.start || next?.end != kept.end { after.quotaDays = kept }
      return after == task ? nil : Change.Edit(before: task, after: after)
    }
  }
}
