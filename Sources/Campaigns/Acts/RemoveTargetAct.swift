/// A target goes, with its readings.
package struct RemoveTargetAct: TargetAct {
  let name: String
  package static let traits = Act.Traits(.removeTarget, restsOn: .nothing)
  package static let move: Move? = nil

  package func apply(
    to targets: inout [Target], of owner: String, entry: Int, _ context: ActContext
  ) throws(Refusal) -> (day: Day, words: String)? {
    targets.remove(at: try targets.place(ofTarget: name, owner: owner))
    return nil
  }
}
