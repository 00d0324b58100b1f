import Campaigns

extension Store {
  /// Plans of which the index holds something else than their files say, though nothing tells that they changed. There is
  /// none in an index that only this program wrote to.
  func wrongInIndex(
    _ context: WriteContext, _ progress: (_ done: Int, _ of: Int) -> Void
  ) throws(StoreError) -> [String] {
    guard let indexing, hasIndex(indexing), let settings = try? settings().value,
      let units = try? readUnits().value
    else { return [] }
    let ledger = Ledger(settings: settings, units: units, campaigns: [])
    let judge = ledger.judge(today: context.today, years: context.holidays)
    guard let index = index(indexing, indexing.context(settings, units, context.holidays), making: false),
      let rows = try? index.rows()
    else { return [] }
    index.rest()
    var wrong: [String] = []
    let plans = try campaignFiles(true, nil)
    for (number, (name, status)) in plans.enumerated() {
      if number % 50 == 49 || number == plans.count - 1 { progress(number + 1, plans.count) }
      guard let status, let row = rows[name], !row.isYoung,
        row.summary(of: name, status.stamp, on: context.today) != nil,
        let file = indexable(name, status.stamp)
      else { continue }
      let digest = CampaignEntry(file.campaign, judge).digest
      let isRight =
        digest.summary.packed == row.summary
        && IndexedCampaign.Held(digest, file.places).parts.allSatisfy { part, bytes in
          index.part(part, of: name, row.version).map { $0 == bytes } ?? true
        }
      if !isRight { wrong.append(name) }
    }
    return wrong
  }
}
