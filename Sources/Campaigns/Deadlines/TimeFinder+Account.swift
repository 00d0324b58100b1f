extension TimeFinder {
  /// The findings that hold once every character is accounted for, and a note of what could not be read.
  func accounted(_ findings: [TimeFinding], _ words: TimeWords) -> (
    findings: [TimeFinding], notes: [TimeNote]
  ) {
    let findings = withEvents(findings, words)
    return isExpression ? wholly(findings, words) : inClause(findings, words)
  }

  /// Where the words are a time: what is left over is told; a time that it changes is an event, another time's object, or none.
  private func wholly(_ findings: [TimeFinding], _ words: TimeWords) -> ([TimeFinding], [TimeNote]) {
    let account = TimeAccount(words: words)
    var kept = findings.filter { $0.meaning != .noTime }
    let rests = account.rests(of: kept)
    let changed = kept.indices.filter { place in
      let finding = kept[place]
      return eventBehind(finding, words) != nil
        || account.tail(of: finding, rests).map { account.isChanged(finding, byTail: $0) } ?? false
        || account.lead(of: finding, rests).map { account.isChanged(finding, byLead: $0) } ?? false
        || account.isOfSomethingElse(finding, rests, beside: kept)
        || place > 0 && (finding.isObject || account.goesOn(finding, from: kept[place - 1]))
    }
    if changed.count == kept.count, let first = changed.first {
      kept = event(around: kept[first], rests, account).map { [$0] } ?? []
    } else {
      for place in changed.reversed() { kept.remove(at: place) }
    }
    if kept.isEmpty, !changed.isEmpty, let event = eventFinding(in: words) { kept = [event] }
    let left = account.rests(of: kept.isEmpty ? findings.filter { $0.meaning == .noTime } : kept)
    var notes: [TimeNote] = left.isEmpty ? [] : [.unread(account.texts(left))]
    if kept.isEmpty {
      notes += findings.filter { $0.meaning == .noTime }.map { .noTime(words.text($0.range)) }
    }
    return (kept, notes)
  }

  /// 2026年|龙舟赛前: what hangs on something that has no day of its own, the year kept. Without 前 or the like only what is left
  /// over makes the period an event (今年夏天).
  private func event(around finding: TimeFinding, _ rests: [Range<Int>], _ account: TimeAccount)
    -> TimeFinding?
  {
    guard let point = finding.openPoint,
      account.lead(of: finding, rests).map({ !account.isChanged(finding, byLead: $0) }) ?? true
    else { return nil }
    if let event = eventBehind(finding, account.words) { return event }
    let characters = account.words.characters
    guard let tail = account.tail(of: finding, rests), let first = characters[tail].first, point.isPeriod,
      !TimeScanner.isNumeral(first), !"或及个半末-.·/代".contains(first),
      TimeScanner.isName(String(characters[tail]))
    else { return nil }
    let (year, start) = TimeFinder.yearAndName(of: finding, point, from: tail.lowerBound, characters)
    let event = EventBinding(name: String(characters[start..<tail.upperBound]), side: .during)
    return TimeFinding(range: finding.range, meaning: .event(event, year: year))
  }

  /// The year in front of an event, and where the event's name begins: behind a year, else with the period before it.
  private static func yearAndName(
    of finding: TimeFinding, _ point: TimePoint, from end: Int, _ characters: [Character]
  ) -> (year: TimePoint.Year?, start: Int) {
    guard case .year = point.part, let year = point.year else { return (nil, finding.range.lowerBound) }
    // 2026年|度考核.
    return (year, end - (characters[end - 1] == "度" ? 1 : 0))
  }

  /// In running text the words around a time are about other things: only an event that stands right behind a period makes it
  /// something else (4月运动会前), and a rest that is a piece of a time is told.
  private func inClause(_ findings: [TimeFinding], _ words: TimeWords) -> ([TimeFinding], [TimeNote]) {
    var (kept, notes) = (findings, [TimeNote]())
    let account = TimeAccount(words: words)
    for place in kept.indices.dropFirst().reversed() where account.goesOn(kept[place], from: kept[place - 1])
    {
      notes.append(.unread([words.text(kept[place].range)]))
      kept.remove(at: place)
    }
    // 每月10日前报送|上月情况.
    for place in kept.indices.dropFirst().reversed() where kept[place].isObject && !kept[place - 1].isOpen {
      kept.remove(at: place)
    }
    for place in kept.indices {
      let finding = kept[place]
      if let event = eventBehind(finding, words) {
        kept[place] = event
      } else if let piece = pieceBehind(finding, words) {
        notes.append(.unread([words.text(piece)]))
      }
    }
    return (kept, notes)
  }

  /// 4月|运动会前, 6月30日|会议前: what hangs on an event that stands right behind a time which nothing closes.
  private func eventBehind(_ finding: TimeFinding, _ words: TimeWords) -> TimeFinding? {
    guard let point = finding.openPoint, isExpression || point.isPeriod else { return nil }
    let end = finding.range.upperBound
    guard end < words.characters.count, !",，。；：（".contains(words.characters[end]),
      isExpression || SilentWords.length(at: end, in: words.characters) == 0
    else { return nil }
    let (year, start) = TimeFinder.yearAndName(of: finding, point, from: end, words.characters)
    var scanner = TimeScanner(words, at: start)
    let limit = (isExpression ? 30 : 8) + end - start
    guard let event = scanner.takeEventWords(limit: limit, anyName: isExpression), scanner.place > end + 1,
      isExpression || event.side != .during || year != nil,
      !isExpression || TimeScanner.isName(String(words.characters[end..<scanner.place].dropLast())),
      scanner.isAtEnd || scanner.isMark(at: scanner.place)
        || SilentWords.length(at: scanner.place, in: words.characters) > 0
    else { return nil }
    return TimeFinding(range: finding.range.lowerBound..<scanner.place, meaning: .event(event, year: year))
  }

  /// 或, 及以, 半, a figure right behind a time that was not read with it.
  private func pieceBehind(_ finding: TimeFinding, _ words: TimeWords) -> Range<Int>? {
    let end = finding.range.upperBound
    guard end < words.characters.count, case .fixed = finding.meaning else { return nil }
    let rest = String(words.characters[end..<min(end + 3, words.characters.count)])
    guard ["或之", "或以", "及之", "及以", "末前", "初前", "半内", "半前"].contains(where: rest.hasPrefix) else { return nil }
    return end..<min(end + 3, words.characters.count)
  }
}

extension TimeFinding {
  /// Whether it is a day or period that nothing closes.
  fileprivate var isOpen: Bool { openPoint != nil }

  /// Whether it is what is reported rather than when, behind another time: 每月10日前报送|上月.
  fileprivate var isObject: Bool {
    guard let point = openPoint else { return false }
    switch point.part {
    case .month(.relative(let shift)?), .quarter(let shift), .week(let shift): return shift <= 0
    case .year: if case .relative(let shift)? = point.year { return shift <= 0 } else { return false }
    default: return false
    }
  }
}
