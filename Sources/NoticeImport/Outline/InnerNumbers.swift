/// Rule: numbers inside a paragraph begin items of their own where line breaks were lost, or where at least two of the parts
/// have units or times of their own (一是…。责任科室：…。二是…。责任科室：…。).
enum InnerNumbers {
  /// The paragraph in pieces; itself where nothing begins inside.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard paragraph.count > 12 else { return [paragraph] }
    let lost = cut(paragraph, starts(paragraph, Set([.chineseInBrackets, .figure]), isLost: true))
    return lost.flatMap { piece in
      let parts = cut(
        piece, starts(piece, Set([.counted, .figure, .figureInBrackets, .circled]), isLost: false))
      return parts.count > 1 && parts.count(where: { isOwn(Prose($0)) }) >= 2 ? parts : [piece]
    }
  }

  /// Whether a part says for itself who does it: in a pair, a bracket, or in words beside a time.
  private static func isOwn(_ part: Prose) -> Bool {
    let isNamed = part.labels.contains {
      switch $0.kind {
      case .lead, .person, .leader: true
      default: false
      }
    }
    if isNamed || part.signs.hasPair { return true }
    return RunningTime.mayHold(part.words) && !NamedActor.parts(in: part.words).isEmpty
  }

  private static func starts(_ paragraph: Passage, _ kinds: Set<Marker.Kind>, isLost: Bool) -> [Int] {
    var starts: [Int] = []
    var last: [Marker.Kind: Int] = [:]
    if let marker = Marker(paragraph.scalars) { last[marker.kind] = marker.value }
    for place in 1..<paragraph.count {
      let hasGap = paragraph.gaps[place]
      let before = paragraph.scalars[place - 1]
      let isAfterSentence =
        before.isSentenceEnd || before.isClosing && place > 1 && paragraph.scalars[place - 2].isSentenceEnd
      let isAfterMark =
        isAfterSentence || before.isSemicolon || before.isColon || before.isClosing || before.isComma
      guard isAfterMark || hasGap, let marker = Marker(paragraph.scalars, at: place),
        kinds.contains(marker.kind)
      else { continue }
      guard marker.value == (last[marker.kind] ?? 0) + 1 else { continue }
      if isLost {
        // 工作要求（一）…: only behind a sentence or a gap; a list of figures must go on, not begin.
        guard isAfterSentence || hasGap && marker.kind == .chineseInBrackets else { continue }
        guard marker.kind == .chineseInBrackets || marker.value > 1 else { continue }
      } else if !isAfterMark {
        continue
      }
      starts.append(place)
      last[marker.kind] = marker.value
    }
    return starts
  }

  private static func cut(_ paragraph: Passage, _ starts: [Int]) -> [Passage] {
    let edges = [0] + starts + [paragraph.count]
    return zip(edges, edges.dropFirst()).map { paragraph.slice($0..<$1) }
  }
}
