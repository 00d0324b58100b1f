/// Finds where times stand in words and what they say, days not yet filled in.
struct TimeFinder {
  let mode: TimeReader.Mode

  /// Whether the words are a time, so that all of them must be accounted for.
  var isExpression: Bool { mode != .sentence }
  /// Whether somebody says them, today.
  private var isSaid: Bool { mode == .expression }

  /// The times in the words, one after another.
  func times(in words: TimeWords) -> [TimeFinding] {
    var scanner = TimeScanner(words)
    var found: [TimeFinding] = []
    var clauseStart = 0
    while !scanner.isAtEnd {
      let start = scanner.place
      if isExpression || scanner.mayBeginTime, let finding = finding(at: &scanner, clauseStart: clauseStart) {
        while let last = found.last, last.range.overlaps(finding.range) { found.removeLast() }
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
    return found
  }

  /// The time that begins at the place, if any.
  private func finding(at scanner: inout TimeScanner, clauseStart: Int) -> TimeFinding? {
    let start = scanner.place
    scanner.gaps = []
    func made(_ meaning: TimeFinding.Meaning, from place: Int? = nil) -> TimeFinding {
      let range = (place ?? start)..<scanner.place
      return TimeFinding(range: range, meaning: meaning, gaps: scanner.gaps)
    }
    if let quota = scanner.takeQuota() {
      var finding = made(.quota(quota))
      finding.notes = scanner.clocks(in: finding.range).map { .clock(String(scanner.characters[$0])) }
      return finding
    }
    if isSaid, let span = scanner.takeAddition() ?? scanner.takeComing() {
      return made(.counted(.spoken, span, .within))
    }
    if let span = scanner.takeSpan() {
      let event = event(before: start, clauseStart, scanner) ?? receipt(before: start, clauseStart, scanner)
      if span.unit == .year, !isSaid, event == nil { return made(.length) }
      var finding = made(.counted(base(event), span, .within), from: event?.place)
      finding.notes = hours(in: finding.range, scanner)
      return finding
    }
    if let finding = countFinding(at: &scanner, clauseStart: clauseStart) { return finding }
    if let total = scanner.takeYearlyTotal() {
      return made(.quota(Quota(times: total.times, upTo: total.upTo, unit: total.unit, per: .year)))
    }
    if scanner.takeDuration() { return made(.length) }
    if let (event, year) = scanner.takeNamedPeriod(inRunningText: !isExpression) {
      return made(.event(event, year: year))
    }
    if let fixed = scanner.takeFixed(allowsRelativeDays: isExpression) {
      var finding = made(fixed)
      finding.notes = laterFeasts(in: finding, scanner)
      return finding
    }
    if scanner.takeStanding() { return made(.standing) }
    if let event = scanner.takeImmediate() { return made(.event(event, year: nil)) }
    // 待定 says no time; in a document it is something that is still to come.
    if isSaid, scanner.takeVague() { return made(.noTime) }
    if let event = scanner.takeUnsettled() { return made(.event(event, year: nil)) }
    return isExpression && scanner.takeVague() ? made(.noTime) : nil
  }

  /// 会议召开|5日前, 20天后: counted from the event before it, or from the day on which it is said.
  private func countFinding(at scanner: inout TimeScanner, clauseStart: Int) -> TimeFinding? {
    let start = scanner.place
    if let span = scanner.takeSpanBefore() {
      if let event = happening(before: start, clauseStart, scanner) {
        let binding = EventBinding(name: event.name, side: .before, within: span)
        return TimeFinding(range: event.place..<scanner.place, meaning: .event(binding, year: nil))
      }
      // 5日前 without an event is a day of the month, 三天前 is over.
      scanner.place = start
      return nil
    }
    if isSaid, let span = scanner.takeSpanAfter() {
      let range = start..<scanner.place
      return TimeFinding(
        range: range, meaning: .counted(.spoken, span, .from), notes: hours(in: range, scanner))
    }
    return nil
  }

  /// 中秋、国庆前 is two times: the first counts, the second is told.
  private func laterFeasts(in finding: TimeFinding, _ scanner: TimeScanner) -> [TimeNote] {
    guard case .fixed(let point, .by) = finding.meaning, point.isFeast else { return [] }
    let parts = scanner.characters[finding.range].split { "、和及与".contains($0) }
    return parts.count > 1 ? [.severalTimes(parts.dropFirst().map { String($0) })] : []
  }

  /// Hours are counted as whole days, which is said: 2小时内.
  private func hours(in range: Range<Int>, _ scanner: TimeScanner) -> [TimeNote] {
    let words = String(scanner.characters[range])
    return words.hasSuffix("小时内") || words.contains("小时后") || words.contains("小时之") || words.contains("小时以")
      ? [.clock(words)] : []
  }

  private func base(_ event: (binding: EventBinding, place: Int)?) -> TimeFinding.Base {
    guard let event else { return .reference }
    if TimeScanner.isIssue(event.binding.name) { return .issue }
    if let period = periodThatEnds(event.binding) { return .point(period) }
    return .event(event.binding, year: nil)
  }

  /// 年度结束, 季度终了: the end of the period itself.
  private func periodThatEnds(_ event: EventBinding) -> TimePoint? {
    guard event.side == .after, let ending = ["结束", "终了", "期满"].first(where: event.name.hasSuffix) else {
      return nil
    }
    switch event.name.dropLast(ending.count) {
    case "年度", "年", "本年", "本年度", "全年": return TimePoint(part: .year)
    case "季度", "季", "本季度": return TimePoint(part: .quarter(0))
    case "月度", "月", "本月", "当月": return TimePoint(part: .month(.relative(0)))
    default: return nil
    }
  }

  /// The event that stands right before a length of time, and where it begins: 考试结束后|5个工作日内.
  private func event(before place: Int, _ clauseStart: Int, _ scanner: TimeScanner) -> (
    binding: EventBinding, place: Int
  )? {
    var start = clauseStart
    if start == place, place > 0, scanner.characters[place - 1] == "，" {
      start = scanner.characters[..<(place - 1)].lastIndex { "，。；：".contains($0) }.map { $0 + 1 } ?? 0
    }
    var end = place
    while end > start, "，的".contains(scanner.characters[end - 1]) { end -= 1 }
    guard end > start else { return nil }
    start = scanner.startOfName(from: start, to: end)
    let words = String(scanner.characters[start..<end])
    let endings = ["之日起", "之日", "当日起", "以后", "之后", "后", "起", "之前", "以前", "前"]
    guard let ending = endings.first(where: words.hasSuffix) else { return nil }
    let name = EventBinding.cleaned(String(words.dropLast(ending.count)))
    let side = ending.hasSuffix("前") ? EventBinding.Side.before : .after
    return TimeScanner.isName(name) ? (EventBinding(name: name, side: side), start) : nil
  }

  /// 收到通知|3日内, 交办|5日内: an event without 后.
  private func receipt(before place: Int, _ clauseStart: Int, _ scanner: TimeScanner) -> (
    binding: EventBinding, place: Int
  )? {
    guard isExpression, let (name, start) = happening(before: place, clauseStart, scanner),
      TimeScanner.isHappening(name) || name.hasPrefix("收到") || name.hasPrefix("接到")
    else { return nil }
    return (EventBinding(name: name, side: .after), start)
  }

  /// What happens in the words right before 5日前; where the words are a time, any name will do.
  private func happening(before place: Int, _ clauseStart: Int, _ scanner: TimeScanner) -> (
    name: String, place: Int
  )? {
    var start = clauseStart
    while start < place, isExpression || "在于请待".contains(scanner.characters[start]) {
      let silent = SilentWords.length(at: start, in: scanner.characters)
      guard silent > 0, start + silent < place else { break }
      start += silent
    }
    guard start < place else { return nil }
    let name = EventBinding.cleaned(String(scanner.characters[start..<place]))
    guard TimeScanner.isHappening(name) || isExpression && TimeScanner.isName(name) && name.count > 1 else {
      return nil
    }
    if isExpression, SilentWords.length(at: start, in: scanner.characters) == place - start { return nil }
    return (name, start)
  }

  /// An event in words that hold no other time: 党的十八大召开前.
  func eventFinding(in words: TimeWords) -> TimeFinding? {
    var scanner = TimeScanner(words)
    while !scanner.isAtEnd {
      let start = scanner.place
      if let event = scanner.takeEventWords(limit: 30, anyName: isExpression && words.characters.count <= 24)
      {
        return TimeFinding(range: start..<scanner.place, meaning: .event(event, year: nil))
      }
      guard let next = scanner.characters[scanner.place...].firstIndex(where: { "，。；：".contains($0) }) else {
        break
      }
      scanner.place = next + 1
    }
    return nil
  }

  /// Events count beside other times only where the words name one that happens and there is a quota or nothing
  /// else; an explicit date beside an event wins (docs/decisions/time-rules.md).
  func withEvents(_ found: [TimeFinding], _ words: TimeWords) -> [TimeFinding] {
    let isNothing = found.allSatisfy { $0.meaning == .noTime || $0.meaning == .standing && !isExpression }
    if isNothing, let event = eventFinding(in: words) { return [event] }
    guard found.allSatisfy({ if case .quota = $0.meaning { true } else { false } }) else { return found }
    var scanner = TimeScanner(words)
    let start = scanner.place
    guard let event = scanner.takeEventWords(limit: 30),
      !found.contains(where: { $0.range.overlaps(start..<scanner.place) })
    else { return found }
    return found + [TimeFinding(range: start..<scanner.place, meaning: .event(event, year: nil))]
  }
}
