/// A phase to be added.
package struct PhaseDraft: Sendable, Equatable {
  /// Its name.
  package var name: String
  /// The phase that it is part of, by id or name.
  package var parent: String?
  /// Its time in words.
  package var words: String?
  /// First day.
  package var start: Day?
  /// Last day.
  package var end: Day?

  /// A phase with a name.
  package init(name: String) { self.name = name }

  /// The event that it goes on until, where no last day is written.
  var until: EventBinding? { end == nil ? words.flatMap { EventBinding(endOf: $0) } : nil }

  /// Refuses a phase that ends before it starts.
  func check() throws(Refusal) {
    if let start, let end, end < start { throw .reversedRange(start: start, end: end) }
  }
}

/// A phase is added behind the others. What runs over all phases together and has begun goes on as it did.
struct AddPhaseAct: PlanAct {
  let draft: PhaseDraft
  static let traits = Act.Traits(.addPhase, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let (phases, name) = (campaign.phases, try filled(draft.name, .name))
    guard !phases.contains(where: { $0.name == name }) else { throw .nameTaken(name) }
    try draft.check()
    let number = (phases.compactMap { countedNumber($0.id.dropFirst()) }.max() ?? 0) + 1
    var added = Phase(
      id: "p\(number)", name: name, start: draft.start, end: draft.end, timeText: draft.words,
      until: draft.until)
    if let parent = draft.parent { added.parent = try campaign.phase(parent).id }
    var changed = campaign
    changed.phases.append(added)
    return Change(
      code: campaign.code, tasks: context.judge.keepingQuotas(of: campaign, in: changed),
      phases: [Change.Edit(before: nil, after: added, index: phases.count)])
  }
}
