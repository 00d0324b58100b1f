import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames

/// `duban undo`: the newest own command is taken back.
struct Undo: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: .say("撤销自己的上一步操作。", "Take back your last command."),
    discussion: .say(
      """
      duban undo                撤销上一步，先说明撤销什么
      duban undo --dry-run      只看会撤销什么
      duban redo                重做刚撤销的一步
      """,
      """
      duban undo                take back the last command; says first what it is
      duban undo --dry-run      only say what it would be
      duban redo                do again what was taken back
      """))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  func run(_ session: Session) throws(Failure) -> Answer { try session.reverse(.undo) }
}

/// `duban redo`: what was taken back is done again.
struct Redo: Command {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: .say("重做刚撤销的操作。", "Do again what was taken back."),
    discussion: """
      duban undo
      duban redo
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  func run(_ session: Session) throws(Failure) -> Answer { try session.reverse(.redo) }
}

extension Session {
  fileprivate func reverse(_ reversal: Reversal) throws(Failure) -> Answer {
    let isDry = options.dryRun
    if !isDry { try requireChange() }
    let user = who().user
    guard let next = try onStore({ store throws(StoreError) in try store.next(reversal, by: user) }) else {
      throw .nothingTo(reversal, user: user)
    }
    let titles = try onStore { store throws(StoreError) in try store.ledger(of: next.campaigns) }.titles
    let what = wording.line(next, titles)
    if isDry {
      return Answer(record(next, isUndone: reversal == .redo, titles)) {
        [.line(wording.willReverse(reversal, what))]
      }
    }
    let writing = try writing()
    // Said before it is done: on standard error, where it is no part of the result.
    remark(wording.willReverse(reversal, what))
    if next.isBulk, !confirm(wording.asksToReverse(reversal, next.tasks.count)) {
      return Answer(JSONRecord(log: []), remarks: [wording.pick("未作改动。", "Nothing was changed.")]) { [] }
    }
    let done = try onStore { store throws(StoreError) in
      try store.perform(reversal, expecting: next.id, writing)?.entry
    }
    guard let done else { throw .nothingTo(reversal, user: user) }
    return Answer(record(done, isUndone: reversal == .undo, titles)) {
      [.line(wording.reversed(reversal, wording.subject(done, titles)))]
    }
  }

  private func record(_ entry: HistoryEntry, isUndone: Bool, _ titles: [String: String]) -> JSONRecord {
    JSONRecord(log: [JSONRecord(entry, isUndone: isUndone, titles, wording)])
  }
}
