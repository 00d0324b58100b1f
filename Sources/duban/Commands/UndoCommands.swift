import ArgumentParser
import CampaignStore
import Campaigns
import Wording

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
  @Flag(help: .say("只显示，不撤销。", "Only show; change nothing.")) var dryRun = false
  func run(_ session: inout Session) throws(Failure) { try session.reverse(.undo, isDry: dryRun) }
}

/// `duban redo`: what was taken back is done again.
struct Redo: Command {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: .say("重做刚撤销的操作。", "Do again what was taken back."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Flag(help: .say("只显示，不重做。", "Only show; change nothing.")) var dryRun = false
  func run(_ session: inout Session) throws(Failure) { try session.reverse(.redo, isDry: dryRun) }
}

extension Session {
  fileprivate mutating func reverse(_ reversal: Reversal, isDry: Bool) throws(Failure) {
    let user = self.user
    guard let next = try onStore({ store throws(StoreError) in try store.next(reversal, by: user) }) else {
      throw .nothingTo(reversal, user: user)
    }
    let titles = try onStore { store throws(StoreError) in try store.ledger() }.titles
    let what = Text.visible(wording.line(next, titles))
    if isDry {
      if options.json {
        output.json(LogRecord(entries: [LogRecord.Entry(next, isUndone: reversal == .redo, titles, wording)]))
      } else {
        output.line(wording.willReverse(reversal, what))
      }
      return try output.flush(isJSON: options.json)
    }
    let writing = try writing()
    // Said before it is done: on standard error, where it is no part of the result.
    output.message("duban: " + wording.willReverse(reversal, what))
    if next.isBulk, try !confirm(wording.asksToReverse(reversal, next.tasks.count)) {
      return output.message("duban: " + wording.pick("未作改动。", "Nothing was changed."))
    }
    let done = try onStore { store throws(StoreError) in
      try store.perform(reversal, expecting: next.id, writing)
    }
    guard let done else { throw .nothingTo(reversal, user: user) }
    if options.json {
      output.json(LogRecord(entries: [LogRecord.Entry(done, isUndone: reversal == .undo, titles, wording)]))
    } else {
      output.line(wording.reversed(reversal, Text.visible(wording.subject(done, titles))))
    }
    try finish()
  }

  /// Asks a question that is answered with y, where there is somebody to ask; `--yes` answers it, and a script is not
  /// asked.
  func confirm(_ question: String) throws(Failure) -> Bool {
    guard !options.yes, !options.noInput, Terminal.canAsk else { return true }
    return Terminal.ask(question + wording.pick(" 输入 y 继续：", " y to go on: "), output).lowercased() == "y"
  }
}
