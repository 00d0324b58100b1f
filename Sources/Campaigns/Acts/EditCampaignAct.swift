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
  /// Documents that it rests on.
  package var basis: [String]?
  /// What it is to achieve.
  package var goals: [String]?
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
      if let title = edit.title {
        let before = Campaign.year(inTitle: after.title)
        after.title = try filled(title, .title)
        // A plan of another year than its old title said: so are the days without a year.
        if let year = Campaign.year(inTitle: title), year != before { after.year = year }
      }
      if let number = edit.documentNumber { after.documentNumber = number.isEmpty ? nil : number }
      if let issuer = edit.issuer { after.issuer = issuer.isEmpty ? nil : issuer }
      if let group = edit.leadingGroup { after.leadingGroup = group.isEmpty ? nil : group }
      if let issued = edit.issued { after.issued = issued }
      if let year = edit.year { after.year = year }
      if let basis = edit.basis { after.basis = basis }
      if let goals = edit.goals { after.goals = goals }
    }
  }
}

extension Campaign {
  /// The year that a title says its plan is of: 2027 in 2027年党建工作要点; nil where it says none.
  package static func year(inTitle title: String) -> Int? {
    let characters = Array(title)
    return characters.indices.lazy.compactMap { start -> Int? in
      let end = start + 4
      guard end < characters.count, characters[end] == "年", start == 0 || !characters[start - 1].isNumber,
        let year = Int(String(characters[start..<end])), (1949...2199).contains(year)
      else { return nil }
      return year
    }.first
  }
}
