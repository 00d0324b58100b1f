/// Sentences and clauses of a passage.
extension Passage {
  /// Its sentences, each with the mark that ends it. Brackets and quotations are not broken.
  var sentences: [Passage] { ranges(where: \.isSentenceEnd).map(slice) }

  /// Its parts between ；.
  var parts: [Passage] { ranges(where: \.isPartEnd).map(slice) }

  /// Its clauses, each with the mark that ends it.
  var clauses: [Passage] { ranges(where: \.isClauseEnd).map(slice) }

  /// The pieces of it, or of a stretch, that a mark ends.
  func ranges(in stretch: Range<Int>? = nil, where isEnd: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let stretch = stretch ?? 0..<count
    var (start, depth) = (stretch.lowerBound, 0)
    for place in stretch {
      let scalar = scalars[place]
      if scalar.isOpening { depth += 1 }
      if scalar.isClosing { depth = max(0, depth - 1) }
      guard depth == 0 || place - start > 200, isEnd(scalar), !isClockColon(at: place) else { continue }
      take(start..<place + 1, into: &result)
      (start, depth) = (place + 1, 0)
    }
    if start < stretch.upperBound { take(start..<stretch.upperBound, into: &result) }
    return result
  }

  /// 9：00: the colon of a clock time ends nothing.
  private func isClockColon(at place: Int) -> Bool {
    scalars[place].isColon && place > 0 && place + 1 < count && scalars[place - 1].isFigure
      && scalars[place + 1].isFigure
  }

  /// Where its first colon stands that is no clock time's.
  var firstColon: Int? { scalars.indices.first { scalars[$0].isColon && !isClockColon(at: $0) } }

  /// Marks alone are no piece: they stay with the one before, so that pieces put together again are the words.
  private func take(_ range: Range<Int>, into pieces: inout [Range<Int>]) {
    if !scalars[range].allSatisfy(\.isEdgeMark) {
      pieces.append(range)
    } else if let last = pieces.popLast() {
      pieces.append(last.lowerBound..<range.upperBound)
    }
  }

  /// Without a number, 并, 同时 and the like before its first word.
  var withoutLead: Passage {
    var start = 0
    while start < count, scalars[start].isEdgeMark { start += 1 }
    while let marker = Marker(scalars, at: start) {
      start += marker.length
      while start < count, scalars[start].isEdgeMark { start += 1 }
    }
    let words = from(start).trimmed
    let leads: [StaticWords] = ["同时，", "同时,", "同时", "并且", "并", "其中", "另外", "此外", "然后", "再", "且"]
    for lead in leads where words.count > lead.count && words.hasPrefix(lead) {
      return words.from(lead.count).trimmed
    }
    return words
  }

  /// At most so many scalars, cut at a mark where there is one in the second half.
  func shortened(to limit: Int) -> Passage {
    guard count > limit else { return self }
    let cut = scalars[limit / 2..<limit].lastIndex { "，,、；;：:".unicodeScalars.contains($0) } ?? limit
    return slice(0..<cut)
  }
}
