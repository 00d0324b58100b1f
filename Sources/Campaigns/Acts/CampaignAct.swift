/// An act on the campaign of a code.
package struct CampaignAct: Sendable, Equatable {
  /// The campaign's code.
  package var code: String
  /// What is asked for.
  package var act: Act

  /// An act on a campaign.
  package init(code: String, act: Act) {
    self.code = code
    self.act = act
  }
}
