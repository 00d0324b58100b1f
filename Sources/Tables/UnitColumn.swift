import Campaigns
import TerminalFrames
import Wording

/// Columns of unit lists, on the screen and in commands.
package enum UnitColumn: Sendable {
  case name, leads, open, overdue, dueSoon, behind, rate, onTime, byOriginal, supports, bar

  /// What the list of all units shows.
  package static let usual: [UnitColumn] = [
    .name, .leads, .open, .overdue, .dueSoon, .behind, .rate, .onTime, .byOriginal, .supports,
  ]
  /// What a list of those who lag shows.
  package static let lagging: [UnitColumn] = [.name, .overdue, .behind, .dueSoon, .open, .rate]

  /// Its heading, and what it shows of a unit; `list` is what the list is called where its name says more than what stands
  /// in it.
  package func column(_ wording: Wording, list: String? = nil) -> Column<UnitLoad> {
    switch self {
    case .name:
      Column(list ?? wording.pick("单位", "unit"), least: 8, isFlexible: true) { Span($0.unit.name) }
    case .leads: .figure(wording.pick("牵头", "leads")) { Span("\($0.tally.total)") }
    case .open: .figure(wording.pick("在办", "open")) { Span("\($0.open)") }
    case .overdue:
      .figure(wording.condition(.overdue)) { Span(count: $0.tally.count(.overdue), .overdue) }
    case .dueSoon:
      .figure(wording.condition(.dueSoon)) { Span(count: $0.tally.count(.dueSoon), .dueSoon) }
    case .behind: .figure(wording.part(.behind)) { Span(count: $0.tally.behind, .dueSoon) }
    case .rate: .figure(wording.pick("办结率", "rate")) { Span($0.tally.completionRate) }
    case .onTime: .figure(wording.pick("按时率", "on time"), isExtra: true) { Span($0.tally.onTimeRate) }
    case .byOriginal:
      .figure(wording.pick("按原时限", "by original"), isExtra: true) { Span($0.tally.onTimeRateByOriginal) }
    case .supports: .figure(wording.pick("配合", "supports"), isExtra: true) { Span("\($0.supporting.total)") }
    case .bar: Column("", least: 18, isExtra: true) { Span(bar: $0.tally.completionRate, columns: 18) }
    }
  }
}
