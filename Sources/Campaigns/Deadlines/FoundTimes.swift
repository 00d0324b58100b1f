/// Words with the times that stand in them. Where they stand depends on no year and no day of issue: the words are gone over
/// once, and may then be asked in several years, and stretch by stretch.
///
///     let times = FoundTimes("3月底前报送，10月再报", mode: .sentence)
///     TimeReader(TimeContext(year: 2013, calendar: calendar)).read(times).deadline.end   // 2013-03-31
///     TimeReader(TimeContext(year: 2013, calendar: calendar)).read(times.stretch(7..<12)).deadline.end   // 2013-10-31
package struct FoundTimes {
  let words: TimeWords
  /// How they were taken: a field that is too long for a time is running text.
  let mode: TimeReader.Mode
  /// The times that were found one after another.
  private let taken: [TimeFinding]
  /// Those that hold once every character is accounted for.
  let findings: [TimeFinding]
  /// What could not be read.
  let notes: [TimeNote]

  /// The longest that a time in words may be, in characters; a cell that is longer is running text.
  private static let longest = 400

  /// Finds the times in `text`.
  package init(_ text: String, mode: TimeReader.Mode) {
    let words = TimeWords(text)
    let isTooLong = mode != .sentence && words.characters.count > FoundTimes.longest
    if isTooLong, mode == .expression {
      self.init(words, mode, [], nothing: .unread([text]))
    } else if !isTooLong, mode != .sentence, let nothing = words.impossible {
      self.init(words, mode, [], nothing: .noSuchTime(nothing))
    } else {
      self.init(words, isTooLong ? .sentence : mode, nil)
    }
  }

  private init(
    _ words: TimeWords, _ mode: TimeReader.Mode, _ taken: [TimeFinding]?, nothing: TimeNote? = nil
  ) {
    let finder = TimeFinder(mode: mode)
    (self.words, self.mode, self.taken) = (words, mode, taken ?? finder.times(in: words))
    (findings, notes) = nothing.map { ([], [$0]) } ?? finder.accounted(self.taken, words)
  }

  /// How many characters the words have.
  package var count: Int { words.original.count }

  /// Where times stand in the words, in their order, counted in characters.
  package var spans: [Range<Int>] {
    findings.compactMap { finding in
      if case .noTime = finding.meaning { return nil }
      guard !finding.range.isEmpty else { return nil }
      return words.offsets[finding.range.lowerBound]..<words.offsets[finding.range.upperBound - 1] + 1
    }
  }

  /// A stretch of the words, as it would be read alone. Only where a time goes over its edge it is gone over again.
  package func stretch(_ range: Range<Int>) -> FoundTimes {
    let (part, place) = words.stretch(range)
    let inside = place..<place + part.characters.count
    let first = taken.firstPlace { $0.range.upperBound > inside.lowerBound }
    let near = taken[first...].prefix { $0.range.lowerBound < inside.upperBound }
    let isApart = near.allSatisfy { inside.contains($0.range) }
    return FoundTimes(part, mode, isApart ? near.map { $0.moved(by: -place) } : nil)
  }
}

extension Array {
  /// The first place whose element does, where all behind it do.
  func firstPlace(where does: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if does(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
