extension Task {
  /// The request that waits for a decision; nil where there is none.
  package var pendingExtension: Extension? { extensions.last { $0.decision == nil } }

  /// The last day of the extension approved last; nil where none was.
  package var approvedEnd: Day? { extensions.last { $0.granted != nil }?.granted }

  /// Asks for more time, and grants it at once where the request names who did. `end` is the deadline in force. The
  /// document's deadline stays as it is (docs/domain.md, "Extensions").
  mutating func extend(_ request: ExtensionRequest, end: Day?, _ context: ActContext) throws(Refusal) {
    stage = try stage(after: .extend)
    guard pendingExtension == nil else { throw .extensionPending(id: id) }
    guard let end else { throw .noDeadline(id: id) }
    let reason = try filled(request.reason, .reason)
    if let percent = request.percent, !(0...100).contains(percent) { throw .badPercent(percent) }
    let day = try past(request.on, context)
    guard request.until > end else { throw .notLater(id: id, until: request.until, end: end) }
    percent = request.percent ?? percent
    extensions.append(
      Extension(
        asked: day, from: end, until: request.until, reason: reason, percent: percent, id: nextEntry))
    enter(
      .extensionAsked(until: request.until, percent: request.percent), on: day, text: reason,
      stamp: context.stamp)
    if let name = request.approvedBy {
      let decision = ExtensionDecision(isApproved: true, by: name, on: day)
      try decide(decision, end: end, context)
    }
  }

  /// Decides on the request that waits. `end` is the deadline in force.
  mutating func decide(_ decision: ExtensionDecision, end: Day?, _ context: ActContext) throws(Refusal) {
    stage = try stage(after: .extend)
    guard let place = extensions.lastIndex(where: { $0.decision == nil }) else {
      throw .noExtensionPending(id: id)
    }
    let request = extensions[place]
    let name = try filled(decision.by, .decider)
    let day = try past(decision.on, context)
    guard day >= request.asked else { throw .decidedTooEarly(on: day, asked: request.asked) }
    let until = decision.isApproved ? decision.until ?? request.until : nil
    if let until, let end, until <= end { throw .notLater(id: id, until: until, end: end) }
    extensions[place].decision = Extension.Decision(
      isApproved: decision.isApproved, on: day, by: name, until: until == request.until ? nil : until,
      id: nextEntry)
    let words = decision.text?.filled
    enter(
      .extensionDecided(
        isApproved: decision.isApproved, until: until, by: name == context.stamp.by ? nil : name,
        request: request.id), on: day, text: words, stamp: context.stamp)
  }

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
