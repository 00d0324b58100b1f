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
        let draft = plan.campaign(
          code: chosen, source: SourceText(file: name, line: plan.line), stage: stage, units: &units)
        added.append(stamped(draft, context))
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

  /// The lines of the text that a campaign was imported from; nil where the store has none.
  package func source(of campaign: Campaign) -> [String]? {
    guard let name = campaign.source?.file, !name.contains("/"), !name.hasPrefix("."),
      let bytes = try? files.read("\(path)/sources/\(name)")
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\n" }.map(String.init)
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
