import ArgumentParser
import Campaigns
import Tables

/// `duban rates`: completion by unit, campaign, phase or leader, with one definition.
struct RatesCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: .say("办结率、按时办结率，按单位、方案、阶段或责任领导。", "Rates by unit, campaign, phase or leader."),
    discussion: """
      duban rates --by leader
      duban rates campaign:h26 --by phase
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions
  @Argument(help: .say("筛选条件。", "Filter.")) var filter: [String] = []
  @Option(help: .say("unit 牵头单位、campaign 方案、phase 阶段或 leader 责任领导。", "unit, campaign, phase or leader."))
  var by: RateGroup = .unit

  func run(_ session: Session) throws(Failure) -> Answer {
    let reading = try session.survey()
    let words = filter.joined(separator: " ")
    let filter = try session.filter(filter, reading)
    let (groups, all) = reading.rates(by: by, matching: filter)
    let wording = session.wording
    let sum = wording.pick("合计", "all")
    var listing = Listing(
      "groups", ListColumn.rates(wording),
      rows: groups.map { (wording.name($0.key), $0.tally) } + [(sum, all)], none: "",
      records: { numbers in
        numbers.filter(groups.indices.contains).map { number in
          let (key, tally) = groups[number]
          return record(wording.name(key), key.filterText(within: words), tally)
        }
      })
    listing.last = 1
    listing.below = wording.legendOfRateGroups
    return Answer(
      [
        "by": by.rawValue,
        "all": record(sum, words.isEmpty ? nil : words, all),
      ], listing
    ).reading(reading.flaws)
  }

  /// `filter` is what `list` takes to show the rows behind it.
  private func record(_ name: String, _ filter: String?, _ tally: Tally) -> JSONRecord {
    func figure(_ share: Share) -> JSONRecord {
      ["part": share.part, "whole": share.whole, "percent": share.percent]
    }
    return [
      "name": name, "filter": filter, "total": tally.total, "counts": tally.conditionCounts,
      "completionRate": figure(tally.completionRate), "onTimeRate": figure(tally.onTimeRate),
      "onTimeRateByOriginal": figure(tally.onTimeRateByOriginal),
    ]
  }
}

extension RateGroup: ExpressibleByArgument {}
