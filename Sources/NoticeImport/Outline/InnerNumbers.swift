/// Rule: numbers inside a paragraph begin items of their own where at least two of the parts have units or times of their own
/// (一是…。责任科室：…。二是…。责任科室：…。).
enum InnerNumbers {
  /// The paragraph in pieces; itself where nothing begins inside.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard paragraph.count > 12 else { return [paragraph] }
    let starts = starts(paragraph)
    guard !starts.isEmpty, areOwn(paragraph, starts, []) else { return [paragraph] }
    let edges = [0] + starts + [paragraph.count]
    return zip(edges, edges.dropFirst()).map { paragraph.slice($0..<$1) }
  }

  /// Whether at least two of the parts that begin at places say for themselves who does them; `edges` end a part too.
  static func areOwn(_ paragraph: Passage, _ starts: [Int], _ edges: Set<Int>) -> Bool {
    guard !starts.isEmpty else { return false }
    let begins = Set(starts + [0])
    let all = begins.union(edges).sorted() + [paragraph.count]
    var own = 0
    for (start, end) in zip(all, all.dropFirst()) where begins.contains(start) {
      if isOwn(Prose(paragraph.slice(start..<end))) { own += 1 }
      if own == 2 { return true }
    }
    return false
  }

  /// Whether a part says for itself who does it: in a pair, a bracket, or in words beside a time.
  private static func isOwn(_ part: Prose) -> Bool {
    let isNamed = part.labels.contains {
      switch $0.kind {
      case .lead, .person, .leader: true
      default: false
      }
    }
    if isNamed || part.signs.hasPair || !Subject.namesBehindColon(part.words).isEmpty { return true }
    return RunningTime.mayHold(part.words) && !NamedActor.parts(in: part.words).isEmpty
  }

  private static func starts(_ paragraph: Passage) -> [Int] {
    let kinds = Set<Marker.Kind>([.counted, .figure, .figureInBrackets, .circled])
    var starts: [Int] = []
    var last: [Marker.Kind: Int] = [:]
    if let marker = Marker(paragraph.scalars) { last[marker.kind] = marker.value }
    for place in 1..<paragraph.count {
      let before = paragraph.scalars[place - 1]
      guard before.isClauseEnd || before.isClosing, let marker = Marker(paragraph.scalars, at: place),
        kinds.contains(marker.kind), marker.value == (last[marker.kind] ?? 0) + 1
      else { continue }
      starts.append(place)
      last[marker.kind] = marker.value
    }
    return starts
  }
}
