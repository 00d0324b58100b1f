/// An act on the targets of a task, or of the plan as a whole.
package protocol TargetAct: OneTaskAct {
  /// What it makes of the targets of `owner`.
  /// - Parameter entry: the number of the log entry that tells of it.
  /// - Returns: what that entry says, and of which day; nil where there is nothing to tell.
  func apply(
    to targets: inout [Target], of owner: String, entry: Int, _ context: ActContext
  ) throws(Refusal) -> (day: Day, words: String)?
}

extension TargetAct {
  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let before = task.targets
    let told = try apply(to: &task.targets, of: task.id, entry: task.nextEntry, context)
    if let told { task.enter(.progress(), on: told.day, text: told.words, stamp: context.stamp) }
    if task.targets != before { task.changed = context.stamp }
  }
}

/// An act on the targets of the task of an id, or of the plan as a whole where it is the campaign's code.
struct OnTargets<Deed: TargetAct>: PlanAct {
  let id: String
  let act: Deed
  var command: JournalCommand { act.command }
  static var traits: Act.Traits { Deed.traits }

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    guard id == campaign.code else { return try OnTask(id: id, act: act).change(in: campaign, context) }
    return try campaign.changingHeader { after throws(Refusal) in
      let entry = (after.log.map(\.id).max() ?? 0) + 1
      let told = try act.apply(to: &after.targets, of: id, entry: entry, context)
      guard let (day, words) = told else { return }
      after.log.append(
        LogEntry(
          id: entry, stamp: context.stamp, kind: .progress(), on: day == context.stamp.at.day ? nil : day,
          text: words))
    }
  }
}

extension [Target] {
  /// The target of that name, or the only one whose name has it in it.
  func place(ofTarget name: String, owner: String) throws(Refusal) -> Int {
    let wanted = name.trimmed
    if let place = firstIndex(where: { $0.name == wanted }) { return place }
    let found = indices.filter { !wanted.isEmpty && self[$0].name.contains(wanted) }
    guard let only = found.first, found.count == 1 else {
      throw .unknownTarget(id: owner, name: wanted, nearest: (found.first.map { self[$0] } ?? first)?.name)
    }
    return only
  }
}

extension Double {
  /// Refuses what people cannot read, and what no share in per cent can be.
  func checkFigure(isShare: Bool) throws(Refusal) {
    guard isFinite, abs(self) < 1e15 else { throw .badFigure }
    if isShare, !(0...100).contains(self) { throw .badShare(self) }
  }
}
