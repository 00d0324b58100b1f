extension Campaign {
  /// What an act changes in this campaign. Pure: nothing is changed yet.
  ///
  ///     let change = try campaign.change(for: .note(id: "h26-9", text: "已电话告知"), context)
  ///     let after = try change.applied(to: campaign)
  ///
  /// - Throws: `Refusal`, and then nothing is to be changed.
  package func change(for act: Act, _ context: ActContext) throws(Refusal) -> Change {
    if act != .openAgain { try require(no: obstacle) }
    return try act.payload.change(in: self, context)
  }

  /// Why nothing can be done in it; nil where something can.
  var obstacle: Refusal? { state == .closed ? .campaignClosed(code: code) : nil }

  /// A phase by id or name.
  func phase(_ wanted: String) throws(Refusal) -> Phase {
    guard let phase = phases.first(where: { $0.id == wanted || $0.name == wanted }) else {
      throw .unknownPhase(id: wanted)
    }
    return phase
  }

  /// The change that `body` makes to the campaign itself, without its lists.
  func changingHeader(_ body: (inout Campaign) throws(Refusal) -> Void) throws(Refusal) -> Change {
    let before = header
    var after = before
    try body(&after)
    guard after != before else { throw .nothingToDo(id: code) }
    return Change(code: code, header: Change.Edit(before: before, after: after))
  }
}
