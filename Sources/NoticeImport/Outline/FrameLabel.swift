import Campaigns

/// Rule: what a page says of itself behind labels: 文号：…, 发布时间：…, 发布单位：…, several of them in a line.
struct FrameLabel {
  private(set) var number: (text: String, year: Int?)?
  private(set) var issued: Passage?
  private(set) var issuer: Passage?
  private(set) var title: Passage?

  private static let numbers: [StaticWords] = ["文号", "发文字号", "发文文号", "文件编号", "字号", "编号"]
  private static let days: [StaticWords] = [
    "发布时间", "发布日期", "时间", "发文日期", "发文时间", "成文日期", "印发日期", "印发时间", "签发日期", "公布日期", "填报时间", "填报日期", "制表时间",
    "制表日期", "编制时间",
  ]
  private static let issuers: [StaticWords] = [
    "发布单位", "发文单位", "发文机关", "发布机构", "发布机关", "印发机关", "制发单位", "信息来源", "来源", "填报单位", "编制单位", "制表单位", "制表",
  ]

  /// What a paragraph that begins with such a label says; nil for any other.
  static func read(_ words: Passage) -> FrameLabel? {
    guard words.count <= 160 else { return nil }
    var found = FrameLabel()
    var starts: [(list: Int, value: Int, start: Int)] = []
    for place in words.scalars.indices
    where place == 0 || words.hasGap(at: place) || words.scalars[place - 1].isClauseEnd {
      for (list, names) in [numbers, days, issuers, ["标题"]].enumerated() {
        for name in names where words.has(name, at: place) {
          let colon = place + name.count
          guard colon < words.count, words.scalars[colon].isColon else { continue }
          starts.append((list, colon + 1, place))
          break
        }
      }
    }
    // 信息发布：发布时间：…: behind a label that says nothing.
    guard let first = starts.first,
      first.start == 0 || first.start <= 8 && words.scalars[first.start - 1].isColon
    else { return nil }
    for (index, start) in starts.enumerated() {
      let limit = index + 1 < starts.count ? starts[index + 1].start : words.count
      var value = words.slice(start.value..<max(start.value, limit))
      if let gap = value.marks.indices.first(where: { $0 > 0 && value.hasGap(at: $0) }) {
        value = value.slice(0..<gap)
      }
      value = value.trimmed
      switch start.list {
      case 0: found.number = DocumentNumber.alone(value)
      case 1: if NoticeFrame.isDate(value) { found.issued = value }
      case 3: if value.count >= 5 { found.title = value }
      default: if (3...30).contains(value.count) { found.issuer = value }
      }
    }
    // 时间：3月5日上午 is an item's.
    let isOfItem = words.hasPrefix("时间") && found.issued == nil && starts.count == 1
    return isOfItem ? nil : found
  }
}
