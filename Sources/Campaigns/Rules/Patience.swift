import Synchronization

/// How long a question may take: until somebody wants something else. What was found of it then is not to be used.
package final class Patience: Sendable {
  private let isWanted: @Sendable () -> Bool
  private let state = Atomic<State>(.going)

  private enum State: UInt8, AtomicRepresentable { case going, lost, ended }

  /// A patience that lasts until then.
  package init(until isWanted: @escaping @Sendable () -> Bool) { self.isWanted = isWanted }

  /// Whether it is lost: what is being reckoned may be left off.
  var isLost: Bool {
    switch state.load(ordering: .relaxed) {
    case .lost: return true
    case .ended: return false
    case .going: break
    }
    guard isWanted() else { return false }
    state.store(.lost, ordering: .relaxed)
    return true
  }

  /// Ends it: from now on everything is reckoned to its end.
  /// - Returns: whether it lasted.
  package func end() -> Bool { state.exchange(.ended, ordering: .relaxed) != .lost }
}
