/// Rule: numbers inside a paragraph begin items of their own where line breaks were lost, or where the parts have units
/// and times of their own (一是…。责任科室：…。二是…。责任科室：…。).
enum InnerNumbers {
  /// The paragraph in pieces; itself where nothing begins inside.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard paragraph.count > 12 else { return [paragraph] }
    let hasPairs =
      LabelReading.labels(in: paragraph).count {
        switch $0.kind {
        case .lead, .person, .leader: true
        default: false
        }
      } >= 2
    var starts = [0]
    var last: [Marker.Kind: Int] = [:]
    if let marker = Marker(paragraph.scalars) { last[marker.kind] = marker.value }
    for place in 1..<paragraph.count {
      let before = paragraph.scalars[place - 1]
      let isAfterSentence =
        before.isSentenceEnd || before.isClosing && place > 1 && paragraph.scalars[place - 2].isSentenceEnd
      let isAfterMark = isAfterSentence || (before.isSemicolon || before.isColon)
      guard isAfterMark || paragraph.gaps[place] || !before.isHan && !before.isFigure else { continue }
      guard let marker = Marker(paragraph.scalars, at: place) else { continue }
      let isNext = marker.value == (last[marker.kind] ?? 0) + 1
      let begins: Bool =
        switch marker.kind {
        case .chineseInBrackets: isNext && (isAfterSentence || paragraph.gaps[place])
        case .counted: hasPairs && isAfterMark && isNext
        case .figure: isNext && (marker.value > 1 ? isAfterSentence : hasPairs && isAfterMark)
        case .figureInBrackets, .circled: hasPairs && isNext && isAfterMark
        default: false
        }
      guard begins else { continue }
      starts.append(place)
      last[marker.kind] = marker.value
    }
    guard starts.count > 1 else { return [paragraph] }
    return starts.enumerated().map { index, start in
      paragraph.slice(start..<(index + 1 < starts.count ? starts[index + 1] : paragraph.count))
    }
  }
}
