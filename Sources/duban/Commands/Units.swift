import ArgumentParser
import Campaigns
import FoundationEssentials
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
    var loads = UnitLoad.all(reading)
    if all {
      let known = Set(loads.compactMap(\.id))
      loads += reading.ledger.units.units.filter { $0.mergedInto == nil && !known.contains($0.id) }.map {
        UnitLoad(id: $0.id, name: $0.name, kind: $0.kind, tally: Tally([]), open: 0, supporting: Tally([]))
      }
    }
    let wording = session.wording
    if session.options.json {
      session.output.json(
        Record(
          asOf: session.today,
          units: loads.map { load in
            Record.Row(
              id: load.id ?? "", name: load.name, kind: load.kind?.rawValue ?? "",
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
      printTable(loads, &session)
    }
    try session.finish(reading.ledger.flaws)
  }

  private func printTable(_ loads: [UnitLoad], _ session: inout Session) {
    let wording = session.wording
    func percent(_ share: Share) -> Cell { Cell(share.percent.map { "\($0)%" } ?? "—") }
    var table = TextTable([
      Column(title: wording.pick("单位", "unit"), least: 8, isFlexible: true),
      Column(title: wording.pick("牵头", "leads"), least: 4, isRight: true),
      Column(title: wording.pick("在办", "open"), least: 4, isRight: true),
      Column(title: wording.condition(.overdue), least: 4, isRight: true),
      Column(title: wording.condition(.dueSoon), least: 4, isRight: true),
      Column(title: wording.pick("办结率", "rate"), least: 4, isRight: true),
      Column(title: wording.pick("按时率", "on time"), least: 4, isRight: true),
      Column(title: wording.pick("按原时限", "by original"), least: 4, isRight: true),
      Column(title: wording.pick("配合", "supports"), least: 4, isRight: true),
    ])
    table.rows = loads.map { load in
      let late = load.tally.count(.overdue)
      let soon = load.tally.count(.dueSoon)
      return [
        Cell(load.name), Cell("\(load.tally.total)"), Cell("\(load.open)"),
        Cell("\(late)", light: late > 0 ? .red : .none), Cell("\(soon)", light: soon > 0 ? .yellow : .none),
        percent(load.tally.completionRate), percent(load.tally.onTimeRate),
        percent(load.tally.onTimeRateByOriginal),
        Cell("\(load.supporting.total)"),
      ]
    }
    if session.options.plain {
      for row in table.rows {
        session.output.line(row.map { VisibleText.of($0.text) }.joined(separator: "\t"))
      }
      return
    }
    for line in table.lines(width: session.width, columns: session.columns, isColoured: session.isColoured) {
      session.output.line(line)
    }
  }
}
