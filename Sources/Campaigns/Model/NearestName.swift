extension UnitRegistry {
  /// The unit in force with that name, id or alias.
  /// - Throws: `Refusal.unknownUnit` with the nearest name.
  package func known(_ name: String) throws(Refusal) -> Unit {
    guard let unit = unit(named: name.trimmed) else {
      throw .unknownUnit(
        name: name, nearest: nearest(to: name, among: units.filter { $0.mergedInto == nil }.map(\.name)))
    }
    return unit
  }
}

/// The candidate that is most like `word`, or nil where none is near: at most a third of the longer one differs, and
/// one character always may.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word)
  guard wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.count <= 64 {
    let distance = editDistance(wanted, Array(candidate))
    let limit = max(1, max(wanted.count, candidate.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// How many characters must be added, taken away, exchanged or swapped with their neighbour.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var (before, above) = ([Int](), Array(0...right.count))
  for (i, a) in left.enumerated() {
    var row = [i + 1]
    for (j, b) in right.enumerated() {
      var best = a == b ? above[j] : min(above[j], above[j + 1], row[j]) + 1
      if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    (before, above) = (above, row)
  }
  return above[right.count]
}
