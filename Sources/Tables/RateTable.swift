import Campaigns
import TerminalFrames
import Wording

/// A group of rates, by the name that is shown.
package typealias NamedTally = (name: String, tally: Tally)

extension ListColumn<NamedTally> {
  /// Columns of tables of rates, on the screen and in commands.
  package static func rates(_ wording: Wording) -> [ListColumn] {
    [
      ListColumn("name", Column(wording.pick("名称", "name"), least: 12, isFlexible: true) { Span($0.name) }),
      ListColumn("total", .figure(wording.pick("全部", "all")) { Span("\($0.tally.total)") }),
      ListColumn("completed", .figure(wording.pick("办结", "done")) { Span("\($0.tally.completed)") }),
      ListColumn("overdue", .figure(wording.pick("逾期", "overdue")) { Span("\($0.tally.count(.overdue))") }),
      ListColumn("dueSoon", .figure(wording.pick("临期", "soon")) { Span("\($0.tally.count(.dueSoon))") }),
      ListColumn("rate", .figure(wording.pick("办结率", "rate")) { Span($0.tally.completionRate) }),
      ListColumn("onTime", .figure(wording.pick("按时率", "on time")) { Span($0.tally.onTimeRate) }),
      ListColumn(
        "byOriginal", .figure(wording.pick("按原时限", "by original")) { Span($0.tally.onTimeRateByOriginal) }),
    ]
  }
}
