/// A closed campaign is worked on again.
struct OpenAgainAct: PlanAct {
  static let traits = Act.Traits(.reopenCampaign, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    try campaign.changingHeader { ($0.state, $0.closed) = (.open, nil) }
  }
}
