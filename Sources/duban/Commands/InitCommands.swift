import ArgumentParser
import CampaignStore
import Campaigns

/// `duban init [DIR]`: an empty store.
struct Init: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: .say("新建空台账库。", "Make an empty store."),
    discussion: "duban init ~/duban --organisation 某市人民医院党办")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(
    help: .say(
      "目录；不写则用 --store、$DUBAN_STORE 或 XDG 数据目录。",
      "The folder; else --store, $DUBAN_STORE or the XDG data folder.")) var directory: String?
  @Option(help: .say("台账所属单位。", "Whose ledger it is.")) var organisation: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    try session.requireNoRehearsal()
    var session = session
    if let directory { session.store = Store(path: directory) }
    let (path, wording) = (session.store.path, session.wording)
    try session.change { store, writing throws(StoreError) in
      try store.create(StoreSettings(organisation: organisation), writing)
    }
    return Answer(["path": path]) {
      [.line(wording.pick("已新建台账库：\(path)", "A new store: \(path)"))]
    }
  }
}

/// `duban demo DIR`: a store to try things on.
struct Demo: Command {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: .say("建演示库，日期围绕今天安排。", "Make the demonstration store, its live dates laid around today."),
    discussion: "duban demo ~/demo")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("目录。", "The folder.")) var directory: String

  func run(_ session: Session) throws(Failure) -> Answer {
    try session.requireNoRehearsal()
    try session.change { _, writing throws(StoreError) in
      try Store(path: directory).createDemonstration(writing)
    }
    let words = session.wording.pick(
      "已建演示库：\(directory)，试用 duban status --store \(directory)",
      "A demonstration store: \(directory). Try duban status --store \(directory)")
    return Answer(["path": directory]) { [.line(words)] }
  }
}
