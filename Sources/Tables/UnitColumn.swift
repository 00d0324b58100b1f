import Campaigns
import TerminalFrames
import Wording

/// Columns of unit lists, on the screen and in commands.
package enum UnitColumn: Sendable {
  case name, asked, owes, count(Tally.Part), rate, leads, open, onTime, byOriginal, supports, bar

  /// What the list of all units shows.
  package static let usual: [UnitColumn] = [
    .name, .asked, .owes, .count(.overdue), .count(.dueSoon), .rate, .leads, .open, .supports, .onTime,
    .byOriginal,
  ]
  /// What a list of those who lag shows; a part that is not always shown, where there are some.
  package static func lagging(_ loads: some Collection<UnitLoad>) -> [UnitColumn] {
    let parts = [Tally.Part.overdue, .behind, .short, .dueSoon].filter { part in
      part.isAlwaysShown || loads.contains { $0.owing[part] > 0 }
    }
    return [.name] + parts.map { .count($0) } + [.owes, .rate]
  }

  /// Its heading, and what it shows of a unit; `list` is what the list is called where its name says more than what stands
  /// in it.
  package func column(_ wording: Wording, list: String? = nil) -> Column<UnitLoad> {
    switch self {
    case .name:
      Column(list ?? wording.pick("单位", "unit"), least: 8, isFlexible: true) { Span($0.unit.name) }
    case .asked: .figure(wording.pick("应办", "asked")) { Span("\($0.asked.total)") }
    case .owes: .figure(wording.pick("欠", "owes")) { Span($0.isCollective ? "—" : "\($0.owing.total)") }
    case .leads: .figure(wording.pick("牵头", "leads")) { Span("\($0.tally.total)") }
    case .open: .figure(wording.pick("在办", "open")) { Span("\($0.open)") }
    case .count(let part): .count(part, of: \.owing, wording)
    case .rate: .figure(wording.pick("办结率", "rate")) { Span($0.doneRate) }
    case .onTime: .figure(wording.pick("按时率", "on time"), isExtra: true) { Span($0.tally.onTimeRate) }
    case .byOriginal:
      .figure(wording.pick("按原时限", "by original"), isExtra: true) { Span($0.tally.onTimeRateByOriginal) }
    case .supports: .figure(wording.pick("配合", "supports"), isExtra: true) { Span("\($0.supporting.total)") }
    case .bar: Column("", least: 18, isExtra: true) { Span(bar: $0.doneRate, columns: 18) }
    }
  }

  /// The same for lists that commands print, by its name.
  package func listed(_ wording: Wording) -> ListColumn<UnitLoad> {
    let name =
      switch self {
      case .name: "name"
      case .asked: "asked"
      case .owes: "owes"
      case .count(let part): "\(part)"
      case .rate: "rate"
      case .leads: "leads"
      case .open: "open"
      case .onTime: "onTime"
      case .byOriginal: "byOriginal"
      case .supports: "supports"
      case .bar: "bar"
      }
    return ListColumn(name, column(wording))
  }

  /// What `duban units` shows, and the other numbers that it can.
  package static let listed: [UnitColumn] =
    usual + Tally.Part.allCases.filter { $0 != .overdue && $0 != .dueSoon }.map { .count($0) }
}
