extension Task {
  /// The request that waits for a decision; nil where there is none.
  package var pendingExtension: Extension? { extensions.last { $0.decision == nil } }

  /// The last day of the extension approved last; nil where none was.
  package var approvedEnd: Day? { extensions.last { $0.granted != nil }?.granted }

  /// Takes away what a log entry asked for or decided: the entry itself stays, struck through. A request goes with the
  /// decision on it; without its decision it waits again.
  /// - Throws: `Refusal.laterExtension` where another request came after it, which rests on it.
  mutating func takeBackExtension(of entry: Int) throws(Refusal) {
    guard let place = extensions.firstIndex(where: { $0.id == entry || $0.decision?.id == entry }) else {
      return
    }
    guard place == extensions.count - 1 else { throw .laterExtension(id: id) }
    extensions.removeAll { $0.id == entry }
    for place in extensions.indices where extensions[place].decision?.id == entry {
      extensions[place].decision = nil
    }
  }
}
