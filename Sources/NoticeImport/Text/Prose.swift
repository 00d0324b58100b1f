/// A paragraph without a number, or what stands behind one. What is found in it is found once.
final class Prose {
  let words: Passage

  init(_ words: Passage) { self.words = words }

  private(set) lazy var sentences = words.sentences.map(Sentence.init)
  private(set) lazy var labels = LabelReading.labels(in: words)
  /// Who and when, by labels, brackets and dashes.
  private(set) lazy var signs = ItemSigns(self)
  /// Whether it begins with a label.
  private(set) lazy var isLabelled = LabelReading.opening(words) != nil

  /// Whether it is a heading without a sentence behind it.
  private(set) lazy var isBareHeading: Bool = {
    let core = words.trimmed
    return core.count <= 40 && !core.scalars.contains(where: \.isSentenceEnd)
      && (core.count == words.count ? labels : LabelReading.labels(in: core)).isEmpty
  }()

  /// Its first sentence: the heading where it is a short one.
  private(set) lazy var heading: Passage = {
    let first = sentences.first?.words ?? words
    guard first.count > 30, let colon = first.scalars.firstIndex(where: \.isColon), (4...24).contains(colon)
    else { return first.trimmed }
    return first.slice(0..<colon).trimmed
  }()
}
