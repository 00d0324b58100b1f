import ArgumentParser
import CampaignStore
import Campaigns
import ReferenceData
import Wording

/// `duban init [DIR]`: an empty store.
struct Init: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty store.",
    discussion: "duban init ~/duban --organisation 某市人民医院党办")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The folder; else --store, $DUBAN_STORE or the XDG data folder.") var directory: String?
  @Option(help: "Whose ledger it is.") var organisation: String?

  func run(_ session: inout Session) throws(Failure) {
    let store = directory.map { Store(path: $0) } ?? session.store
    let writing = try session.writing()
    do throws(StoreError) {
      try store.create(StoreSettings(organisation: organisation), writing)
    } catch {
      throw .store(error)
    }
    session.output.line(
      Text.visible(session.wording.pick("已新建台账库：\(store.path)", "A new store: \(store.path)")))
    try session.finish()
  }
}

/// `duban demo DIR`: a store to try things on.
struct Demo: Command {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make the demonstration store, its live dates laid around today.",
    discussion: "duban demo ~/demo")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The folder.") var directory: String

  func run(_ session: inout Session) throws(Failure) {
    let writing = try session.writing()
    guard let demonstration = Demonstration(today: session.today) else {
      throw .silent(ExitCode.bug.rawValue)
    }
    let store = Store(path: directory)
    do throws(StoreError) {
      try store.create(
        demonstration.settings, units: demonstration.units, campaigns: demonstration.live,
        archived: demonstration.past, writing)
    } catch {
      throw .store(error)
    }
    session.output.line(
      Text.visible(
        session.wording.pick(
          "已建演示库：\(directory)，试用 duban status --store \(directory)",
          "A demonstration store: \(directory). Try duban status --store \(directory)")))
    try session.finish()
  }
}
