import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban rates`: completion by unit, campaign, phase or leader, with one definition.
struct RatesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: .say("办结率、按时办结率，按单位、方案、阶段或责任领导。", "Rates by unit, campaign, phase or leader."),
    discussion: """
      duban rates --by leader
      duban rates campaign:h26 --by phase
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(help: .say("unit 牵头单位、campaign 方案、phase 阶段或 leader 责任领导。", "unit, campaign, phase or leader."))
  var by: RateGroup = .unit

  func run(_ session: inout Session) throws(Failure) {
    let filter = try session.filter(filter)
    let reading = try session.read()
    let rows = reading.rows(matching: filter)
    let groups = by.groups(rows, reading.units)
    let (wording, all) = (session.wording, Tally(rows))
    if session.options.json {
      session.output.json(
        RatesRecord(
          asOf: session.today, by: by.rawValue,
          groups: groups.map { RatesRecord.Row(wording.name($0.key), $0.key.filterText, Tally($0.rows)) },
          all: RatesRecord.Row(wording.pick("合计", "all"), nil, all)))
    } else {
      let figures = groups.map { (wording.name($0.key), Tally($0.rows)) } + [(wording.pick("合计", "all"), all)]
      session.print(
        RateColumn.allCases.map { $0.column(wording) },
        figures.map { name, tally in RateColumn.allCases.map { $0.cell(name, tally) } })
      if !session.options.plain {
        session.output.line(session.width.cut(wording.legendOfRateGroups, to: session.columns))
      }
    }
    try session.finish(reading.ledger.flaws)
  }
}

extension RateGroup: ExpressibleByArgument {}

/// `rates --json` as a whole. Fields may be added, never changed.
struct RatesRecord: Encodable {
  struct Figure: Encodable {
    var part: Int
    var whole: Int
    @Nullable var percent: Int?

    init(_ share: Share) {
      part = share.part
      whole = share.whole
      percent = share.percent
    }
  }

  struct Row: Encodable {
    var name: String
    /// What `list` takes to show the rows behind it.
    @Nullable var filter: String?
    var total: Int
    var counts: [String: Int]
    var completionRate: Figure
    var onTimeRate: Figure
    var onTimeRateByOriginal: Figure

    init(_ name: String, _ filter: String?, _ tally: Tally) {
      self.name = name
      self.filter = filter
      total = tally.total
      counts = tally.conditionCounts
      completionRate = Figure(tally.completionRate)
      onTimeRate = Figure(tally.onTimeRate)
      onTimeRateByOriginal = Figure(tally.onTimeRateByOriginal)
    }
  }

  var schema = 1
  var asOf: Day
  var by: String
  var groups: [Row]
  var all: Row
}
