/// A target to be set: 满意率 ≥ 90 %.
package struct TargetDraft: Sendable, Equatable {
  /// What is measured.
  package var name: String
  /// The least that passes.
  package var atLeast: Double
  /// %, 次, 人; nil leaves it as it is.
  package var unit: String?

  /// A target.
  package init(name: String, atLeast: Double, unit: String? = nil) {
    (self.name, self.atLeast, self.unit) = (name, atLeast, unit)
  }
}

/// A rate or count to reach is set, or changed; its readings stay.
package struct SetTargetAct: TargetAct {
  let draft: TargetDraft
  package static let traits = Act.Traits(.setTarget, restsOn: .nothing)
  package static let move: Move? = nil

  package func apply(
    to targets: inout [Target], of owner: String, entry: Int, _ context: ActContext
  ) throws(Refusal) -> (day: Day, words: String)? {
    let name = try filled(draft.name, .name)
    let place = targets.firstIndex { $0.name == name }
    try draft.atLeast.checkFigure(isShare: (draft.unit ?? place.flatMap { targets[$0].unit }) == "%")
    if let place {
      targets[place].atLeast = draft.atLeast
      targets[place].unit = draft.unit?.filled ?? targets[place].unit
    } else {
      targets.append(Target(name: name, atLeast: draft.atLeast, unit: draft.unit?.filled))
    }
    return nil
  }
}
