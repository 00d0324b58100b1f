import Campaigns
import Tables

/// 方案: every campaign with its progress and lights.
struct CampaignsView: View {
  var abilities: Set<ListAbility> { [.filter] }
  func title(_ scene: Scene) -> String { scene.wording.pick("方案", "Campaigns") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    let campaigns = scene.kept(scene.snapshot.entries.map(\.summary), id: \.code) {
      [$0.code, $0.title, $0.documentNumber, $0.issuer]
    } owners: {
      scene.snapshot.campaigns(matching: $0)
    }
    content.summary = wording.count(campaigns.count, "个方案", "campaign", "campaigns")
    let table = LongTable(CampaignColumn.screen.map { $0.column(wording) }, count: campaigns.count) {
      numbers in
      numbers.map { campaigns[$0] }
    }
    // Codes are never cut, those that are not among the first neither.
    let codes = campaigns.count > LongText.sample ? campaigns.map(\.code.count).max() ?? 0 : 0
    let number = content.add(
      LongText(table, width: scene.width, limit: scene.columns, atLeast: [codes]))
    content.items.append(
      ItemList.Rows(
        count: campaigns.count, id: { .campaign(campaigns[$0].code) },
        opens: { campaigns[$0].isDraft ? .review(campaigns[$0].code) : .campaign(campaigns[$0].code) },
        number: { id in campaigns.firstIndex { id == .campaign($0.code) } }, table: number, first: 0))
    if campaigns.isEmpty {
      let words =
        scene.filterText.isEmpty
        ? scene.unlessReadOnly(
          wording.pick(
            "还没有方案，按 a 新建，或按 I 导入公文。", "There are no campaigns yet; a adds one, I imports a notice."),
          wording.pick("还没有方案。", "There are no campaigns yet."))
        : wording.pick("没有符合条件的方案。", "No campaign matches the filter.")
      content.items = [.text(words)]
    }
    return content
  }
}
