/// A campaign is over, on a day; nil is today.
struct CloseAct: PlanAct {
  let day: Day?
  static let traits = Act.Traits(.closeCampaign, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    let day = try context.past(day)
    return try campaign.changingHeader { ($0.state, $0.closed) = (.closed, day) }
  }
}
