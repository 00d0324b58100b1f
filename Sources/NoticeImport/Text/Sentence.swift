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
      result.append(slice(start..<place + 1))
      (start, depth) = (place + 1, 0)
    }
    if start < count { result.append(from(start)) }
    return result.filter { !$0.trimmed.isEmpty }
  }

  /// Without a number, 并, 同时 and the like before its first word.
  var withoutLead: Passage {
    var words = self.trimmed
    while let marker = Marker(words.scalars) { words = words.from(marker.length).trimmed }
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
