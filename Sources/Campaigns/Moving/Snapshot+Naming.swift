/// How many plans that an id may begin are looked into: of more than one task that begins with it no one is meant.
private let enough = 8

extension Snapshot {
  /// The plans in which what these ids may name stands, read whole: with that code, or that a code in the id names; whose
  /// codes begin with an id; that have a task which once had it; and, where there is none, those whose codes are nearly
  /// that. Whoever finds no task there would find none in the whole store. Capitals do not matter.
  ///
  ///     snapshot.ledger(naming: ["h26-7"]).task(formerly: "h26-7")
  package func ledger(naming ids: [String]) -> Ledger {
    let places = Set(ids.flatMap(places(naming:)))
    return Ledger(
      settings: settings, units: units, campaigns: places.sorted().map { entries[$0].campaign }, flaws: flaws)
  }

  private func places(naming id: String) -> [Int] {
    let wanted = id.lowercased()
    let codes = entries.map { $0.code.lowercased() }
    let odd = codes.indices.filter(hasOddIDs)
    let exact = codes.indices.filter { place in
      codes[place] == wanted || wanted.hasPrefix(codes[place] + "-")
        || entries[place].formerIDs.contains { $0.lowercased() == wanted }
    }
    let begun = codes.indices.filter { codes[$0].hasPrefix(wanted) }
    // A plan without tasks is meant by its code, and stands in no one's way.
    let found = exact + begun.prefix(enough) + begun.filter { entries[$0].count > 0 }.prefix(enough)
    guard found.isEmpty else { return found + odd }
    let code = wanted.lastIndex(of: "-").map { String(wanted[..<$0]) } ?? wanted
    let near = nearest(to: code, among: codes)
    return odd + codes.indices.filter { codes[$0] == near }
  }

  /// Whether tasks of it may have ids that do not begin with its code.
  private func hasOddIDs(_ place: Int) -> Bool {
    if let whole = entries[place].whole {
      whole.tasks.contains { RowFacts.number(of: $0.id, in: whole.code) == nil }
    } else {
      entries[place].summary.hasOddIDs
    }
  }
}
