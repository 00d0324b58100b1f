/// An act on the campaign of a code.
package struct CampaignAct: Sendable, Equatable {
  /// The campaign's code.
  package var code: String
  /// What is asked for.
  package var act: Act
  /// The id that the task is to get that it adds, where later acts name it: refused where somebody else's task got it meanwhile.
  package var expects: String?

  /// An act on a campaign.
  package init(code: String, act: Act, expects: String? = nil) {
    self.code = code
    self.act = act
    self.expects = expects
  }
}
