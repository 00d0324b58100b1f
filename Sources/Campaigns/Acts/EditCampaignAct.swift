/// What is to change in a campaign; nil leaves a field as it is, an empty text empties it.
package struct CampaignEdit: Sendable, Equatable {
  /// Title.
  package var title: String?
  /// The document's own number.
  package var documentNumber: String?
  /// Who issued it.
  package var issuer: String?
  /// Day of issue.
  package var issued: Day?
  /// The year of days without a year.
  package var year: Int?
  /// The leading group, by posts.
  package var leadingGroup: String?

  /// An edit of nothing.
  package init() {}
}

/// A campaign is changed in what it says.
struct EditCampaignAct: PlanAct {
  let edit: CampaignEdit
  static let traits = Act.Traits(.editCampaign, restsOn: .nothing)

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    try campaign.changingHeader { after throws(Refusal) in
      if let title = edit.title { after.title = try filled(title, .title) }
      if let number = edit.documentNumber { after.documentNumber = number.isEmpty ? nil : number }
      if let issuer = edit.issuer { after.issuer = issuer.isEmpty ? nil : issuer }
      if let group = edit.leadingGroup { after.leadingGroup = group.isEmpty ? nil : group }
      if let issued = edit.issued { after.issued = issued }
      if let year = edit.year { after.year = year }
    }
  }
}
