/// Rule: where several sentences of a paragraph each end with a bracket that says who does them, each is a matter of its own:
/// 清退码头。（交通局负责）拆除围网。（渔政站负责）
enum SharedOut {
  /// The paragraph in its matters; itself where it is one, or counts them.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard Marker(paragraph.scalars) == nil else { return [paragraph] }
    if let aside = aside(of: paragraph) { return aside }
    guard paragraph.contains("。（") else { return [paragraph] }
    var edges: [Int] = [0]
    for place in paragraph.scalars.indices.dropFirst()
    where paragraph.scalars[place].isOpening && paragraph.scalars[place - 1].isSentenceEnd {
      guard let closing = paragraph.closingBracket(of: place),
        ItemSigns(Prose(paragraph.slice(place..<closing + 1))).hasPair
      else { continue }
      edges.append(closing + 1)
    }
    guard edges.count > 2, edges.last == paragraph.count else { return [paragraph] }
    return zip(edges, edges.dropFirst()).map { paragraph.slice($0..<$1) }
  }

  /// 吊装展板---3月22日（印务组在3月16日前交付画面）: a bracket at the end that is a matter of its own.
  private static func aside(of paragraph: Passage) -> [Passage]? {
    let words = paragraph.trimmed
    guard words.count <= 120, words.scalars.last?.isClosing == true,
      let opening = words.scalars.lastIndex(where: \.isOpening), opening >= 4,
      Prose(words.slice(0..<opening)).signs.isDashed
    else { return nil }
    let inside = words.slice(opening + 1..<words.count - 1)
    guard RunningTime.mayHold(inside), !Subject.names(in: inside).isEmpty else { return nil }
    return [words.slice(0..<opening), inside]
  }
}
