extension TimeReader {
  /// The findings that hold once every character is accounted for, and a note of what could not be read.
  func accounted(_ findings: [TimeFinding], _ words: TimeWords) -> (
    findings: [TimeFinding], notes: [TimeNote]
  ) {
    isExpression ? wholly(findings, words) : inClause(findings, words)
  }

  /// Where the words are a time: what is left over is told; a time that it changes is an event, another time's object, or none.
  private func wholly(_ findings: [TimeFinding], _ words: TimeWords) -> ([TimeFinding], [TimeNote]) {
    let account = TimeAccount(words: words)
    var kept = findings.filter { $0.meaning != .noTime }
    let rests = account.rests(of: kept)
    let changed = kept.indices.filter { place in
      let finding = kept[place]
      return account.tail(of: finding, rests).map { account.isChanged(finding, byTail: $0) } ?? false
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
    let left = account.rests(of: kept + findings.filter { $0.meaning == .noTime })
    var notes: [TimeNote] = left.isEmpty ? [] : [.unread(account.texts(left))]
    if kept.isEmpty {
      notes += findings.filter { $0.meaning == .noTime }.map { .noTime(words.text($0.range)) }
    }
    return (kept, notes)
  }

  /// 2026年|龙舟赛前: what hangs on something that has no day of its own, the year kept.
  private func event(around finding: TimeFinding, _ rests: [Range<Int>], _ account: TimeAccount)
    -> TimeFinding?
  {
    guard let point = finding.openPoint, let tail = account.tail(of: finding, rests),
      account.lead(of: finding, rests).map({ !account.isChanged(finding, byLead: $0) }) ?? true
    else { return nil }
    let characters = account.words.characters
    guard let first = characters[tail].first, !TimeScanner.isNumeral(first), !"或及个半末-.·/代".contains(first)
    else { return nil }
    var (year, start) = (TimePoint.Year?.none, finding.range.lowerBound)
    if case .year = point.part, let written = point.year {
      // 2026年|度考核.
      (year, start) = (written, tail.lowerBound - (characters[tail.lowerBound - 1] == "度" ? 1 : 0))
    }
    var scanner = TimeScanner(account.words, at: start)
    if let event = scanner.takeEventWords(limit: 30, anyName: true), scanner.place > tail.lowerBound {
      return TimeFinding(range: finding.range.lowerBound..<scanner.place, meaning: .event(event, year: year))
    }
    guard point.isPeriod, TimeScanner.isName(String(characters[tail])) else { return nil }
    let event = EventBinding(name: String(characters[start..<tail.upperBound]), side: .during)
    return TimeFinding(
      range: finding.range, meaning: .event(event, year: year))
  }

  /// In running text the words around a time are about other things: only an event that stands right behind a period makes it
  /// something else (4月运动会前), and a rest that is a piece of a time is told.
  private func inClause(_ findings: [TimeFinding], _ words: TimeWords) -> ([TimeFinding], [TimeNote]) {
    var (kept, notes) = (findings, [TimeNote]())
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

  private func eventBehind(_ finding: TimeFinding, _ words: TimeWords) -> TimeFinding? {
    guard let point = finding.openPoint, point.isPeriod else { return nil }
    let end = finding.range.upperBound
    var (year, start) = (TimePoint.Year?.none, finding.range.lowerBound)
    if case .year = point.part, let written = point.year { (year, start) = (written, end) }
    guard end < words.characters.count, SilentWords.length(at: end, in: words.characters) == 0 else {
      return nil
    }
    var scanner = TimeScanner(words, at: start)
    guard let event = scanner.takeEventWords(limit: 8 + end - start), event.side != .during || year != nil,
      scanner.place > end,
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
