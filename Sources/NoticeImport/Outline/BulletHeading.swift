/// Rule: where a mark (☆, ■) stands before lines with others below them, these lines head what stands below.
enum BulletHeading {
  /// The places of such lines.
  static func all(_ paragraphs: [Paragraph]) -> Set<Int> {
    let marked = Dictionary(grouping: paragraphs.indices.filter { paragraphs[$0].bullet != nil }) {
      paragraphs[$0].bullet
    }
    var heads: Set<Int> = []
    for places in marked.values where places.count >= 2 {
      let followed = places.filter { place in
        isHead(paragraphs[place]) && paragraphs.indices.contains(place + 1)
          && paragraphs[place + 1].bullet == nil
      }
      if followed.count >= 2, followed.count * 3 >= places.count * 2 { heads.formUnion(followed) }
    }
    return heads
  }

  /// A short line without a sentence, a number or a label of its own.
  private static func isHead(_ paragraph: Paragraph) -> Bool {
    let words = paragraph.words
    return paragraph.row == nil && (2...30).contains(words.count) && Marker(words.scalars) == nil
      && LabelReading.opening(words) == nil && !words.scalars.contains { $0.isSentenceEnd || $0.isSemicolon }
  }
}
