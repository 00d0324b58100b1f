/// Reads what times in official documents mean (domain.md 4).
package struct TimeReader {
  /// How far the reader may go in taking words for times.
  package enum Mode: Sendable {
    /// The words are a time, as in a 完成时间 field or `duban when`.
    case expression
    /// The words are running text in which times may stand.
    case sentence
  }

  private let context: TimeContext
  private let mode: Mode

  /// A reader that knows `context`.
  package init(_ context: TimeContext, mode: Mode = .expression) {
    self.context = context
    self.mode = mode
  }

  /// What `text` means. Never fails: words that are no time give kind `none`.
  package func read(_ text: String) -> TimeReading {
    let words = TimeWords(text)
    if mode == .expression, let nothing = words.impossible {
      return TimeReading(deadline: Deadline(text: text), notes: [.noSuchDay(nothing)])
    }
    var assembly = TimeAssembly(words: words, context: context)
    return assembly.reading(of: findings(in: words), isExpression: mode == .expression)
  }

  /// Every time in the words, in order.
  func findings(in words: TimeWords) -> [TimeFinding] {
    var scanner = TimeScanner(words)
    var found: [TimeFinding] = []
    var clauseStart = 0
    while !scanner.isAtEnd {
      let start = scanner.place
      if mode == .expression || scanner.mayBeginTime,
        let finding = finding(at: &scanner, clauseStart: clauseStart)
      {
        found.append(finding)
        clauseStart = scanner.place
        if scanner.place == start { scanner.place += 1 }
        continue
      }
      if scanner.isMark(at: scanner.place) { clauseStart = scanner.place + 1 }
      // A number that is no time is passed as a whole: 13月 is not 3月.
      let isNumber = TimeScanner.isNumeral(scanner.peek())
      scanner.place += 1
      while isNumber, TimeScanner.isNumeral(scanner.peek()) { scanner.place += 1 }
    }
    if found.isEmpty || found.allSatisfy({ $0.meaning == .standing && mode == .sentence }) {
      if let event = eventFinding(in: words) { return [event] }
    }
    return withEvents(found, words)
  }

  /// The time that begins at the place, if any.
  private func finding(at scanner: inout TimeScanner, clauseStart: Int) -> TimeFinding? {
    let start = scanner.place
    func made(_ meaning: TimeFinding.Meaning) -> TimeFinding {
      TimeFinding(range: start..<scanner.place, meaning: meaning)
    }
    if let quota = scanner.takeQuota() { return made(.quota(quota)) }
    if let span = scanner.takeSpan() {
      if span.unit == .year, span.count > 1 || mode == .sentence,
        !hasEvent(before: start, clauseStart, scanner)
      {
        return made(.length)
      }
      return made(.within(span, after: event(before: start, clauseStart, scanner)))
    }
    if let total = scanner.takeYearlyTotal() {
      return made(.quota(Quota(times: total.times, upTo: total.upTo, unit: total.unit, per: .year)))
    }
    if scanner.takeLength() { return made(.length) }
    if let fixed = scanner.takeFixed(allowsRelativeDays: mode == .expression) { return made(fixed) }
    if scanner.takeStanding() { return made(.standing) }
    if let event = scanner.takeImmediate() { return made(.event(event)) }
    return nil
  }

  private func hasEvent(before place: Int, _ clauseStart: Int, _ scanner: TimeScanner) -> Bool {
    event(before: place, clauseStart, scanner) != nil
  }

  /// The event that stands right before a length of time: 考试结束后|5个工作日内.
  private func event(before place: Int, _ clauseStart: Int, _ scanner: TimeScanner) -> EventBinding? {
    var start = clauseStart
    if start == place, place > 0, scanner.characters[place - 1] == "，" {
      start = scanner.characters[..<(place - 1)].lastIndex { "，。；：".contains($0) }.map { $0 + 1 } ?? 0
    }
    var end = place
    while end > start, "，的".contains(scanner.characters[end - 1]) { end -= 1 }
    guard end > start else { return nil }
    let words = String(scanner.characters[start..<end])
    for ending in ["之日起", "之日", "当日起", "以后", "之后", "后", "起"] where words.hasSuffix(ending) {
      let name = EventBinding.cleaned(String(words.dropLast(ending.count)))
      return name.isEmpty ? nil : EventBinding(name: name, side: .after)
    }
    for ending in ["之前", "以前", "前"] where words.hasSuffix(ending) {
      let name = EventBinding.cleaned(String(words.dropLast(ending.count)))
      return name.isEmpty ? nil : EventBinding(name: name, side: .before)
    }
    return nil
  }

  /// An event in words that hold no other time: 党的十八大召开前.
  private func eventFinding(in words: TimeWords) -> TimeFinding? {
    var scanner = TimeScanner(words)
    while !scanner.isAtEnd {
      let start = scanner.place
      if let event = scanner.takeEventWords(
        limit: 30, anyName: mode == .expression && words.characters.count <= 24)
      {
        return TimeFinding(range: start..<scanner.place, meaning: .event(event))
      }
      guard let next = scanner.characters[scanner.place...].firstIndex(where: { "，。；：".contains($0) }) else {
        break
      }
      scanner.place = next + 1
    }
    return nil
  }

  /// Events count beside other times only where the words name one that happens and there is a quota or nothing
  /// else; an explicit date beside an event wins (domain.md 4).
  private func withEvents(_ found: [TimeFinding], _ words: TimeWords) -> [TimeFinding] {
    guard found.allSatisfy({ if case .quota = $0.meaning { true } else { false } }) else { return found }
    var scanner = TimeScanner(words)
    let start = scanner.place
    guard let event = scanner.takeEventWords(limit: 30),
      !found.contains(where: { $0.range.overlaps(start..<scanner.place) })
    else { return found }
    return found + [TimeFinding(range: start..<scanner.place, meaning: .event(event))]
  }
}
