/// An event gets its days for this campaign; nil takes them back.
struct SetEventAct: PlanAct {
  let name: String
  let days: EventDays?
  static let traits = Act.Traits(.setEvent, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    try campaign.changingHeader { after throws(Refusal) in try after.events.set(name, days) }
  }
}
