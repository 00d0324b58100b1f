import Campaigns

extension Store {
  /// Keeps in the index what a command just wrote, where there is an index for these settings and units. Nothing waits for it and
  /// nothing depends on it: whoever reads next sees by the files' stamps whether it is so. The lock is held.
  func keep(_ written: [(name: String, bytes: [UInt8])], gone: [String], _ context: WriteContext) {
    guard let indexing, indexing.mayWrite, hasIndex(indexing), let settings = try? settings().value,
      let units = try? readUnits().value
    else { return }
    let ledger = Ledger(settings: settings, units: units, campaigns: [])
    let judge = ledger.judge(today: context.today, years: context.holidays)
    guard let index = index(indexing, indexing.context(settings, units, context.holidays), making: false)
    else { return }
    index.change { writing in
      for (name, bytes) in written where name.contains("/") {
        guard let status = try? files.status(place(of: name)), status.size == bytes.count,
          let file = IndexableFile(name, bytes)
        else { continue }
        let digest = CampaignEntry(file.campaign, judge).digest
        // As it was written a moment ago it is looked at once more by the next one who asks.
        let row = IndexFile.Row(
          stamp: status.stamp, checked: max(status.changed, status.touched), content: checksum(bytes),
          day: context.today.number, summary: digest.summary.packed)
        writing.put(name, row, IndexedCampaign.Held(digest, file.places).parts)
      }
      for name in gone { writing.remove(name) }
    }
  }
}
