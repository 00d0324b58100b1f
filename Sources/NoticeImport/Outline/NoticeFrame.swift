import Campaigns
import ChineseNumerals

/// Rule: what stands around the items: title (also over several lines), red head, addressee, signature, date of issue,
/// imprint, list of annexes.
struct NoticeFrame {
  var title: Passage?
  var documentNumber: (text: String, year: Int?)?
  var issuer: Passage?
  /// Days that stand alone: the date of issue is one of them.
  var issued: Passage?
  /// Whether the date of issue is only when a page was put up.
  var isPublished = false
  /// 2015年7月 as a signature: a year but no day.
  var signedMonth: Passage?
  /// The file's first line where the plan begins.
  var line: Int
  /// Cover, plan and annexes without what the frame took.
  var parts: [NoticePart] = []
  /// What it took of the notice, in its order.
  private(set) var taken: [LineReading] = []
  /// Whether the title was put together from several lines.
  var titleLines: [Int] = []

  private static let titleEnds: [StaticWords] = [
    "通知", "方案", "要点", "计划", "意见", "办法", "安排", "安排表", "规划", "细则", "制度", "决定", "函", "通报", "清单", "任务书", "分工",
    "台账", "一览表", "分解表", "进度表", "计划表", "行动", "工程", "措施", "报告", "规定", "总结", "预案", "纲要", "部署", "任务", "表", "活动",
    "考核内容", "责任书", "实施", "公告", "纪要", "记要", "讲话", "公示", "行事历", "通知单", "进家门", "目录",
  ]

  init(_ all: [Paragraph]) {
    line = all.first?.line ?? 1
    var titles: [(title: Passage, lines: [Int], place: Int)] = []
    var kept: [(Paragraph, Int)] = []
    var isSettled = false
    var adopted: Passage?
    var index = 0
    while index < all.count {
      let words = all[index].words
      guard all[index].row == nil else {
        kept.append((all[index], index))
        isSettled = true
        index += 1
        continue
      }
      if documentNumber == nil, let number = DocumentNumber.alone(words) {
        documentNumber = number
        take(words, .documentNumber)
      } else if let labelled = FrameLabel.read(words) {
        // 文号：…, 发布时间：…: what a page says of itself.
        documentNumber = documentNumber ?? labelled.number
        take(words, .pageLabel)
        if issued == nil, labelled.issued != nil { isPublished = true }
        issued = issued ?? labelled.issued
        issuer = issuer ?? labelled.issuer
        if let title = labelled.title { titles.append((title, [words.line], kept.count)) }
      } else if index < 6, let day = NoticeFrame.adopted(words) {
        // （2020年1月6日团市委全会通过） below the title.
        take(words, .issued)
        adopted = adopted ?? day
      } else if let signature = NoticeFrame.signature(onOneLine: words) {
        take(words, .issued)
        issued = signature.issued
        issuer = issuer ?? signature.issuer
      } else if NoticeFrame.isDate(words)
        || words.hasSuffix("印发") && NoticeFrame.isDate(words.slice(0..<words.count - 2))
      {
        take(words, .issued)
        if issued == nil || !isSettled { issued = words }
        takeIssuer(before: index, all, &kept)
      } else if NoticeFrame.isMonth(words) {
        take(words, .issued)
        if signedMonth == nil { signedMonth = words }
        takeIssuer(before: index, all, &kept)
      } else if NoticeFrame.isFurniture(words) {
        take(words, .furniture)
        for _ in 0..<NoticeFrame.annexes(all, from: index) {
          index += 1
          take(all[index].words, .furniture)
        }
      } else if let (title, lines, next) = NoticeFrame.title(all, from: index, first: titles.isEmpty) {
        take(title, .title)
        titles.append((title, lines, kept.count))
        index = next
        continue
      } else {
        kept.append((all[index], index))
        if Marker(words.scalars) != nil { isSettled = true }
      }
      index += 1
    }
    issued = issued ?? adopted
    choose(titles, kept.map(\.0))
    if issuer == nil, let words = signature(all) { issuer = words }
    if issuer == nil, let title = titles.first?.title { issuer = NoticeFrame.issuer(in: title) }
    if title == nil { title = NoticeFrame.announced(all) }
  }

  /// The cover's title where it is a plan by itself; the annexed plan's where the cover only hands it out (印发).
  private mutating func choose(
    _ titles: [(title: Passage, lines: [Int], place: Int)], _ paragraphs: [Paragraph]
  ) {
    guard let first = titles.first else {
      parts = [NoticePart(kind: .plan, paragraphs: paragraphs)]
      return
    }
    let firstItem =
      paragraphs.firstIndex { $0.row != nil || (Marker($0.words.scalars)?.kind == .chinese) }
      ?? paragraphs.count
    let isHandedOut = first.title.containsAny(["印发", "下发", "转发", "发布"])
    // 督办通知 is what it is, the title stands below it.
    let isKind = first.title.count <= 6
    let plan =
      isHandedOut
      ? titles.dropFirst().first { $0.place <= firstItem }
      : isKind ? titles.dropFirst().first { $0.place <= firstItem && $0.title.hasPrefix("关于") } : nil
    let chosen = plan ?? first
    title = chosen.title
    titleLines = chosen.lines
    line = chosen.lines.first ?? line
    // The cover's words end where the annexed plan's title stands.
    let edge = titles.dropFirst().first { $0.place <= firstItem }?.place ?? (plan?.place ?? first.place)
    parts = [
      NoticePart(kind: .cover, paragraphs: Array(paragraphs[..<min(edge, paragraphs.count)])),
      NoticePart(kind: .plan, paragraphs: Array(paragraphs[min(edge, paragraphs.count)...])),
    ].filter { !$0.paragraphs.isEmpty }
  }

  /// The paragraph right before a date, where it names an organisation.
  private mutating func takeIssuer(before index: Int, _ all: [Paragraph], _ kept: inout [(Paragraph, Int)]) {
    guard index > 0, let last = kept.last, last.1 == index - 1 else { return }
    let words = all[index - 1].words.trimmed.firstBeforeGap
    // At the end of a notice a short line above the date is who signs, whatever it is called.
    let isSignature =
      index + 2 >= all.count && words.count <= 20
      && !all[index - 1].words.scalars.contains(where: \.isClauseEnd)
      && Actor.mayBeName(words)
    guard (3...30).contains(words.count), !words.scalars.contains(where: \.isClauseEnd),
      Marker(words.scalars) == nil, all[index - 1].row == nil,
      NoticeFrame.isOrganisation(words) || isSignature
    else { return }
    take(words, .issuer)
    kept.removeLast()
    // Of two that sign one below the other the first issued it.
    var first = words
    if let above = kept.last, above.1 == index - 2, index > 1, above.0.row == nil,
      (4...30).contains(above.0.words.count), NoticeFrame.isOrganisation(above.0.words),
      Actor.isUnit(above.0.words)
    {
      first = above.0.words
      take(first, .issuer)
      kept.removeLast()
    }
    if issuer == nil { issuer = first }
  }

  private mutating func take(_ words: Passage, _ role: LineReading.Role) {
    guard let first = words.lines.first, let last = words.lines.last else { return }
    taken.append(LineReading(lines: Int(first)...max(Int(first), Int(last)), role: role, words: words.text))
  }

  private func signature(_ all: [Paragraph]) -> Passage? {
    guard let last = all.last?.words.trimmed, (4...30).contains(last.count),
      NoticeFrame.isOrganisation(last.withoutBracket), !last.scalars.contains("—"),
      !last.scalars.contains(where: \.isClauseEnd), Marker(last.scalars) == nil, all.last?.row == nil,
      all.count > 3
    else { return nil }
    return last
  }

  // MARK: Single paragraphs

  static func isOrganisation(_ words: Passage) -> Bool {
    let ends: [StaticWords] = [
      "委员会", "医院", "党委", "党总支", "支部", "局", "院", "办公室", "政府", "公司", "学校", "中心", "部", "处", "厅", "委", "会", "组",
      "集团", "大学", "学院", "中学", "小学", "街道", "办事处", "社区", "党组", "工会",
    ]
    return ends.contains { words.hasSuffix($0) }
  }

  /// 二〇一二年四月二日, 2010年6月15日, 2011.8.5, with nothing else.
  static func isDate(_ words: Passage) -> Bool {
    isDate(words.trimmed, 8...12, to: "日") && words.contains("月") || isDotted(words.trimmed)
  }

  /// 为…，现将10月技能月活动安排如下：: a plan without a title of its own.
  private static func announced(_ all: [Paragraph]) -> Passage? {
    for words in all.prefix(6).lazy.filter({ $0.row == nil }).map(\.words) {
      guard let start = words.firstIndex(of: "现将") ?? words.firstIndex(of: "现就"),
        let end = words.firstIndex(of: "如下", from: start)
      else { continue }
      var name = words.slice(start + 2..<end)
      for tail: StaticWords in ["有关事项通知", "有关工作通知", "通知", "公布", "印发", "分解", "明确", "部署"]
      where name.hasSuffix(tail) { name = name.slice(0..<name.count - tail.count) }
      guard (5...40).contains(name.count), !name.containsAny(["有关", "相关", "事项", "，"]) else { continue }
      return name
    }
    return nil
  }

  /// 2011.8.5, 2011-08-05
  private static func isDotted(_ words: Passage) -> Bool {
    let parts = words.scalars.split(omittingEmptySubsequences: false) { ".-/．".unicodeScalars.contains($0) }
    return parts.count == 3 && parts[0].count == 4
      && parts.dropFirst().allSatisfy { (1...2).contains($0.count) }
      && parts.joined().allSatisfy(\.isFigure)
  }

  /// （2015年8月20日院长办公会审议通过）: the day in a note of how it came about.
  private static func adopted(_ words: Passage) -> Passage? {
    guard (12...60).contains(words.count), words.scalars.first?.isOpening == true,
      words.closingBracket(of: 0) == words.count - 1, words.containsAny(["通过", "印发", "发布", "批准", "修订"]),
      let end = words.firstIndex(of: "日")
    else { return nil }
    let day = words.slice(1..<end + 1)
    return isDate(day) ? day : nil
  }

  /// 青石坡造纸厂 2024年10月28日
  static func signature(onOneLine words: Passage) -> (issuer: Passage, issued: Passage)? {
    guard (11...45).contains(words.count), Marker(words.scalars) == nil,
      let last = words.scalars.last, last == "日" || last.isFigure
    else { return nil }
    for place in words.scalars.indices where place >= 3 {
      let day = words.from(place)
      guard isDate(day) else { continue }
      let name = words.slice(0..<place).trimmed
      guard (3...25).contains(name.count),
        name.scalars.allSatisfy({ $0.isHan || $0.isOpening || $0.isClosing })
      else { return nil }
      return words.hasGap(at: place) || isOrganisation(name) || Actor.isUnit(name) ? (name, day) : nil
    }
    return nil
  }

  static func isMonth(_ words: Passage) -> Bool { isDate(words.trimmed, 6...9, to: "月") }

  private static func isDate(_ words: Passage, _ length: ClosedRange<Int>, to end: StaticWords) -> Bool {
    length.contains(words.count) && words.contains("年") && words.hasSuffix(end)
      && words.scalars.allSatisfy {
        $0.isFigure || ChineseNumber.figure($0) != nil || "年月日十廿卅xX×Ｘ".unicodeScalars.contains($0)
      }
  }

  /// Addressee, imprint, lists of annexes, web pages' furniture: nothing of a plan.
  private static func isFurniture(_ words: Passage) -> Bool {
    if words.hasPrefix("主题词") || words.hasPrefix("抄送") || words.hasPrefix("抄报") || words.hasPrefix("【本文地址") {
      return true
    }
    if words.hasSuffix("印发"), words.contains("年"), words.contains("日"), words.count <= 50 { return true }
    if words.hasPrefix("附件"), words.count <= 60, !words.scalars.contains(where: \.isSentenceEnd) {
      return true
    }
    return words.hasSuffix("文件") && words.count <= 30 && isOrganisation(words.slice(0..<words.count - 2))
  }

  /// How many paragraphs behind 附件：… go on with its list.
  private static func annexes(_ all: [Paragraph], from start: Int) -> Int {
    let words = all[start].words
    guard words.hasPrefix("附件"), let colon = words.firstColon else { return 0 }
    var last = Marker(words.scalars, at: colon + 1)?.value ?? 0
    var index = start + 1
    while index < all.count, all[index].row == nil, all[index].words.count <= 60,
      let marker = Marker(all[index].words.scalars), marker.kind == .figure, marker.value == last + 1,
      !all[index].words.scalars.contains(where: \.isSentenceEnd)
    {
      last = marker.value
      index += 1
    }
    return index - start - 1
  }

  /// A title from a paragraph on: up to four short lines without a mark at their end, the last ending as titles do.
  private static func title(_ all: [Paragraph], from start: Int, first isFirst: Bool) -> (
    Passage, [Int], Int
  )? {
    var title = Passage()
    var lines: [Int] = []
    var index = start
    while index < all.count, index < start + 4, all[index].row == nil {
      let words = all[index].words
      guard isTitleLine(words), DocumentNumber.alone(words) == nil else { break }
      // 督办通知, or who signs, above a title that is whole by itself.
      let isHead =
        ["通知", "通报", "公告"].contains { title.hasSuffix($0) } && title.count <= 6 && words.hasPrefix("关于")
      if isHead || title.count >= 3 && words.hasPrefix(StaticWords(title.text)) {
        (title, lines) = (Passage(), [])
      }
      title.append(words)
      lines.append(words.line)
      index += 1
      if isTitle(title), index >= all.count || !continues(title, all[index]) {
        return (title.trimmed, lines, index)
      }
    }
    // A file that begins with a line of its own has that for a title, whatever it ends with.
    let hasTitle = all.dropFirst().prefix(4).contains {
      $0.row == nil && isTitleLine($0.words) && isTitle($0.words)
    }
    if hasTitle, let first = all.first, isOrganisation(first.words.trimmed) { return nil }
    guard isFirst, start == 0, let first = all.first, isTitleLine(first.words), first.words.count >= 4,
      first.words.scalars.last.map({ !"：:".unicodeScalars.contains($0) }) ?? false
    else { return nil }
    return (first.words.trimmed, [first.line], 1)
  }

  static func isTitle(_ words: Passage) -> Bool {
    guard (5...90).contains(words.count) else { return false }
    let core = words.trimmed.withoutBracket
    return titleEnds.contains { core.hasSuffix($0) }
  }

  /// 关于下发…活动 goes on with …方案的通知.
  private static func continues(_ title: Passage, _ next: Paragraph) -> Bool {
    guard next.row == nil, isTitleLine(next.words), next.words.count <= 40,
      isTitle(next.words) || next.words.hasSuffix("的通知")
    else { return false }
    return title.contains("关于") && !title.hasSuffix("通知")
      || title.scalars.filter { "《“（".unicodeScalars.contains($0) }.count
        != title.scalars.filter { "》”）".unicodeScalars.contains($0) }.count
  }

  private static func isTitleLine(_ words: Passage) -> Bool {
    let words = words.trimmed
    let most = words.contains("关于") && isTitle(words) ? 90 : 60
    guard (2...most).contains(words.count), Marker(words.scalars) == nil, StageHeading(words) == nil else {
      return false
    }
    guard LabelReading.opening(words) == nil, !words.hasPrefix("附件"), !isDate(words) else { return false }
    return !words.scalars.contains { "。；;：:！？，,".unicodeScalars.contains($0) }
  }

  /// 中共X委员会关于印发…: who issued it stands before 关于.
  private static func issuer(in title: Passage) -> Passage? {
    let verbs: [StaticWords] = ["关于", "开展", "举办", "组织", "集中", "深入", "实施", "推进", "贯彻", "落实", "加强", "印发", "20"]
    // X关于…: whatever it is called.
    if let about = title.firstIndex(of: "关于"), (3...20).contains(about),
      Actor.mayBeName(title.slice(0..<about))
    {
      return title.slice(0..<about).trimmed
    }
    let ends = verbs.compactMap { title.firstIndex(of: $0) }.filter { $0 >= 4 }.sorted()
    let named = ends.lazy.map { title.slice(0..<$0).trimmed }.first { isOrganisation($0) && $0.count <= 30 }
    return named ?? firstOrganisation(in: title)
  }

  /// 镇东县医疗保障局工作人员考核办法: the organisation that a title begins with.
  private static func firstOrganisation(in title: Passage) -> Passage? {
    guard let first = title.scalars.first, !"全各我本关".unicodeScalars.contains(first) else { return nil }
    func isOne(_ end: Int) -> Bool {
      let name = title.slice(0..<end)
      return isOrganisation(name) && Actor.isUnit(name) && !title.breaksWord(at: end)
    }
    guard var end = (5..<max(5, min(title.count - 2, 26))).first(where: isOne) else { return nil }
    // 市委|员会, 公司|办公室: a name that goes on.
    while let next = (end + 1..<max(end + 1, min(title.count - 2, end + 5))).first(where: isOne) {
      end = next
    }
    return title.slice(0..<end)
  }
}

extension Passage {
  /// 党委组织部 of 党委组织部  党校: the first of several that sign on one line.
  fileprivate var firstBeforeGap: Passage {
    guard let gap = marks.indices.first(where: { $0 > 2 && hasGap(at: $0) }),
      NoticeFrame.isOrganisation(slice(0..<gap))
    else { return self }
    return slice(0..<gap)
  }

  /// 合规部（监察室） without what stands in its bracket at the end.
  fileprivate var withoutBracket: Passage {
    guard scalars.last?.isClosing == true, let opening = scalars.lastIndex(where: \.isOpening), opening >= 2
    else { return self }
    return slice(0..<opening)
  }
}
