import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban remind`: units are chased; who is to be chased today.
struct Remind: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: .say("催办：列出今天应催办的单位，登记催办。", "Who is to be chased today; record chases (催办)."),
    discussion: """
      duban remind --list
      duban remind h26-9 -m 请于本周五前报送
      duban remind h26-9 --unit 第三支部 --unit 第七支部
      duban remind --unit 第三支部 -m 请抓紧
      duban remind --all

      """
        + .say(
          "次数和级别（普通、加急、通报）自动确定；不写任务编号时，只催今天应催的，一次操作，可一并撤销。",
          "Number and level follow from the rules. Without an id only what is due today is chased, in one step that undo takes back."
        ))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @OptionGroup var targets: TaskTargets
  @Option(
    help: .say(
      "被催办的单位，可写多个；默认为该任务全部未办单位。", "Whom to chase, several times; all that owe something by default."))
  var unit: [String] = []
  @OptionGroup var message: MessageOption
  @Option(help: .say("催办日期，默认今天。", "The day; today by default.")) var on: String?
  @Flag(help: .say("催办今天应催的全部单位。", "Chase all that are to be chased today.")) var all = false
  @Flag(help: .say("只列出今天应催办的单位。", "Only list who is to be chased today.")) var list = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let (wanted, text) = (targets.wanted, try message.text(session))
    if !wanted.ids.isEmpty || wanted.filter != nil {
      if list || all {
        throw .conflicting(options: "\(wanted.filter == nil ? "ID" : "--where") \(list ? "--list" : "--all")")
      }
      let report = ChaseReport(units: unit, text: text, on: try session.day(on, option: "--on"))
      return try session.act(on: wanted) { id, _ in .remind(id: id, report) }
    }
    if on != nil { throw .nothingGiven(what: "ID") }
    if list {
      if all || text != nil { throw .conflicting(options: "--list \(all ? "--all" : "-m")") }
      let reading = try session.survey()
      return list(reading.dueChases(of: try units(reading)), reading, session)
    }
    if all && !unit.isEmpty { throw .conflicting(options: "--all --unit") }
    guard all || !unit.isEmpty else { throw .nothingGiven(what: "ID | --where | --unit | --all | --list") }
    return try remindAllDue(text, session)
  }

  private func units(_ reading: Snapshot) throws(Failure) -> [Campaigns.Unit] {
    do throws(Refusal) {
      return try unit.map { name throws(Refusal) in try reading.units.known(name) }
    } catch { throw .refused(error) }
  }

  /// Everything on the list of today, or these units' part of it, as one command.
  private func remindAllDue(_ text: String?, _ session: Session) throws(Failure) -> Answer {
    let writing = try session.writing()
    let reading = try session.survey()
    let due = reading.dueChases(of: try units(reading))
    guard !due.isEmpty else {
      return Answer(session.record([], reading.units)) { [.line(session.wording.nobodyToChase)] }
        .reading(reading.flaws)
    }
    // What is not known to be whole is not acted upon.
    if reading.soundness.isLost { throw .store(.locked(holder: nil)) }
    let chased = Dictionary(grouping: due) { $0.row.task.id }
    let acts = reading.places(matching: .chase).map(reading.id).compactMap { id -> CampaignAct? in
      guard let own = chased[id], let row = own.first?.row else { return nil }
      let report = ChaseReport(units: own.map(\.chase.unit.id), text: text, onlyDue: true)
      return CampaignAct(code: row.code, act: .remind(id: id, report))
    }
    let updated = try session.onStore { store throws(StoreError) in
      try store.update(acts, newUnits: [], writing)
    }
    return session.tell(
      updated, Ledger(settings: reading.settings, units: reading.units, campaigns: [], flaws: reading.flaws))
  }

  private func list(_ due: [DueChase], _ reading: Snapshot, _ session: Session) -> Answer {
    Answer(
      Listing(
        "chases", columns(session.wording), rows: due, none: session.wording.nobodyToChase,
        record: { record($0, reading.units) })
    ).reading(reading.flaws)
  }

  private func record(_ item: DueChase, _ units: UnitRegistry) -> JSONRecord {
    let chase = item.chase
    return [
      "unit": chase.unit.name, "unitID": chase.unit.id, "task": item.row.task.id, "campaign": item.row.code,
      "title": item.row.task.title, "level": chase.level.rawValue, "number": chase.number,
      "due": chase.due, "daysLate": chase.daysLate, "workingDaysLate": chase.workingDaysLate,
      "last": chase.last.map { JSONRecord($0, units) },
    ]
  }

  private func columns(_ wording: Wording) -> [ListColumn<DueChase>] {
    [
      ListColumn(
        "unit",
        Column(wording.pick("单位", "unit"), least: 8, isFlexible: true, comfort: 10) {
          Span($0.chase.unit.name)
        }),
      ListColumn("number", .figure(wording.pick("第几次", "no.")) { Span("\($0.chase.number)") }),
      ListColumn(
        "level", Column(wording.pick("级别", "level"), least: .max) { Span(wording.level($0.chase.level)) }),
      ListColumn(
        "late",
        Column(wording.pick("逾期", "late"), least: .max) {
          let (days, working) = ($0.chase.daysLate, $0.chase.workingDaysLate)
          return Span(wording.pick("\(days)天（\(working)个工作日）", "\(days) d (\(working) wd)"))
        }),
      ListColumn("id", Column(wording.pick("编号", "id"), least: .max) { Span($0.row.task.id) }),
      ListColumn(
        "title",
        Column(wording.pick("事项", "task"), least: 12, isFlexible: true, comfort: 14) {
          Span($0.row.task.title)
        }),
      ListColumn(
        "last",
        Column(wording.pick("上次催办", "last"), least: .max, isExtra: true) { Span($0.chase.last?.on.iso ?? "") }
      ),
    ]
  }
}
