/// A numbered item of a notice with what stands below it.
struct OutlineItem {
  var marker: Marker?
  var stage: StageHeading?
  /// Whether it is a heading without a number.
  var isPlainHeading = false
  /// Whether it is a stretch of time by its name, without a number: 摸底阶段（3月1日—4月10日）.
  var isNamedStage = false
  /// Whether it is a record without a number: 配电柜除尘---7月12日, or one of several matters of a paragraph.
  var isRecord = false
  /// The units that it is headed with: 县财政局：….
  var units: [Passage] = []
  /// Its own paragraph without the number and the units before it.
  var prose: Prose
  /// Paragraphs without a number that follow it.
  var loose: [Prose] = []
  /// Rows of tables that follow it.
  var rows: [TableRow] = []
  /// What the part that it stands in is for.
  var section = Section.work
  var parent: Int?
  var children: [Int] = []
  var line: Int

  /// How far in it stands; the plan itself is -1.
  var rank: Int {
    guard let marker else {
      if isRecord { return OutlineItem.innermost }
      return stage == nil && !isPlainHeading && !isNamedStage ? -1 : Marker.Kind.chinese.rawValue * 2 + 1
    }
    return marker.kind.rawValue * 2
  }

  var words: Passage { prose.words }

  /// Further in than any number.
  private static let innermost = 100
}

/// A plan's items as a tree: numbers say how deep an item stands (一、 outside （一）, that outside 1., and so on).
struct Outline {
  /// The plan itself is the first item.
  private(set) var items: [OutlineItem]
  /// Items that are labels of the one around them: 1.活动时间：9月12日.
  private(set) var attached: Set<Int> = []
  /// An agenda whose items are gone through: the kind of their numbers and the last one.
  private var agenda: (kind: Marker.Kind?, last: Int)?

  init(_ paragraphs: [Paragraph], line: Int) {
    items = [OutlineItem(prose: Prose(Passage()), line: line)]
    var open = [0]
    let headings = UnitHeading.all(paragraphs)
    let bullets = BulletHeading.all(paragraphs)
    for (place, paragraph) in paragraphs.enumerated() {
      let next = place + 1 < paragraphs.count ? paragraphs[place + 1].words : nil
      if let row = paragraph.row {
        items[open.last ?? 0].rows.append(row)
        continue
      }
      let isRecord = Outline.isRecord(paragraphs, place)
      for piece in StageHeading.pieces(of: paragraph.words).flatMap(InnerNumbers.pieces) {
        let matters = SharedOut.pieces(of: piece)
        for matter in matters {
          let heading =
            matter.line == paragraph.line && matter.scalars.starts(with: paragraph.words.scalars.prefix(3))
            ? headings[place] : nil
          add(
            matter, before: next, heading, isMatter: isRecord || matters.count > 1,
            isHead: bullets.contains(place), &open)
        }
      }
    }
    for index in items.indices where isDescribed(items[index]) {
      attached.formUnion(items[index].children)
      items[index].loose += items[index].children.map { items[$0].prose }
      items[index].children = []
    }
  }

  /// Whether a paragraph without a number says for itself who does it, as one beside it does: 6月15日 安装调试；负责人：经理.
  private static func isRecord(_ paragraphs: [Paragraph], _ place: Int) -> Bool {
    isSelfContained(paragraphs[place])
      && [place - 1, place + 1].contains {
        paragraphs.indices.contains($0) && isSelfContained(paragraphs[$0])
      }
  }

  private static func isSelfContained(_ paragraph: Paragraph) -> Bool {
    guard paragraph.row == nil, (6...120).contains(paragraph.words.count),
      Marker(paragraph.words.scalars) == nil,
      paragraph.words.scalars.contains(where: { $0.isColon || $0.isClosing })
    else { return false }
    let prose = Prose(paragraph.words)
    return !prose.isLabelled && prose.signs.hasPair && StageHeading(paragraph.words) == nil
  }

  /// Whether what is numbered below an item is nothing but labels of it, a time among them.
  private func isDescribed(_ item: OutlineItem) -> Bool {
    guard item.parent != nil, item.children.count >= 2, item.loose.isEmpty, item.prose.isBareHeading,
      !item.words.containsAny(["时间", "地点", "安排", "事项", "要求", "组织", "说明", "概况"])
    else { return false }
    let below = item.children.map { items[$0] }
    return below.allSatisfy {
      $0.marker != nil && $0.children.isEmpty && $0.loose.isEmpty && $0.rows.isEmpty && $0.prose.isLabelled
        && $0.words.count <= 60 && $0.prose.labels.count == 1
    } && below.contains { $0.prose.labels.contains { $0.kind == .time } }
  }

  /// What an item is for where it stands in an agenda: what is talked about is no work, what is decided is.
  private mutating func isOnAgenda(_ item: OutlineItem) -> Bool {
    guard let open = agenda, let marker = item.marker else { return false }
    if let kind = open.kind, marker.kind > kind { return false }
    let goesOn = open.kind.map { $0 == marker.kind } ?? true
    guard goesOn, marker.value == open.last + 1,
      !item.prose.heading.containsAny(["会议决议", "议定", "决定事项"])
    else {
      agenda = nil
      return false
    }
    agenda = (marker.kind, marker.value)
    return true
  }

  private mutating func add(
    _ words: Passage, before next: Passage?, _ heading: UnitHeading?, isMatter: Bool, isHead: Bool,
    _ open: inout [Int]
  ) {
    var item = OutlineItem(prose: Prose(words), line: words.line)
    if let marker = Marker(words.scalars), marker.length < words.count {
      item.marker = marker
      item.prose = Prose(words.from(marker.length))
    }
    item.stage = StageHeading(item.words)
    if let heading {
      item.units = heading.names
      item.prose = Prose(item.words.from(heading.length))
      item.isPlainHeading = item.marker == nil && item.words.isEmpty
      item.isRecord = item.marker == nil && !item.words.isEmpty
    } else if isHead {
      item.isPlainHeading = next.flatMap { Marker($0.scalars) } != nil
      item.isRecord = !item.isPlainHeading
    } else if item.marker == nil, item.stage == nil, StageHeading.isNamed(words) {
      item.isNamedStage = true
    } else if item.marker == nil, item.stage == nil {
      item.isPlainHeading = PlainHeading.isHeading(words, before: next)
      item.isRecord = !item.isPlainHeading && (item.prose.signs.isDashed || isMatter)
    }
    guard item.rank >= 0 else {
      // 责任单位：… belongs to its record, whatever numbers its measures have.
      let record = item.prose.isLabelled ? open.last { items[$0].prose.isRecord } : nil
      items[record ?? open.last ?? 0].loose.append(item.prose)
      let name = words.trimmed
      if name.count <= 8, name.hasSuffix("议程") || name.hasSuffix("议题") { agenda = (nil, 0) }
      return
    }
    while let last = open.last, last > 0, items[last].rank >= item.rank { open.removeLast() }
    let parent = open.last ?? 0
    item.parent = parent
    item.section = isOnAgenda(item) ? .nothing : Section(item.prose.heading, within: items[parent].section)
    items.append(item)
    items[parent].children.append(items.count - 1)
    open.append(items.count - 1)
  }

  /// An item and those around it, from the outermost on.
  func path(to index: Int) -> [Int] {
    var path = [index]
    while let parent = items[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The number as the document's reader would say it: 二（二）1.
  func number(of index: Int) -> String? {
    let parts = path(to: index).compactMap { index -> String? in
      guard let marker = items[index].marker else { return nil }
      var text = marker.text
      while let last = text.last, "、.．，,：:".contains(last) { text.removeLast() }
      return text
    }
    return parts.isEmpty ? nil : parts.joined()
  }

  /// All items below one, depth first.
  func below(_ index: Int) -> [Int] { items[index].children.flatMap { [$0] + below($0) } }

  /// Moves the last loose paragraph of an item to another.
  mutating func moveLooseParagraph(_ place: Int, of index: Int, to target: Int) {
    items[target].loose.append(items[index].loose.remove(at: place))
  }
}
