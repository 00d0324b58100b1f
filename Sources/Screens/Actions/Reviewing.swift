/// An action on a draft in the review.
protocol ReviewAction: KeyAction {}

extension ReviewAction {
  var group: KeyGroup { .change }
  var presence: Presence { .reviewing }
}

/// What the actions of the review share: each changes the draft in the store at once, accepting is one change.
extension Model {
  /// The code of the draft on the screen.
  var reviewed: String? { if case .review(let code) = screen.place { code } else { nil } }

  /// Whether there is still something to check.
  var hasDrafts: Availability {
    let campaign = reviewed.flatMap { snapshot.campaign(code: $0) }
    return campaign?.tasks.contains { $0.stage == .draft } == true
      ? .live : .disabled(wording.pick("没有草稿", "there is no draft"))
  }

  var hasSelectedDraft: Availability {
    guard hasDrafts == .live else { return hasDrafts }
    return task != nil ? .live : .disabled(wording.pick("先选中一项", "select an item first"))
  }
}
