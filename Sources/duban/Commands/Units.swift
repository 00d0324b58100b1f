import ArgumentParser
import Campaigns
import Tables
import Wording

/// `duban units`: load, lights and rates of units.
struct Units: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: .say("各单位牵头、配合的任务和办结率。", "Units with what they lead and support, lights and rates."),
    discussion: "duban units --sort -owes --limit 5\n\n"
      + .say(
        "应办：牵头的和作为集体成员应办的任务；欠：还在等该单位办的（duban list missing:单位）。",
        "asked: what a unit leads or is asked for as a member; owes: what still waits for it (duban list missing:UNIT)."
      ))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Flag(help: .say("没有任务的单位也列出。", "Units without tasks too.")) var all = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let reading = try session.survey()
    var loads = reading.loads
    if all {
      let known = Set(loads.map(\.unit.id))
      loads += reading.units.units.filter { $0.mergedInto == nil && !known.contains($0.id) }
        .map(UnitLoad.init(idle:))
    }
    let (wording, shown) = (session.wording, loads)
    let columns = UnitColumn.listed.map { $0.listed(wording) }
    return Answer(
      Listing(
        "units", columns, usual: UnitColumn.usual.map { $0.listed(wording).name }, rows: shown,
        none: wording.noUnits, record: { JSONRecord($0) })
    ).reading(reading.flaws)
  }
}

extension JSONRecord {
  /// A unit with what it leads, supports, is asked for and owes.
  init(_ load: UnitLoad) {
    self = [
      "id": load.unit.id, "name": load.unit.name, "kind": load.unit.kind, "open": load.open,
      "counts": load.tally.conditionCounts, "supporting": load.supporting.total,
      "completionRate": load.tally.completionRate.percent, "onTimeRate": load.tally.onTimeRate.percent,
      "onTimeRateByOriginal": load.tally.onTimeRateByOriginal.percent, "asked": load.asked.total,
      "owed": load.owing.total, "owedCounts": load.owing.conditionCounts, "doneRate": load.doneRate.percent,
    ]
  }
}

extension Wording {
  /// What stands where there are no units.
  var noUnits: String {
    pick("还没有单位。用 duban unit add 名称 添加。", "There are no units. Add one with duban unit add NAME.")
  }
}
