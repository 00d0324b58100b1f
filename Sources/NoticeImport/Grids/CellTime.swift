import Campaigns

/// What of a cell is a time: all of it (5月底前), or its beginning (3月：勘查现场).
struct CellTime: Equatable {
  /// How many scalars the time at its beginning takes; 0 where it begins with none.
  let head: Int
  /// Whether there is nothing in it but times.
  let isWhole: Bool

  init(_ cell: Passage) {
    (head, isWhole) = CellTime.shape(cell)
  }

  private static func shape(_ cell: Passage) -> (Int, Bool) {
    // Times have figures, or one of few characters.
    guard cell.count >= 2, cell.count <= 400, cell.scalars.contains(where: { mayBeOfTime($0) }) else {
      return (0, false)
    }
    let text = cell.text
    let spans = FoundTimes(text, mode: .sentence).spans
    guard text.count == cell.count, let first = spans.first else { return (0, false) }
    let lead = cell.scalars.prefix(first.lowerBound).allSatisfy { "于在自从“（(".unicodeScalars.contains($0) }
    var head = lead ? first.upperBound : 0
    if head > 0 {
      for span in spans.dropFirst() {
        let between = cell.scalars[head..<max(head, span.lowerBound)]
        guard span.lowerBound <= head || between.allSatisfy({ joins.contains($0) }) else { break }
        head = max(head, span.upperBound)
      }
    }
    var rest = 0
    for (place, scalar) in cell.scalars.enumerated() where !spans.contains(where: { $0.contains(place) }) {
      if !joins.contains(scalar), !scalar.isEdgeMark, !scalar.isOpening, !scalar.isClosing { rest += 1 }
    }
    return (head, head > 0 && rest == 0)
  }

  private static let joins = Set("-—–―－~～至到、，,和及/（）()以周一二三四五六日星期上下午晚".unicodeScalars)

  private static func mayBeOfTime(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isFigure || "年月日季旬周天期半长每节前常底末".unicodeScalars.contains(scalar)
  }
}
