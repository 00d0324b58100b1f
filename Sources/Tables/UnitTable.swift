import Campaigns
import TerminalFrames
import Wording

/// Columns of unit lists, on the screen and in `duban units`.
package enum UnitColumn: Sendable {
  case name, leads, open, overdue, dueSoon, behind, rate, onTime, byOriginal, supports, bar

  /// What the list of all units shows.
  package static let usual: [UnitColumn] = [
    .name, .leads, .open, .overdue, .dueSoon, .behind, .rate, .onTime, .byOriginal, .supports,
  ]
  /// What a list of those who lag shows.
  package static let lagging: [UnitColumn] = [.name, .overdue, .behind, .dueSoon, .open, .rate]

  /// Its heading; `name` is that of the list.
  package func column(_ wording: Wording, name: String) -> TableColumn {
    func figure(_ title: String, isExtra: Bool = false) -> TableColumn {
      TableColumn(title, least: .max, isRight: true, isExtra: isExtra)
    }
    return switch self {
    case .name: TableColumn(name, least: 8, isFlexible: true)
    case .leads: figure(wording.pick("牵头", "leads"))
    case .open: figure(wording.pick("在办", "open"))
    case .overdue: figure(wording.condition(.overdue))
    case .dueSoon: figure(wording.condition(.dueSoon))
    case .behind: figure(wording.part(.behind))
    case .rate: figure(wording.pick("办结率", "rate"))
    case .onTime: figure(wording.pick("按时率", "on time"), isExtra: true)
    case .byOriginal: figure(wording.pick("按原时限", "by original"), isExtra: true)
    case .supports: figure(wording.pick("配合", "supports"), isExtra: true)
    case .bar: TableColumn("", least: 18, isExtra: true)
    }
  }

  /// What it shows of a unit.
  package func cell(_ load: UnitLoad) -> Span {
    func share(_ share: Share) -> Span { Span(share.percent.map { "\($0)%" } ?? "—") }
    func count(_ count: Int, _ style: Style) -> Span { Span("\(count)", count > 0 ? style : .plain) }
    return switch self {
    case .name: Span(load.unit.name)
    case .leads: Span("\(load.tally.total)")
    case .open: Span("\(load.open)")
    case .overdue: count(load.tally.count(.overdue), .overdue)
    case .dueSoon: count(load.tally.count(.dueSoon), .dueSoon)
    case .behind: count(load.tally.behind, .dueSoon)
    case .rate: share(load.tally.completionRate)
    case .onTime: share(load.tally.onTimeRate)
    case .byOriginal: share(load.tally.onTimeRateByOriginal)
    case .supports: Span("\(load.supporting.total)")
    case .bar: Span(Bar.text(load.tally.completionRate, columns: 18), .dim)
    }
  }
}

/// A share drawn with letters: ####....
package enum Bar {
  /// The bar; empty where there is nothing to count.
  package static func text(_ share: Share, columns: Int) -> String {
    guard let percent = share.percent else { return "" }
    let full = (percent * columns + 50) / 100
    return String(repeating: "#", count: full) + String(repeating: ".", count: max(0, columns - full))
  }
}
