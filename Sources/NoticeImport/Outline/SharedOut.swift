/// Rule: where several sentences of a paragraph each end with a bracket that says who does them, each is a matter of its own:
/// 清退码头。（交通局负责）拆除围网。（渔政站负责）
enum SharedOut {
  /// The paragraph in its matters; itself where it is one, or counts them.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard paragraph.contains("。（"), Marker(paragraph.scalars) == nil else { return [paragraph] }
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
}
