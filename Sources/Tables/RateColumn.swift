import Campaigns
import TerminalFrames
import Wording

/// A column of tables of rates, on the screen and in commands.
package enum RateColumn: CaseIterable, Sendable {
  case name, total, completed, overdue, dueSoon, rate, onTime, byOriginal

  /// Its heading and how it gives way.
  package func column(_ wording: Wording) -> TableColumn {
    func figure(_ zh: String, _ en: String) -> TableColumn {
      TableColumn(wording.pick(zh, en), least: .max, isRight: true)
    }
    return switch self {
    case .name: TableColumn(wording.pick("名称", "name"), least: 12, isFlexible: true)
    case .total: figure("全部", "all")
    case .completed: figure("办结", "done")
    case .overdue: figure("逾期", "overdue")
    case .dueSoon: figure("临期", "soon")
    case .rate: figure("办结率", "rate")
    case .onTime: figure("按时率", "on time")
    case .byOriginal: figure("按原时限", "by original")
    }
  }

  /// What it shows of a group.
  package func cell(_ name: String, _ tally: Tally) -> Span {
    func percent(_ share: Share) -> Span { Span(share.percent.map { "\($0)%" } ?? "—") }
    return switch self {
    case .name: Span(name)
    case .total: Span("\(tally.total)")
    case .completed: Span("\(tally.completed)")
    case .overdue: Span("\(tally.count(.overdue))")
    case .dueSoon: Span("\(tally.count(.dueSoon))")
    case .rate: percent(tally.completionRate)
    case .onTime: percent(tally.onTimeRate)
    case .byOriginal: percent(tally.onTimeRateByOriginal)
    }
  }
}
