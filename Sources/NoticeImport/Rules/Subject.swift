/// Rule: where nothing else says who does it, the units or posts that a sentence begins with do: 各党支部要…, 医院各科室….
enum Subject {
  private static let stops: [StaticWords] = [
    "都要", "均要", "也要", "还要", "要", "应当", "应", "须", "必须", "务必", "负责", "组织", "牵头", "在", "对", "将", "于", "每", "根据",
    "结合", "按照", "认真", "及时", "可", "通过", "举办", "召开", "开展", "制定", "分别", "自己", "动员", "完成", "统一", "参加", "形成", "报送",
    "上报", "提交", "会同", "配合", "做好", "全年", "至少", "原则上", "联合", "动手", "全力", "积极", "建立", "向", "进行",
  ]

  /// The actors that a clause or sentence begins with; empty where it begins with none.
  static func names(in sentence: Passage) -> [Passage] {
    var words = sentence.withoutLead
    let isAsked = words.hasPrefix("请")
    if isAsked { words = words.from(1) }
    for own: StaticWords in ["我院", "我局", "我校", "我委", "本院"] where words.hasPrefix(own) {
      words = words.from(own.count)
    }
    for place in 2..<max(2, min(words.count, 60)) {
      if "。；：，,;:".unicodeScalars.contains(words.scalars[place]) { break }
      guard stops.contains(where: { words.has($0, at: place) }) else { continue }
      // 工会联合会 is one unit.
      if words.has("联合会", at: place) || words.isUnitName(at: place) { continue }
      let names = NameList.names(in: words.slice(0..<place))
      if Actor.areActors(names) { return names }
      // 各窗口要…: whoever they are.
      if names.count == 1, names[0].hasPrefix("各"), (3...8).contains(names[0].count),
        Actor.mayBeName(names[0])
      {
        return names
      }
      if isAsked, place <= 6, names.count == 1 { return names }
    }
    return []
  }

  /// ①先锋行动：市委组织部…组织…: the units that do what stands before the colon.
  static func namesBehindColon(_ words: Passage) -> [Passage] {
    guard let colon = words.firstColon, colon <= 20 else { return [] }
    let names = words.from(colon + 1).sentences.flatMap { Subject.names(in: $0) }
    return names.allSatisfy { Actor.isUnit($0) } ? names : []
  }

  /// Without a leading time or event and the comma behind it: 3月31日前，医院各科室….
  static func behindTime(_ sentence: Passage, _ timeText: String) -> Passage {
    let words = sentence.withoutLead
    guard let comma = words.scalars.firstIndex(where: { $0.isComma }), comma < 40 else { return words }
    let first = words.slice(0..<comma)
    let time = Passage(timeText.unicodeScalars, line: 0)
    let isTime =
      !time.isEmpty && first.count <= time.count + 4
      && (first.contains(StaticWords(time.text)) || time.contains(StaticWords(first.text)))
    return isTime || first.hasSuffix("后") || first.hasSuffix("时") || first.hasSuffix("前")
      ? words.from(comma + 1) : words
  }
}
