import ChineseNumerals

/// What a label in a notice introduces: 责任科室：, 完成时间：, 责任领导：.
enum LabelKind: Equatable {
  /// Lead units; `jointly` where all that are listed lead (牵头单位), not only the first (责任科室).
  case lead(jointly: Bool)
  case supporting, leader, person, time
  /// The matter itself: 任务：, 存在问题：.
  case title
  /// Whatever ends another label's words: 整改措施：, 地点：.
  case other
}

extension LabelKind {
  /// Whether it says who or when.
  var isOfWork: Bool {
    switch self {
    case .lead, .supporting, .leader, .person, .time: true
    case .title, .other: false
    }
  }
}

/// A label with the words that belong to it.
struct LabelledWords: Equatable {
  let kind: LabelKind
  /// 责任单位, without marks.
  let name: String
  /// Where the label begins in its passage.
  let start: Int
  let value: Passage
}

/// Rule: pairs like 责任科室：A、B，完成时间：X in all their spellings, in the text, in brackets, on lines of their own.
enum LabelReading {
  /// The label that a paragraph begins with.
  static func opening(_ words: Passage) -> LabelKind? { label(in: words.scalars, at: 0)?.0 }

  /// All labels of a passage with their words.
  static func labels(in words: Passage) -> [LabelledWords] {
    let scalars = words.scalars
    var found: [(kind: LabelKind, start: Int, value: Int)] = []
    var place = 0
    while place < scalars.count {
      let isBoundary =
        place == 0 || words.hasGap(at: place) || !scalars[place - 1].isHan && !scalars[place - 1].isFigure
      if let (kind, end) = listed(scalars, place),
        isBoundary || end - place >= 5 && isFieldLabel(kind)
          // 完成时间：5月8日责任人：…: behind the words of another label.
          || !found.isEmpty && end - place >= 4 && kind.isOfWork
      {
        found.append((kind, place, end))
        place = end
      } else if isBoundary, let (kind, end) = unlisted(scalars, place),
        !words.marks[place + 1..<end].contains(where: { $0.contains(.gap) })
      {
        found.append((kind, place, end))
        place = end
      } else {
        place += 1
      }
    }
    return found.enumerated().map { index, one in
      let limit = index + 1 < found.count ? found[index + 1].start : scalars.count
      return LabelledWords(
        kind: one.kind, name: name(words.slice(one.start..<one.value)), start: one.start,
        value: words.slice(one.value..<end(of: one.kind, scalars, one.value, limit)).trimmed)
    }
  }

  private static func name(_ label: Passage) -> String {
    let marks = label.scalars.filter { !$0.isEdgeMark && !$0.isOpening && !$0.isClosing }
    return String(String.UnicodeScalarView(marks))
  }

  /// 老旧电梯评估完成时间：…: a long label of a unit or time may follow other words directly.
  private static func isFieldLabel(_ kind: LabelKind) -> Bool {
    switch kind {
    case .lead, .supporting, .time: true
    default: false
    }
  }

  private static func end(of kind: LabelKind, _ scalars: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int
  {
    var (place, depth) = (start, 0)
    while place < limit {
      let scalar = scalars[place]
      if scalar.isOpening { depth += 1 }
      if scalar.isClosing {
        depth -= 1
        if depth < 0 { return place }
      }
      if depth == 0, kind != .title, kind != .other, scalar.isSentenceEnd { return place }
      place += 1
    }
    return limit
  }

  /// The label at a place and where its words begin.
  private static func label(in scalars: [Unicode.Scalar], at place: Int) -> (LabelKind, Int)? {
    listed(scalars, place) ?? unlisted(scalars, place)
  }

  private static func listed(_ scalars: [Unicode.Scalar], _ place: Int) -> (LabelKind, Int)? {
    guard place < scalars.count else { return nil }
    if scalars[place] == "【" { return inBrackets(scalars, place) }
    for (word, kind) in words[scalars[place]] ?? [] where scalars.has(word, at: place) {
      let end = afterNumber(kind, scalars, place + word.count)
      guard end < scalars.count else { continue }
      if scalars[end] == "：" || scalars[end] == ":" { return (kind, end + 1) }
      switch kind {
      case .lead, .person: if scalars[end] == "为" { return (kind, end + 1) }
      default: break
      }
    }
    return nil
  }

  /// What records' labels begin with.
  static let recordFirsts: Set<Unicode.Scalar> = Set(
    words.filter { $0.value.contains { $0.1 == .title } }.keys)

  /// The number of a record that begins at a place: 问题一：, 【任务4】.
  static func recordNumber(_ scalars: [Unicode.Scalar], at place: Int) -> Int? {
    guard place < scalars.count, let (kind, end) = listed(scalars, place), kind == .title,
      let first = scalars[place..<end].firstIndex(where: {
        $0.isFigure || $0.isOpening && $0 != "【" || ChineseNumber.worth(of: $0) != nil
      })
    else { return nil }
    return Marker.number(scalars, scalars[first].isOpening ? first + 1 : first)?.0
  }

  /// 问题1, 任务（二）
  private static func afterNumber(_ kind: LabelKind, _ scalars: [Unicode.Scalar], _ place: Int) -> Int {
    guard kind == .title, place < scalars.count else { return place }
    if let marker = Marker(scalars, at: place), scalars[place].isOpening { return place + marker.length }
    return Marker.number(scalars, place)?.1 ?? place
  }

  /// 【整改时限】2026年7月15日前
  private static func inBrackets(_ scalars: [Unicode.Scalar], _ place: Int) -> (LabelKind, Int)? {
    guard let closing = scalars[place...].prefix(12).firstIndex(of: "】"), closing > place + 2 else {
      return nil
    }
    let name = Array(scalars[place + 1..<closing])
    let listed = words[name[0]]?.first { word, kind in
      name.has(word, at: 0) && afterNumber(kind, name, word.count) == name.count
    }
    var end = closing + 1
    if end < scalars.count, scalars[end].isColon { end += 1 }
    guard let kind = listed?.1 ?? LabelRole.kind(of: name[...]), end < scalars.count else { return nil }
    return (kind, end)
  }

  /// A label that nobody listed: what it is for is told by its last characters, and by what stands behind it.
  private static func unlisted(_ scalars: [Unicode.Scalar], _ place: Int) -> (LabelKind, Int)? {
    guard place < scalars.count, scalars[place].isHan,
      let colon = scalars[place...].prefix(LabelRole.longest + 1).firstIndex(where: { !$0.isHan }),
      scalars[colon].isColon, colon >= place + 2, let kind = LabelRole.kind(of: scalars[place..<colon]),
      LabelRole.fits(scalars[(colon + 1)...], kind)
    else { return nil }
    return (kind, colon + 1)
  }

  /// The words of labels by what they begin with, longer ones first.
  private static let words: [Unicode.Scalar: [(StaticWords, LabelKind)]] = {
    func every(_ heads: [String], _ tails: [String], _ kind: LabelKind) -> [(StaticWords, LabelKind)] {
      heads.flatMap { head in tails.map { (StaticWords(head + $0), kind) } }
    }
    let units = ["单位", "部门", "科室", "处室", "主体", "股室", "支部", "院系", "学院"]
    var all: [(StaticWords, LabelKind)] = []
    all += every(["牵头", "牵头责任", "主办", "主责"], units + [""], .lead(jointly: true))
    all += every(
      ["责任", "承办", "负责", "实施", "落实", "组织", "整改", "整改责任", "督办", "具体责任", "主管"], units, .lead(jointly: false))
    all += every(["配合", "协办", "协助", "参与", "参加", "协同", "协作", "支持"], units, .supporting)
    all += every(["配合", "协办"], [""], .supporting)
    all += every(["承办"], [""], .lead(jointly: false))
    all += every(
      ["责任", "牵头", "分管", "包保", "挂点", "督办", "包抓", "主管", "联系"],
      ["领导", "院领导", "市领导", "县领导", "区领导", "校领导", "局领导"], .leader)
    all += every(
      ["", "具体", "直接", "主要", "整改", "第一", "牵头"], ["责任人", "负责人", "承办人", "经办人", "牵头人"], .person)
    all += every(
      [
        "", "完成", "办理", "办结", "整改", "截止", "截至", "计划完成", "实施", "活动", "开展", "落实", "销号", "反馈", "上报", "报送", "培训",
        "学习", "会议", "整改完成", "拟完成", "预计完成",
      ], ["时间", "时限", "期限", "日期", "时间节点", "时间要求", "时限要求"], .time)
    all += every(["时间安排", "进度安排", "进度要求", "时间进度"], [""], .time)
    all += every(
      ["", "工作", "重点", "具体", "主要", "整改", "督办", "反馈", "存在", "目标"], ["任务", "事项", "问题", "任务内容"], .title)
    all += every(["工作内容", "活动内容", "活动名称", "任务名称", "事项名称"], [""], .title)
    all += every(
      [
        "整改措施", "措施", "工作措施", "具体措施", "整改目标", "工作目标", "目标", "完成标准", "主题", "活动主题", "地点", "活动地点", "形式", "对象",
        "参加人员", "备注", "考核", "预期成效", "进展情况", "整改情况", "整改进展", "联系电话", "联系人", "验收标准", "成果形式", "组长", "副组长", "成员",
        "职责", "说明", "主题词", "附件", "附",
      ], [""], .other)
    var byFirst: [Unicode.Scalar: [(StaticWords, LabelKind)]] = [:]
    for label in all.sorted(by: { $0.0.count > $1.0.count }) {
      if let first = label.0.scalars.first { byFirst[first, default: []].append(label) }
    }
    return byFirst
  }()
}
