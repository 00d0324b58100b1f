/// Sentences and clauses of a passage.
extension Passage {
  /// Its sentences, each with the mark that ends it. Brackets and quotations are not broken.
  var sentences: [Passage] { pieces { $0.isSentenceEnd } }

  /// Its parts between ；.
  var parts: [Passage] { pieces { $0.isSentenceEnd || $0.isSemicolon } }

  /// Its clauses, each with the mark that ends it.
  var clauses: [Passage] { pieces { $0.isClauseEnd } }

  private func pieces(_ isEnd: (Unicode.Scalar) -> Bool) -> [Passage] {
    var result: [Passage] = []
    var (start, depth) = (0, 0)
    for (place, scalar) in scalars.enumerated() {
      if scalar.isOpening { depth += 1 }
      if scalar.isClosing { depth = max(0, depth - 1) }
      guard depth == 0 || place - start > 200, isEnd(scalar) else { continue }
      take(start..<place + 1, into: &result)
      (start, depth) = (place + 1, 0)
    }
    if start < count { take(start..<count, into: &result) }
    return result
  }

  /// Marks alone are no piece: they stay with the one before, so that pieces put together again are the words.
  private func take(_ range: Range<Int>, into pieces: inout [Passage]) {
    if !scalars[range].allSatisfy(\.isEdgeMark) {
      pieces.append(slice(range))
    } else if let last = pieces.indices.last {
      pieces[last].append(slice(range))
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
