import Campaigns

extension Store {
  /// Adds every plan of an import as a campaign, with its source text, in one act under one lock: all of them or none.
  /// Units that the store does not know are added. Codes are `code` for the first plan, else those of its year.
  package func add(
    _ plans: [DraftPlan], source: [String], stage: Stage, code: String?, _ context: WriteContext
  ) throws(StoreError) -> (campaigns: [Campaign], saved: Saved) {
    if let code {
      guard isSafeName(code) else { throw .refused(.badCode(code)) }
    }
    return try writing(context) { writer throws(StoreError) in
      var taken = try codes()
      if let code, try !isFree(code) { throw .codeTaken(code) }
      let known = try writableUnits()
      var units = known
      var added: [Campaign] = []
      let text = Array((source.joined(separator: "\n") + "\n").utf8)
      var file: String?
      for (index, plan) in plans.enumerated() {
        let own = index == 0 ? code : nil
        let chosen = own ?? Campaign.freeCode(year: plan.year ?? context.today.year, taken: taken)
        taken.insert(chosen)
        if file == nil { file = try sourceName(chosen, text) }
        let name = file ?? "\(chosen).txt"
        var campaign = plan.campaign(
          code: chosen, source: CampaignSource(file: name, line: plan.line), units: units)
        if stage != .draft, !campaign.tasks.isEmpty {
          campaign = try refusing { () throws(Refusal) in
            try campaign.accepting(&units, context.stamp).applied(to: campaign)
          }
        }
        added.append(stamped(campaign, context))
      }
      try onFiles { () throws(FileFailure) in try files.makeFolder("\(path)/sources", like: path) }
      let saved = try commit(
        unitSteps(known, &units) + added.map { step(nil, $0) }, Deed(.import),
        texts: file.map { [("sources/\($0)", text)] } ?? [], writer)
      return (added, saved)
    }
  }

  /// Accepts a draft: its tasks are registered, its new units added, in one act.
  package func accept(_ code: String, _ context: WriteContext) throws(StoreError) -> Updated {
    try writing(context) { writer throws(StoreError) in
      let before = try writableCampaign(code)
      let known = try writableUnits()
      var units = known
      let (change, changed) = try refusing { () throws(Refusal) in
        let change = try before.accepting(&units, context.stamp)
        return (change, try change.applied(to: before))
      }
      let after = stamped(changed, context)
      let saved = try commit(unitSteps(known, &units) + [step(before, after)], Deed(.accept), writer)
      return Updated(campaign: after, change: change, units: units, saved: saved)
    }
  }

  /// Brings a plan up to date with a later draft of the same notice, without losing progress. The draft's file goes; one
  /// that is a draft no more is refused.
  package func update(_ code: String, with draft: String, _ context: WriteContext) throws(StoreError)
    -> Updated
  {
    try writing(context) { writer throws(StoreError) in
      let before = try writableCampaign(code)
      let later = try writableCampaign(draft)
      try refusing { () throws(Refusal) in try require(no: later.draftObstacle) }
      let known = try writableUnits()
      var units = known
      let (change, changed) = try refusing { () throws(Refusal) in
        let bound = try later.accepting(&units, context.stamp).applied(to: later)
        let change = try before.updating(with: bound, context.stamp)
        return (change, try change.applied(to: before))
      }
      let after = stamped(changed, context)
      let saved = try commit(
        unitSteps(known, &units) + [step(before, after), step(later, nil)], Deed(.updatePlan), writer)
      return Updated(campaign: after, change: change, units: units, saved: saved)
    }
  }

  /// The step of the units' file, where an act added some.
  func unitSteps(_ known: UnitRegistry, _ units: inout UnitRegistry) -> [FileStep] {
    guard units != known else { return [] }
    units.revision += 1
    return [step(known, units)]
  }

  /// A name in `sources` for a text: that of its campaign, unless another text has it, as after an import that was
  /// taken back.
  private func sourceName(_ code: String, _ text: [UInt8]) throws(StoreError) -> String {
    for number in 1... {
      let name = number == 1 ? "\(code).txt" : "\(code)-\(number).txt"
      let found = try onFiles { () throws(FileFailure) in try content(of: "sources/\(name)") }
      if found == nil || found == text { return name }
    }
    return "\(code).txt"
  }

  /// The lines of the text that a campaign was imported from; nil where the store has none.
  package func source(of campaign: Campaign) -> [String]? {
    guard let name = campaign.source?.file, !name.contains("/"), !name.hasPrefix("."),
      let place = try? place(of: "sources/\(name)"), let bytes = try? files.read(place, atMost: largestFile)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\n" }.map(
      String.init)
  }

  /// Whether a new campaign can have a code: no other has it, in capitals or not, and it looks like no task's id.
  func isFree(_ code: String) throws(StoreError) -> Bool {
    let wanted = code.lowercased()
    let taken = Set(try codes().map { $0.lowercased() })
    guard let mark = wanted.lastIndex(of: "-"), wanted[wanted.index(after: mark)...].allSatisfy(\.isNumber)
    else { return !taken.contains(wanted) }
    return !taken.contains(wanted) && !taken.contains(String(wanted[..<mark]))
  }

  /// Codes in use, archived campaigns included.
  package func codes() throws(StoreError) -> Set<String> {
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
