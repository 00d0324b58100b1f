import ArgumentParser
import Campaigns
import FoundationEssentials
import Tables
import TerminalFrames
import Wording

/// `duban units`: load, lights and rates of units.
struct Units: Command {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: .say("各单位牵头、配合的任务和办结率。", "Units with what they lead and support, lights and rates."),
    discussion: .say(
      "只统计牵头单位，配合的任务另列一栏。", "Lead units are counted; what a unit supports stands in a column of its own."))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Flag(help: .say("没有任务的单位也列出。", "Units without tasks too.")) var all = false

  private struct Record: Encodable {
    struct Row: Encodable {
      var id: String
      var name: String
      var kind: String
      var counts: [String: Int]
      var open: Int
      var supporting: Int
      @Nullable var completionRate: Int?
      @Nullable var onTimeRate: Int?
      @Nullable var onTimeRateByOriginal: Int?
    }
    var schema = 1
    var asOf: Day
    var units: [Row]
  }

  func run(_ session: inout Session) throws(Failure) {
    let reading = try session.read()
    var loads = UnitLoad.all(reading.rows, reading.units)
    if all {
      let known = Set(loads.map(\.unit.id))
      loads += reading.units.units.filter { $0.mergedInto == nil && !known.contains($0.id) }
        .map(UnitLoad.init(idle:))
    }
    let wording = session.wording
    if session.options.json {
      session.output.json(
        Record(
          asOf: session.today,
          units: loads.map { load in
            Record.Row(
              id: load.unit.id, name: load.unit.name, kind: load.unit.kind.rawValue,
              counts: load.tally.conditionCounts,
              open: load.open, supporting: load.supporting.total,
              completionRate: load.tally.completionRate.percent, onTimeRate: load.tally.onTimeRate.percent,
              onTimeRateByOriginal: load.tally.onTimeRateByOriginal.percent)
          }))
    } else if loads.isEmpty {
      session.output.line(
        wording.pick("还没有单位。用 duban unit add 名称 添加。", "There are no units. Add one with duban unit add NAME.")
      )
    } else {
      let columns = UnitColumn.usual
      session.print(
        columns.map { $0.column(wording, name: wording.pick("单位", "unit")) },
        loads.map { load in columns.map { $0.cell(load) } })
    }
    try session.finish(reading.ledger.flaws)
  }
}
