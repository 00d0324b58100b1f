import Campaigns
import Tables
import TerminalFrames
import Wording

/// 方案: every campaign with its progress and lights.
struct CampaignsView: View {
  var abilities: Set<ListAbility> { [.filter] }

  func title(_ scene: Scene) -> String { scene.wording.pick("方案", "Campaigns") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    let campaigns = scene.kept(scene.snapshot.ledger.campaigns, id: \.code) {
      [$0.code, $0.title, $0.documentNumber, $0.issuer]
    } owners: {
      [$0.code]
    }
    content.summary = wording.count(campaigns.count, "个方案", "campaign", "campaigns")
    let figures: [(String, (Tally, [TaskRow]) -> Span)] = [
      (wording.pick("任务", "tasks"), { tally, _ in Span("\(tally.total)") }),
      (wording.pick("在办", "open"), { _, rows in Span("\(rows.count { $0.task.stage.isOpen })") }),
      (wording.condition(.overdue), { tally, _ in Self.count(tally.count(.overdue), .overdue) }),
      (wording.condition(.dueSoon), { tally, _ in Self.count(tally.count(.dueSoon), .dueSoon) }),
      (wording.part(.behind), { tally, _ in Self.count(tally.behind, .dueSoon) }),
      (
        wording.pick("办结率", "rate"),
        { tally, _ in Span(tally.completionRate.percent.map { "\($0)%" } ?? "—") }
      ),
    ]
    var columns = [
      TableColumn(wording.pick("编号", "code"), least: .max),
      TableColumn(wording.pick("方案", "campaign"), least: 12, isFlexible: true),
    ]
    columns +=
      figures.map { TableColumn($0.0, least: .max, isRight: true) } + [
        TableColumn("", least: 10, isExtra: true)
      ]
    let rows = campaigns.map { campaign -> [Span] in
      let rows = scene.snapshot.rows.filter { $0.code == campaign.code && $0.task.stage != .draft }
      let tally = Tally(rows)
      let closed = campaign.state == .closed ? wording.pick("（已结束）", " (closed)") : ""
      let drafts = campaign.tasks.count
      let waiting = campaign.isDraft ? wording.pick("（待核对\(drafts)项）", "(\(drafts) to check) ") : ""
      return [Span(campaign.code), Span(waiting + campaign.title + closed)]
        + figures.map { $0.1(tally, rows) }
        + [Span(Bar.text(tally.completionRate, columns: 10), .dim)]
    }
    let table = TextTable(columns, rows: rows, width: scene.width, limit: scene.columns)
    content.heading = table.heading
    let number = content.add(table)
    content.items = campaigns.enumerated().map { index, campaign in
      Item(
        id: .campaign(campaign.code), line: .row(table: number, index: index),
        opens: campaign.isDraft ? .review(campaign.code) : .campaign(campaign.code))
    }
    if campaigns.isEmpty {
      let words =
        scene.filterText.isEmpty
        ? scene.unlessReadOnly(
          wording.pick("还没有方案，按 a 新建。", "There are no campaigns yet; a adds one."),
          wording.pick("还没有方案。", "There are no campaigns yet."))
        : wording.pick("没有符合条件的方案。", "No campaign matches the filter.")
      content.items = [Item(line: .text([Span(words, .dim)]))]
    }
    return content
  }

  private static func count(_ count: Int, _ style: Style) -> Span {
    Span("\(count)", count > 0 ? style : .plain)
  }
}
