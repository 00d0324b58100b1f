/// Rule: what a label introduces is told by its last characters (…人, …期限, …科室) and the type of what stands behind it; it need not
/// be listed.
enum LabelRole {
  /// As long as a label may be.
  static let longest = 8

  private static let times: [StaticWords] = ["时间", "时限", "期限", "日期", "日子", "节点", "期", "日"]
  private static let units: [StaticWords] = [
    "单位", "部门", "科室", "处室", "支部", "主体", "股室", "院系", "学院", "机构", "方",
  ]
  private static let persons: [StaticWords] = ["人", "者", "人员", "专员"]
  /// What such a word means that is no deadline, and nobody who answers for anything.
  private static let others: [StaticWords] = [
    "学期", "周期", "分期", "定期", "近期", "前期", "后期", "初期", "中期", "假期", "节日", "联系人", "主持人", "参加人", "参会人", "主讲人",
    "工作人员",
    "参加人员", "出席人员", "参会人员", "发布日期", "发布时间", "来源单位", "发文单位", "发布单位", "印发日期", "开户单位", "地方", "双方", "收件人",
  ]

  /// The kind of a label by its name; nil where its last characters say nothing.
  static func kind(of name: ArraySlice<Unicode.Scalar>) -> LabelKind? {
    let name = Array(name)
    guard (2...longest).contains(name.count), let first = name.first,
      !"各有本全凡对请".unicodeScalars.contains(first)
    else { return nil }
    func ends(_ list: [StaticWords]) -> Bool {
      list.contains { name.count >= $0.count && name.has($0, at: name.count - $0.count) }
    }
    func holds(_ list: [StaticWords]) -> Bool {
      list.contains { name.firstIndex(of: $0, from: 0, to: name.count) != nil }
    }
    if ends(others) { return nil }
    if ends(["领导"]) { return .leader }
    if ends(persons) { return .person }
    if ends(units) {
      if holds(["配合", "协", "参与", "参加", "支持", "会同", "联动"]) { return .supporting }
      return .lead(jointly: holds(["牵头", "主办", "主责"]))
    }
    if ends(times) { return .time }
    return nil
  }

  /// Whether what stands behind a label is of its kind.
  static func fits(_ behind: ArraySlice<Unicode.Scalar>, _ kind: LabelKind) -> Bool {
    let words = behind.prefix(60).prefix {
      !$0.isPartEnd && !$0.isClosing && !"【（(".unicodeScalars.contains($0)
    }
    let value = Passage(words, line: 0)
    switch kind {
    case .time: return CellTime(value).head > 0 || value.hasPrefix("长期") || value.hasPrefix("立行立改")
    case .lead, .supporting, .leader, .person:
      let names = NameList.names(
        in: value.slice(0..<min(value.count, value.scalars.firstIndex(of: "，") ?? value.count)))
      return !names.isEmpty
        && names.allSatisfy {
          (2...16).contains($0.count) && Actor.mayBeName($0)
            && !"要应须可请均".unicodeScalars.contains($0.scalars[0])
        }
    case .title, .other: return false
    }
  }
}
