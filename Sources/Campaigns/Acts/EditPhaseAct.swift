/// A phase, by id or name, gets another name, time or place among the others, counted from 0; nil leaves it as it is.
struct EditPhaseAct: PlanAct {
  let id: String
  let name: String?
  let time: PhaseDraft?
  let place: Int?
  static let traits = Act.Traits(.editPhase, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let before = try campaign.phase(id)
    var after = before
    if let name {
      after.name = try filled(name, .name)
      guard !campaign.phases.contains(where: { $0.name == after.name && $0.id != before.id }) else {
        throw .nameTaken(after.name)
      }
    }
    if let time {
      try time.check()
      (after.start, after.end, after.timeText) = (time.start, time.end, time.words)
      after.until = time.until
    }
    let index = place.map { max(0, min($0, campaign.phases.count - 1)) }
    let isMoved = index.map { campaign.phases[$0].id != before.id } ?? false
    guard after != before || isMoved else { throw .nothingToDo(id: "\(campaign.code)/\(before.id)") }
    return Change(
      code: campaign.code, phases: [Change.Edit(before: before, after: after, index: isMoved ? index : nil)])
  }
}
