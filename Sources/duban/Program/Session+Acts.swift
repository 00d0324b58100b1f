import CampaignStore
import Campaigns
import Tables

extension Session {
  /// Makes one change to a task and says what became of it; `says` adds a line about the task as it is then. The ledger is
  /// read where it is not known yet.
  func act(
    on id: String, knowing known: Ledger? = nil,
    says: @escaping (TaskRow, UnitRegistry) -> String? = { _, _ in nil }, _ act: (String) -> Act
  ) throws(Failure) -> Answer {
    let writing = try writing()
    let ledger = if let known { known } else { try ledger(naming: [id]) }
    let (campaign, task) = try worked(id, ledger)
    let updated = try onStore { store throws(StoreError) in
      try store.update(campaign.code, act(task.id), writing)
    }
    return tell([updated], ledger, says: says)
  }

  /// Makes one change to a campaign and says what became of it.
  func act(
    onCampaign code: String, knowing known: Ledger? = nil,
    says: @escaping (Campaign) -> String? = { _ in nil }, _ act: Act
  ) throws(Failure) -> Answer {
    let writing = try writing()
    let ledger = if let known { known } else { try ledger(naming: [code]) }
    try requireNotArchived(code, ledger)
    let campaign = try ledger.campaign(matching: code)
    let updated = try onStore { store throws(StoreError) in try store.update(campaign.code, act, writing) }
    return tell([updated], ledger, saysOfCampaign: says)
  }

  /// The rows that changes of campaigns touched, as they are now. The ledger is as it was before.
  func tell(
    _ all: [Updated], _ ledger: Ledger, says: @escaping (TaskRow, UnitRegistry) -> String? = { _, _ in nil },
    saysOfCampaign: @escaping (Campaign) -> String? = { _ in nil }
  ) -> Answer {
    let ledger = all.first?.saved.applied(to: ledger) ?? ledger
    let judge = judge(of: ledger, on: today)
    let told = all.map { updated in
      let ids = Set(updated.change.tasks.compactMap { $0.after?.id })
      return (updated, rows: updated.campaign.rows(judge) { ids.contains($0.id) })
    }
    return Answer(
      record(
        told.flatMap { updated, rows in
          rows.map {
            JSONRecord($0, updated.units, wording) + [
              "newEntries": updated.change.newEntries(of: $0.task.id).map(\.id)
            ]
          }
        })
    ) {
      told.flatMap { updated, rows -> [Part] in
        let campaign = updated.campaign
        var lines = rows.flatMap { self.words(of: $0, updated) + [says($0, updated.units).map { "  " + $0 }] }
        lines += updated.change.phases.compactMap(\.after).map { "\(campaign.code)/\($0.id)  \($0.name)" }
        if updated.change.header != nil {
          lines += ["\(campaign.code)  \(campaign.title)", saysOfCampaign(campaign).map { "  " + $0 }]
        }
        return lines.compactMap(\.self).map { .line($0) }
      }
    }.beside(ledger.flaws)
  }

  private func words(of row: TaskRow, _ updated: Updated) -> [String?] {
    let (task, chases) = (row.task, updated.change.chases(of: row.task.id))
    let (stage, state) = (wording.stage(task.stage), wording.state(of: row))
    var lines = ["\(task.id)  \(stage)\(state == stage ? "" : "  \(state)")  \(task.title)"]
    if let completion = task.completion, !completion.missing.isEmpty {
      lines.append(wording.pick("  尚有未办：", "  still missing: ") + wording.joined(completion.missing))
    }
    if case .completedLate = row.verdict.reason {
      lines.append("  " + wording.why(task, row.verdict, today: row.today))
    }
    if let completion = task.completion, completion.on < today {
      lines.append(
        wording.pick("  补记：\(completion.on.iso)办结。", "  back-dated: completed on \(completion.on.iso)."))
    }
    if let days = updated.change.keptQuotas.first(where: { $0.id == task.id })?.quotaDays {
      lines.append("  " + wording.goesOnCounting(days))
    }
    if !chases.isEmpty { lines.append("  " + wording.chased(chases, updated.units)) }
    return lines
  }
}
