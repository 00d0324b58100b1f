/// The best path over the numbers of one form inside a paragraph.
struct NumberPath {
  /// Where a paragraph begins, with its number.
  private(set) var starts: [(place: Int, value: Int)] = []
  private let words: Passage
  private let form: NumberForm

  /// A number that was taken and the path that leads to it.
  private struct Step {
    let place: Int
    let value: Int
    let before: Int?
  }

  /// The path from a last number on; `edges` are the places where numbers further out begin.
  init(
    _ words: Passage, _ form: NumberForm, _ places: [NumberForm.Place], from last: Int, within edges: Set<Int>
  ) {
    (self.words, self.form) = (words, form)
    var steps: [Step] = []
    // For each last number the best path that ends with it.
    var paths: [Int: Path] = [last: (0, nil)]
    var best: Path = (0, nil)
    var outer = 0
    let edges = edges.sorted()
    for number in places where number.place > 0 {
      let (place, value) = (number.place, number.value)
      while outer < edges.count, edges[outer] < place { outer += 1 }
      let heading = outer > 0 ? edges[outer - 1] : nil
      // A number that is missing, or stands where none could be told, costs as much as one is worth. A document may also
      // begin in the middle of a list.
      let (way, leap) = way(to: value, best, paths)
      let before = way.step.map { steps[$0].place } ?? -1
      guard place - max(before, heading ?? 0) > 3 else { continue }
      let isBelowHeading = heading.map { $0 > before } ?? false
      let crossing = isBelowHeading ? (form.isInner ? 1 : 3) : 0
      let cost = value == 1 ? cost(ofBeginning: isBelowHeading) : leap + crossing
      let score = way.score + weight(of: value, at: place, behind: heading) - cost
      guard score > paths[value]?.score ?? Int.min else { continue }
      paths[value] = (score, steps.count)
      steps.append(Step(place: place, value: value, before: way.step))
      if score > best.score { best = (score, steps.count - 1) }
    }
    var step = best.step
    while let index = step {
      starts.append((steps[index].place, steps[index].value))
      step = steps[index].before
    }
    starts.reverse()
  }

  private typealias Path = (score: Int, step: Int?)

  /// The path that a number goes on with, and what leaping to it costs.
  private func way(to value: Int, _ best: Path, _ paths: [Int: Path]) -> (Path, Int) {
    if value == 1 { return (best, 0) }
    if let path = paths[value - 1] { return (path, 0) }
    if let path = paths[value - 2] { return (path, 3) }
    return (best, form.isInner ? 9 : 6)
  }

  /// How much what stands before a number speaks for a break there.
  private func weight(of value: Int, at place: Int, behind heading: Int?) -> Int {
    let before = words.scalars[place - 1]
    if before.isFigure || Marker.number(words.scalars, place - 1) != nil
      || (value == 1 ? "第之统唯同专单逐图表件号款" : "第图表件号款").unicodeScalars.contains(before)
    {
      return -20
    }
    if before.isSentenceEnd { return 4 }
    if before.isClosing || before.isQuote {
      return place > 1 && words.scalars[place - 2].isSentenceEnd ? 4 : 3
    }
    if before.isColon || words.hasGap(at: place) { return 3 }
    if before.isSemicolon { return 1 }
    if before.isEdgeMark { return -5 }
    // 2月（1）…: the month heads the list.
    if value == 1, LostBreaks.timeHeading(words, 0..<place, isFirst: true) != nil { return 8 }
    // 一、总体目标1.建成…: a heading whose break was lost.
    if let heading, place - heading <= 30,
      !words.scalars[heading + 2..<place].contains(where: \.isSentenceEnd)
    {
      return 2
    }
    if value > 1 { return 1 }
    return form.isInner ? -3 : -1
  }

  /// What a first number must be worth: one alone is less than a list, unless a heading stands before it.
  private func cost(ofBeginning isBelowHeading: Bool) -> Int {
    form.isInner ? (isBelowHeading ? 3 : 6) : (isBelowHeading ? 2 : 3)
  }
}
