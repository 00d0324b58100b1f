import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban view …`: filters that are kept under a name, and stand behind `@` in others.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: .say("视图：存下筛选条件，用 @名称 调用。", "Saved filters, used as @NAME."),
    discussion: .say(
      """
      duban view save 急件 状态:逾期 或 状态:临期      存为本人的视图
      duban view save 本周到期 时限:本周 --shared       存入台账库，人人可用
      duban list @急件 单位:党办                       在筛选中使用
      duban view list                                 有哪些视图
      duban view remove 急件                          删除
      """,
      """
      duban view save 急件 is:overdue or is:dueSoon    keeps it for me
      duban view save 本周到期 due:week --shared        keeps it in the store, for everybody
      duban list @急件 unit:党办                       used in a filter
      duban view list                                 which there are
      duban view remove 急件                          takes it away
      """),
    subcommands: [ViewList.self, ViewSave.self, ViewRemove.self], defaultSubcommand: ViewList.self)
}

struct ViewList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("列出全部视图。", "All saved filters."),
    discussion: "duban view list")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions

  func run(_ session: Session) throws(Failure) -> Answer { session.answer(try session.savedViews()) }
}

struct ViewSave: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: .say("存下一个筛选条件。", "Keep a filter under a name."),
    discussion: "duban view save 急件 状态:逾期 或 状态:临期")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("名称。", "Its name.")) var name: String
  @Argument(help: .say("筛选条件。", "The filter.")) var filter: [String]
  @Flag(help: .say("存入台账库，人人可用。", "In the store, for everybody.")) var shared = false

  func run(_ session: Session) throws(Failure) -> Answer {
    // What cannot be read is not kept.
    let reading = try session.survey()
    // What everybody has cannot rest on what only one has.
    _ = try session.filter(filter, reading, views: shared ? [] : nil)
    let words = filter.joined(separator: " ")
    let name = String(name.drop { $0 == "@" })
    var own = shared ? [] : session.config.views
    own.set(SavedView(name: name, filter: words)) { $0.name == name }
    // Nor what names itself: it could never be read.
    _ = try session.filter(["@" + name], reading, views: own)
    if shared {
      try session.setStore([.view(name: name, filter: words)])
    } else {
      try session.setView(name, words)
    }
    return session.answer([(SavedView(name: name, filter: words), shared)])
  }
}

struct ViewRemove: Command {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: .say("删除一个视图，本人的优先。", "Take a saved filter away, your own first."),
    discussion: """
      duban view save 急件 状态:逾期
      duban view remove 急件
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("名称。", "Its name.")) var name: String

  func run(_ session: Session) throws(Failure) -> Answer {
    let name = String(name.drop { $0 == "@" })
    let views = try session.savedViews()
    guard let found = views.first(where: { $0.view.name == name }) else {
      throw .filter(.unknownView(name, all: views.map(\.view.name)))
    }
    if found.isShared {
      try session.setStore([.view(name: name, filter: nil)])
    } else {
      try session.setView(name, nil)
    }
    return session.answer([found])
  }
}

extension Session {
  fileprivate typealias Saved = (view: SavedView, isShared: Bool)

  /// The saved filters: the user's own, which go before those of the store.
  fileprivate func savedViews() throws(Failure) -> [Saved] {
    config.views.map { ($0, false) } + (try ledger().settings.views.map { ($0, true) })
  }

  fileprivate func answer(_ views: [Saved]) -> Answer {
    let columns: [ListColumn<Saved>] = [
      ListColumn("name", Column(wording.pick("视图", "view"), least: .max) { Span("@" + $0.view.name) }),
      ListColumn(
        "whose",
        Column(wording.pick("归属", "whose"), least: .max) {
          Span($0.isShared ? wording.pick("台账库", "the store") : wording.pick("本人", "mine"))
        }),
      ListColumn(
        "filter",
        Column(wording.pick("筛选条件", "filter"), least: 10, isFlexible: true) { Span($0.view.filter) }),
    ]
    return Answer(
      Listing(
        "views", columns, rows: views, none: wording.pick("还没有视图。", "No view is saved."),
        record: { ["name": $0.view.name, "filter": $0.view.filter, "isShared": $0.isShared] }))
  }
}
