import Campaigns
import TerminalFrames
import Wording

/// Columns of lists of campaigns, on the screen and in commands.
package enum CampaignColumn: Sendable {
  case code, title, markedTitle, total, open, count(Tally.Part), rate, bar, state, number

  /// What the screen shows.
  package static let screen: [CampaignColumn] = [
    .code, .markedTitle, .total, .open, .count(.overdue), .count(.dueSoon), .count(.behind), .rate, .bar,
  ]
  /// What `duban campaign list` shows.
  package static let list: [CampaignColumn] = [
    .code, .title, .total, .count(.overdue), .count(.dueSoon), .rate, .state, .number,
  ]

  /// Its heading, and what it shows of a campaign.
  package func column(_ wording: Wording) -> Column<CampaignSummary> {
    switch self {
    case .code: Column(wording.pick("编号", "code"), least: .max) { Span($0.code) }
    case .title:
      Column(wording.pick("方案", "campaign"), least: 12, isFlexible: true) { Span($0.title) }
    case .markedTitle:
      Column(wording.pick("方案", "campaign"), least: 12, isFlexible: true) { campaign in
        let closed = campaign.state == .closed ? wording.pick("（已结束）", " (closed)") : ""
        let drafts = campaign.drafts
        let waiting = campaign.isDraft ? wording.pick("（待核对\(drafts)项）", "(\(drafts) to check) ") : ""
        return Span(waiting + campaign.title + closed)
      }
    case .total: .figure(wording.pick("任务", "tasks")) { Span("\($0.tally.total)") }
    case .open: .figure(wording.pick("在办", "open")) { Span("\($0.open)") }
    case .count(let part): .count(part, of: \.tally, wording)
    case .rate: .figure(wording.pick("办结率", "rate")) { Span($0.tally.completionRate) }
    case .bar: Column("", least: 10, isExtra: true) { Span(bar: $0.tally.completionRate, columns: 10) }
    case .state:
      Column(wording.pick("状态", "state"), least: 6) {
        Span($0.state == .closed ? wording.pick("已结束", "closed") : wording.pick("进行中", "open"))
      }
    case .number:
      Column(wording.pick("文号", "number"), least: 6, isFlexible: true, comfort: 6) {
        Span($0.documentNumber ?? "")
      }
    }
  }

  /// The same for lists that commands print, by its name.
  package func listed(_ wording: Wording) -> ListColumn<CampaignSummary> {
    let name =
      switch self {
      case .code: "code"
      case .title: "title"
      case .markedTitle: "markedTitle"
      case .total: "total"
      case .open: "open"
      case .count(let part): "\(part)"
      case .rate: "rate"
      case .bar: "bar"
      case .state: "state"
      case .number: "number"
      }
    return ListColumn(name, column(wording))
  }

  /// What `duban campaign list` shows, and the other columns that it can.
  package static let listed: [CampaignColumn] =
    list + [.open] + Tally.Part.allCases.filter { $0 != .overdue && $0 != .dueSoon }.map { .count($0) }
}
