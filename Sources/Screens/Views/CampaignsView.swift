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
    let table = scene.table(CampaignColumn.screen.map { $0.column(wording) }, campaigns)
    content.heading = table.heading
    content.add(
      table, campaigns.map { (.campaign($0.code), $0.isDraft ? .review($0.code) : .campaign($0.code)) })
    if campaigns.isEmpty {
      let words =
        scene.filterText.isEmpty
        ? scene.unlessReadOnly(
          wording.pick("还没有方案，按 a 新建。", "There are no campaigns yet; a adds one."),
          wording.pick("还没有方案。", "There are no campaigns yet."))
        : wording.pick("没有符合条件的方案。", "No campaign matches the filter.")
      content.items = [.text(words)]
    }
    return content
  }
}
