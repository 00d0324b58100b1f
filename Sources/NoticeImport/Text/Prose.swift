/// A paragraph without a number, or what stands behind one. What is found in it is found once.
final class Prose {
  let words: Passage

  init(_ words: Passage) { self.words = words }

  private(set) lazy var sentences = words.sentences.map(Sentence.init)
  private(set) lazy var labels = LabelReading.labels(in: words)
  /// Who and when, by labels, brackets and dashes.
  private(set) lazy var signs = ItemSigns(self)
  /// Whether it begins with a label, or is a bracket of labels and nothing else.
  private(set) lazy var isLabelled = LabelReading.opening(words) != nil || pairEnd == words.trimmed.count
  /// What stands behind 备注：, 要求：: a remark on all that stands above it; nil where it is none.
  private(set) lazy var note: Prose? = {
    guard let colon = words.firstColon, colon <= 4 else { return nil }
    let names: [StaticWords] = ["备注", "说明", "要求", "有关要求", "工作要求", "注", "附注", "注意"]
    guard names.contains(where: { words.hasPrefix($0) && $0.count == colon }) else { return nil }
    let behind = words.from(colon + 1)
    return Prose(behind.from(Marker(behind.scalars)?.length ?? 0))
  }()
  /// Whether it begins with what is to be done, by a label: 问题一：….
  private(set) lazy var isRecord = LabelReading.opening(words) == .title
  /// Where a bracket of labels that it begins with ends: 【责任单位：预报科；完成时间：4月20日前】发布…; 0 where it begins with none.
  private lazy var pairEnd: Int = {
    guard words.scalars.first?.isOpening == true, let closing = words.closingBracket(of: 0),
      LabelReading.opening(words.slice(1..<closing))?.isOfWork == true
    else { return 0 }
    return closing + 1
  }()

  /// Whether it is a heading without a sentence behind it.
  private(set) lazy var isBareHeading: Bool = {
    let core = words.trimmed
    return core.count <= 40 && !core.scalars.contains(where: \.isSentenceEnd)
      && (core.count == words.count ? labels : LabelReading.labels(in: core)).isEmpty
  }()

  /// Its first sentence: the heading where it is a short one.
  private(set) lazy var heading: Passage = {
    let first = pairEnd > 0 ? words.from(pairEnd).sentences.first ?? words : sentences.first?.words ?? words
    guard first.count > 30, let colon = first.firstColon, (4...24).contains(colon)
    else { return first.trimmed }
    return first.slice(0..<colon).trimmed
  }()
}
