import ChineseNumerals

/// What counts paragraphs: numbers, stretches of a campaign, records.
enum NumberForm: Hashable {
  case number(Marker.Kind)
  /// 第一阶段
  case stage
  /// 问题一：
  case record

  /// From the outermost to the innermost.
  static let all: [NumberForm] = [
    .number(.chapter), .number(.chinese), .stage, .number(.chineseInBrackets), .record, .number(.figure),
    .number(.figureInBrackets), .number(.circled),
  ]

  /// Whether it mostly counts parts of one paragraph.
  var isOfParts: Bool {
    switch self {
    case .number(let kind): kind > .compound
    case .stage, .record: false
    }
  }

  /// Whether its numbers may run on over headings.
  var isInner: Bool { self == .number(.figure) || self == .record || isOfParts }

  /// A number in a paragraph.
  struct Place {
    let place: Int
    let value: Int
  }

  /// The numbers of a paragraph by their form, those in brackets left out.
  static func places(in words: Passage) -> [NumberForm: [Place]] {
    var found: [NumberForm: [Place]] = [:]
    // Where the bracket begins that is open; one that is never closed ends nothing.
    var opening: Int?
    for (place, scalar) in words.scalars.enumerated() {
      if opening.map({ place - $0 > 200 }) ?? true, mayBegin(scalar),
        let (form, value) = number(in: words, at: place)
      {
        found[form, default: []].append(Place(place: place, value: value))
      }
      if scalar.isOpening {
        opening = opening ?? place
      } else if scalar.isClosing {
        opening = nil
      }
    }
    return found
  }

  private static func number(in words: Passage, at place: Int) -> (NumberForm, Int)? {
    if let marker = Marker(words.scalars, at: place) { return (.number(marker.kind), marker.value) }
    if StageHeading.firsts.contains(words.scalars[place]),
      let stage = StageHeading(words.slice(place..<min(place + 12, words.count)))
    {
      return (.stage, stage.value)
    }
    return LabelReading.recordNumber(words.scalars, at: place).map { (.record, $0) }
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isFigure || scalar.isOpening || StageHeading.firsts.contains(scalar)
      || ChineseNumber.worth(of: scalar) != nil
      || (0x2460...0x32FF).contains(scalar.value) || LabelReading.recordFirsts.contains(scalar)
  }
}
