import Campaigns

extension Store {
  /// Adds every plan of an import as a campaign, with its source text, in one act under one lock: all of them or none.
  /// Units that the store does not know are added. Codes are `code` for the first plan, else those of its year.
  package func add(
    _ plans: [DraftPlan], source: [String], stage: Stage, code: String?, _ context: WriteContext
  ) throws(StoreError) -> [Campaign] {
    if let code {
      guard isSafeName(code) else { throw .refused(.badCode(code)) }
    }
    return try writing(context) { () throws(StoreError) in
      var taken = try codes()
      if let code, taken.contains(code) { throw .codeTaken(code) }
      var units = try writableUnits()
      let known = units.units.count
      var added: [Campaign] = []
      var writes: [(name: String, bytes: [UInt8])] = []
      var file: String?
      for (index, plan) in plans.enumerated() {
        let own = index == 0 ? code : nil
        let chosen = own ?? Campaign.freeCode(year: plan.year ?? context.today.year, taken: taken)
        taken.insert(chosen)
        let name = file ?? "\(chosen).txt"
        if file == nil {
          file = name
          writes.append(("sources/\(name)", Array((source.joined(separator: "\n") + "\n").utf8)))
        }
        var campaign = plan.campaign(
          code: chosen, source: SourceText(file: name, line: plan.line), units: units)
        if stage != .draft, !campaign.tasks.isEmpty {
          campaign = try refusing { () throws(Refusal) in
            try campaign.accepting(&units, context.stamp).applied(to: campaign)
          }
        }
        added.append(stamped(campaign, context))
      }
      if units.units.count > known {
        units.revision += 1
        writes.append(("units.json", try bytes(units)))
      }
      for campaign in added { writes.append(("campaigns/\(campaign.code).json", try bytes(campaign))) }
      try onFiles { () throws(FileFailure) in try files.makeFolder("\(path)/sources", like: path) }
      try commit(writes)
      return added
    }
  }

  /// Accepts a draft: its tasks are registered, its new units added, in one act.
  package func accept(_ code: String, _ context: WriteContext) throws(StoreError) -> Updated {
    try writing(context) { () throws(StoreError) in
      let before = try writableCampaign(code)
      var units = try writableUnits()
      let known = units.units.count
      let (change, changed) = try refusing { () throws(Refusal) in
        let change = try before.accepting(&units, context.stamp)
        return (change, try change.applied(to: before))
      }
      let after = stamped(changed, context)
      var writes: [(name: String, bytes: [UInt8])] = []
      if units.units.count > known {
        units.revision += 1
        writes.append(("units.json", try bytes(units)))
      }
      try commit(writes + [("campaigns/\(code).json", try bytes(after))])
      return Updated(campaign: after, change: change, units: units)
    }
  }

  /// Brings a plan up to date with a later draft of the same notice, without losing progress. The draft's file goes.
  package func update(_ code: String, with draft: String, _ context: WriteContext) throws(StoreError)
    -> Updated
  {
    try writing(context) { () throws(StoreError) in
      let before = try writableCampaign(code)
      let later = try writableCampaign(draft)
      var units = try writableUnits()
      let (change, changed) = try refusing { () throws(Refusal) in
        let bound = try later.accepting(&units, context.stamp).applied(to: later)
        let change = try before.updating(with: bound, context.stamp)
        return (change, try change.applied(to: before))
      }
      let after = stamped(changed, context)
      try commit([("units.json", try bytes(units)), ("campaigns/\(code).json", try bytes(after))])
      try onFiles { () throws(FileFailure) in try files.remove("\(path)/campaigns/\(draft).json") }
      return Updated(campaign: after, change: change, units: units)
    }
  }

  /// The lines of the text that a campaign was imported from; nil where the store has none.
  package func source(of campaign: Campaign) -> [String]? {
    guard let name = campaign.source?.file, !name.contains("/"), !name.hasPrefix("."),
      let bytes = try? files.read("\(path)/sources/\(name)")
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\n" }.map(
      String.init)
  }

  /// Codes in use, archived campaigns included.
  private func codes() throws(StoreError) -> Set<String> {
    var codes: Set<String> = []
    for folder in ["campaigns", "archive"] {
      do throws(FileFailure) {
        for name in try files.names(in: "\(path)/\(folder)") where name.hasSuffix(".json") {
          codes.insert(String(name.dropLast(5)))
        }
      } catch { guard error.kind == .missing else { throw .file(error) } }
    }
    return codes
  }
}
