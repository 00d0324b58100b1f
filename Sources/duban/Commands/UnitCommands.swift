import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames

extension Session {
  /// Changes the units and shows the one that it is about.
  func actOnUnits(_ act: UnitAct, shows name: String) throws(Failure) -> Answer {
    let registry = try change { store, writing throws(StoreError) in try store.updateUnits(act, writing).units
    }
    let shown = [registry.unit(named: name.trimmed)].compactMap(\.self)
    return Answer(record(shown, registry)) {
      shown.map { unit in
        let aliases =
          unit.aliases.isEmpty ? "" : wording.pick("  又名：", "  also: ") + wording.joined(unit.aliases)
        let count = registry.members(of: unit.id, on: today).count
        let members = unit.members.isEmpty ? "" : wording.pick("  成员\(count)", "  members \(count)")
        return .line("\(unit.id)  \(unit.name)  \(wording.unitKind(unit.kind))\(aliases)\(members)")
      }
    }
  }

  /// Units with the names of their members today, and the unit that one goes on in.
  fileprivate func record(_ units: [Campaigns.Unit], _ registry: UnitRegistry) -> JSONRecord {
    ["units": units.map { record($0, registry) }]
  }

  fileprivate func record(_ unit: Campaigns.Unit, _ registry: UnitRegistry) -> JSONRecord {
    [
      "id": unit.id, "name": unit.name, "kind": unit.kind, "aliases": unit.aliases,
      "members": registry.members(of: unit.id, on: today).map(\.name), "mergedInto": unit.mergedInto,
    ]
  }
}

struct UnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit",
    abstract: .say("单位：新增、更名、合并、别名、集体成员。", "Add, rename, merge, alias units; members of collectives."),
    discussion: """
      duban unit rename 党办 党委办公室
      duban unit merge 信息科 院办
      """,
    subcommands: [
      AddUnitHere.self, UnitRename.self, UnitMerge.self, UnitAlias.self, UnitJoin.self, UnitLeave.self,
      UnitList.self,
    ])
}

struct AddUnitHere: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say("新增单位。", "Add a unit."),
    discussion: "duban unit add 第十三支部 --kind branch")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup var fields: UnitFields
  @Argument(help: .say("名称。", "Name.")) var name: String
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.actOnUnits(fields.act(name), shows: name)
  }
}

/// `duban unit rename`: the old name stays as an alias.
struct UnitRename: Command {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: .say("单位更名，旧名保留为别名。", "Rename a unit; the old name stays an alias."),
    discussion: "duban unit rename 党办 党委办公室")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("名称、别名或编号。", "Name, alias or id.")) var unit: String
  @Argument(help: .say("新名称。", "The new name.")) var name: String
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.actOnUnits(.rename(unit: unit, to: name), shows: name)
  }
}

/// `duban unit merge`: one unit goes on in another; its tasks and history come along.
struct UnitMerge: Command {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: .say("把一个单位并入另一个。", "Merge a unit into another one."),
    discussion: "duban unit merge 信息科 院办")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("被合并的单位。", "The unit that ends.")) var unit: String
  @Argument(help: .say("并入的单位。", "The unit that it goes on in.")) var into: String
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.actOnUnits(.merge(unit: unit, into: into), shows: into)
  }
}

struct UnitAlias: Command {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: .say("增加或取消单位别名。", "Give a unit another name, or take one away."),
    discussion: """
      duban unit alias 党办 党委办
      duban unit alias 党办 党委办 --remove
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("名称、别名或编号。", "Name, alias or id.")) var unit: String
  @Argument(help: .say("别名。", "The other name.")) var alias: String
  @Flag(help: .say("取消这个别名。", "Take the name away.")) var remove = false
  func run(_ session: Session) throws(Failure) -> Answer {
    try session.actOnUnits(.alias(unit: unit, alias: alias, removes: remove), shows: unit)
  }
}

/// `duban unit join`: from a day on; what is past stays as it was.
struct UnitJoin: Command {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: .say("单位加入集体。", "A unit joins a collective."),
    discussion: """
      duban unit add 第十三支部 --kind branch
      duban unit join 第十三支部 各支部
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("单位。", "The unit.")) var unit: String
  @Argument(help: .say("集体（如各支部）。", "The collective.")) var collective: String
  @Option(help: .say("从哪一天起，不写则为今天。", "From this day on; today unless given.")) var on: String?
  func run(_ session: Session) throws(Failure) -> Answer {
    let day = try session.likely(session.day(on, option: "--on") ?? session.today, "--on")
    return try session.actOnUnits(
      .membership(unit: unit, of: collective, leaves: false, on: day), shows: collective)
  }
}

struct UnitLeave: Command {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: .say("单位退出集体。", "A unit leaves a collective."),
    discussion: "duban unit leave 第三支部 各支部")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("单位。", "The unit.")) var unit: String
  @Argument(help: .say("集体（如各支部）。", "The collective.")) var collective: String
  @Option(help: .say("从哪一天起退出，不写则为今天。", "No longer a member from this day on; today unless given.")) var on:
    String?
  func run(_ session: Session) throws(Failure) -> Answer {
    let day = try session.likely(session.day(on, option: "--on") ?? session.today, "--on")
    var answer = try session.actOnUnits(
      .membership(unit: unit, of: collective, leaves: true, on: day), shows: collective)
    // Units change no tasks: those that waited for it alone are named.
    let done = try session.read().rows(matching: .membersDone).count
    guard done > 0 else { return answer }
    answer.remarks = [
      session.wording.pick(
        "\(done)项任务的应办成员均已办结，查看：duban list is:成员已办",
        "\(done) tasks have all members done: duban list is:membersDone")
    ]
    return answer
  }
}

struct UnitList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("全部单位及编号、别名、成员。", "All units with ids, aliases and members."),
    discussion: "duban unit list")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions

  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger()
    let (units, wording, today) = (ledger.units, session.wording, session.today)
    let columns = [
      ListColumn("id", Column<Campaigns.Unit>(wording.pick("编号", "id"), least: 4) { Span($0.id) }),
      ListColumn("name", Column(wording.pick("名称", "name"), least: 8, isFlexible: true) { Span($0.name) }),
      ListColumn(
        "kind",
        Column(wording.pick("类别", "kind"), least: 6) { unit in
          let merged = unit.mergedInto.flatMap { units.current(id: $0)?.name }
          return Span(merged.map { wording.pick("已并入\($0)", "now \($0)") } ?? wording.unitKind(unit.kind))
        }),
      ListColumn(
        "aliases",
        Column(wording.pick("又名", "also"), least: 6, isFlexible: true) { Span(wording.joined($0.aliases)) }),
      ListColumn(
        "members",
        Column(wording.pick("成员", "members"), least: 6, isFlexible: true) {
          Span(wording.joined(units.members(of: $0.id, on: today).map(\.name)))
        }),
    ]
    return Answer(
      Listing(
        "units", columns, rows: units.units, none: wording.noUnits,
        record: { session.record($0, units) })
    ).reading(ledger.flaws)
  }
}
