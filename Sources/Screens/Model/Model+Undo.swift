import Campaigns

extension Model {
  /// What would be undone or redone is known now: it is done, or asked about where it touches many tasks.
  mutating func offered(_ reversal: Reversal, _ entry: HistoryEntry) -> [Effect] {
    let effect = Effect.reverse(reversal, expecting: entry.id)
    guard entry.isBulk else { return [effect] }
    let question = wording.willReverse(reversal, wording.line(entry, snapshot.ledger.titles))
    let choice = Chooser.Choice(
      text: reversal == .undo
        ? wording.pick("撤销这\(entry.tasks.count)项（y）", "undo these \(entry.tasks.count) (y)")
        : wording.pick("重做这\(entry.tasks.count)项（y）", "redo these \(entry.tasks.count) (y)"),
      effect: effect)
    overlay = .chooser(Chooser(question: question, choices: [choice], wording))
    return []
  }

  mutating func reversed(_ reversal: Reversal, _ entry: HistoryEntry) {
    // A page of what is gone is left.
    stack.removeAll { !$0.place.isThere(in: snapshot) }
    if stack.isEmpty { stack = [ScreenState(.home)] }
    let what = wording.subject(entry, snapshot.ledger.titles)
    if entry.tasks.count == 1 { screen.selected = .task(entry.tasks[0]) }
    let more =
      reversal == .undo ? wording.pick(" · U 重做", " · U redoes") : wording.pick(" · u 撤销", " · u undoes")
    let done = reversal == .undo ? wording.pick("已撤销", "Undone") : wording.pick("已重做", "Redone")
    say("\(done)\(more)  \(what)")
  }
}
