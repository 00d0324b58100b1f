/// Accounts for every character of an expression: read, or known to say nothing of when, or left over. What is left over is
/// told; where it touches what was read, the answer must not be a narrower or wider day than was written.
struct TimeAccount {
  let words: TimeWords

  /// The stretches that no finding took and no silent word covers.
  func rests(of findings: [TimeFinding]) -> [Range<Int>] {
    var rests: [Range<Int>] = []
    var place = itemNumber
    let taken = findings.map(\.range)
    let gaps = findings.flatMap(\.gaps)
    while place < words.characters.count {
      if let range = taken.first(where: { $0.contains(place) }), !gaps.contains(where: { $0.contains(place) })
      {
        place =
          gaps.first { $0.lowerBound > place && $0.upperBound <= range.upperBound }?.lowerBound
          ?? range.upperBound
        continue
      }
      if let end = joint(at: place, taken) {
        place = end
        continue
      }
      let silent = max(SilentWords.length(at: place, in: words.characters), lead(at: place, taken))
      if silent > 0, !isInsideWord(place, silent, rests.last),
        !taken.contains(where: { place < $0.lowerBound && $0.lowerBound < place + silent })
      {
        place += silent
        continue
      }
      if let last = rests.last, last.upperBound == place {
        rests[rests.count - 1] = last.lowerBound..<place + 1
      } else {
        rests.append(place..<place + 1)
      }
      place += 1
    }
    return rests
  }

  /// Where the number of an item ends that the words begin with: 3．|2020年底前.
  private var itemNumber: Int {
    let figures = words.characters.prefix { TimeScanner.isDigit($0) }.count
    guard (1...2).contains(figures), words.characters.count > figures + 4,
      ".、".contains(words.characters[figures]),
      words.characters[(figures + 1)...].prefix(4).allSatisfy({ TimeScanner.isDigit($0) })
        || !TimeScanner.isNumeral(words.characters[figures + 1])
    else { return 0 }
    return figures + 1
  }

  /// How many characters right before a finding only lead up to it: 约|5月, 到|年底.
  private func lead(at place: Int, _ taken: [Range<Int>]) -> Int {
    for word in ["直到", "大约", "大概", "约", "到", "至", "自", "从", "由"]
    where words.characters[place...].starts(with: word) {
      return taken.contains { $0.lowerBound == place + word.count } ? word.count : 0
    }
    return 0
  }

  /// Where a word ends that does nothing but join two findings: 12月底|或|1月上旬.
  private func joint(at place: Int, _ taken: [Range<Int>]) -> Int? {
    guard taken.contains(where: { $0.upperBound == place }) else { return nil }
    for word in ["或者", "或", "和", "及", "与", "并", "且"] {
      let end = place + word.count
      guard words.characters[place...].starts(with: word), taken.contains(where: { $0.lowerBound == end })
      else { continue }
      return end
    }
    return nil
  }

  /// Whether what looks silent is the tail of a word that is left over and of one character (会议召开前 is told as a whole).
  private func isInsideWord(_ place: Int, _ length: Int, _ rest: Range<Int>?) -> Bool {
    guard length == 1, let rest, rest.upperBound == place else { return false }
    return !"，。；：、（）[]【】〔〕 的".contains(words.characters[place])
  }

  /// The rests as they were written.
  func texts(_ rests: [Range<Int>]) -> [String] { rests.map { words.text($0) } }

  /// The rest that ends where the finding begins.
  func lead(of finding: TimeFinding, _ rests: [Range<Int>]) -> Range<Int>? {
    rests.first { $0.upperBound == finding.range.lowerBound }
  }

  /// The rest that begins where the finding ends.
  func tail(of finding: TimeFinding, _ rests: [Range<Int>]) -> Range<Int>? {
    var end = finding.range.upperBound
    if words.characters.indices.contains(end), words.characters[end] == "的" { end += 1 }
    return rests.first { $0.lowerBound == end || $0.lowerBound == finding.range.upperBound }
  }

  /// Whether the words before a finding make it something else: 三六七年|一月一日, 世纪|80年, 犹太|新年, 近|三年.
  func isChanged(_ finding: TimeFinding, byLead lead: Range<Int>) -> Bool {
    guard let last = words.characters[lead].last, let first = words.characters[finding.range].first else {
      return false
    }
    // I2月 is not 2月.
    if last.isASCII, last.isLetter, TimeScanner.isDigit(first) { return true }
    // 农历年底, 丙午年底.
    if "历子丑寅卯辰巳午未申酉戌亥".contains(last), first == "年" { return true }
    if TimeScanner.isNumeral(last) || "年月第每半个近前后上下或世纪度季周旬初末底约不非未逾比含-.·/'".contains(last) { return true }
    switch finding.meaning {
    case .fixed(let point, _), .counted(.point(let point), _, _), .counted(.holidays(let point), _, _):
      switch point.part {
      case .feast, .day(nil, _), .lunar, .fromToday: return true
      case .year, .halfYear, .quarters, .quarter, .month, .months, .days, .day, .fiveYears, .week, .weekday,
        .bare, .edge, .ordinal:
        return false
      }
    case .holidays: return true
    case .counted(.reference, _, .from), .counted(.spoken, _, _), .counted(.issue, _, _), .fromIssue:
      return true
    case .range, .counted, .length, .quota, .standing, .event, .noTime: return false
    }
  }

  /// Whether the words behind a finding make it narrower or wider: 2026年|汛期前, 4月|考试周, 3月1日|或, 20天|左右半.
  func isChanged(_ finding: TimeFinding, byTail tail: Range<Int>) -> Bool {
    guard let first = words.characters[tail].first else { return false }
    if case .quota = finding.meaning { return false }
    // Behind 前 and the like words go on with what is to be done: 6月底前80%, 6月底前第一批完成.
    if finding.openPoint == nil { return isPieceOfTime(tail) }
    let isTimely = TimeScanner.isNumeral(first) || "年月日号周旬季度半个末底初或及前后之间起止代第以不未除-.·/".contains(first)
    if isTimely { return true }
    guard let point = finding.openPoint else { return false }
    // 五一路, 三八红旗手 are no feasts.
    if case .feast = point.part { return true }
    return point.isPeriod || hasSide(tail)
  }

  /// Whether a time stands in brackets right behind another: 每月（5日至10日）.
  private func isInBrackets(_ finding: TimeFinding, behind before: TimeFinding) -> Bool {
    before.range.upperBound + 1 == finding.range.lowerBound
      && words.characters[before.range.upperBound] == "（"
  }

  /// Whether the rest is nothing but a piece of a time, or begins with one: 或之后, 半年, 3个月, 第.
  private func isPieceOfTime(_ rest: Range<Int>) -> Bool {
    let words = String(self.words.characters[rest])
    if ["或之", "或以", "及之", "及以", "半年", "半月", "半天"].contains(where: words.hasPrefix) { return true }
    if rest.count == 1 {
      return TimeScanner.isNumeral(self.words.characters[rest.lowerBound])
        || "年月日号周旬季半个末底初或及前后之间起止代第以不未".contains(words)
    }
    var scanner = TimeScanner(self.words, at: rest.lowerBound)
    return scanner.takeLength() != nil
  }

  /// Whether a day is part of what stands behind it while another time says when: 按照3月1日|会议精神，6月底前落实.
  func isOfSomethingElse(_ finding: TimeFinding, _ rests: [Range<Int>], beside all: [TimeFinding]) -> Bool {
    guard finding.openPoint != nil, tail(of: finding, rests) != nil else { return false }
    return all.contains { $0.isFixed && $0.openPoint == nil }
  }

  /// Whether a time goes on with the quota before it rather than standing beside it: 每季度初|5个工作日内.
  func goesOn(_ finding: TimeFinding, from before: TimeFinding) -> Bool {
    guard case .quota = before.meaning, before.range.upperBound <= finding.range.lowerBound else {
      return false
    }
    if case .quota = finding.meaning { return false }
    // 每月一次，15日前 and 每季度一次（季末前） come round with the quota.
    if case .fixed(let point, _) = finding.meaning, point.lacksMonth || point.isSaidFromADay { return true }
    if isInBrackets(finding, behind: before) { return true }
    guard finding.meaning != .standing else { return false }
    var place = before.range.upperBound
    while place < finding.range.lowerBound {
      guard !"，。；（）".contains(words.characters[place]) else { return false }
      let silent = max(
        SilentWords.length(at: place, in: words.characters),
        "、和及与或至到-的".contains(words.characters[place]) ? 1 : 0)
      guard silent > 0 else { return false }
      place += silent
    }
    return true
  }

  /// Whether 前, 后, 期间 or the like stands at the end of the rest.
  private func hasSide(_ rest: Range<Int>) -> Bool {
    ["前", "后", "期间", "前夕", "之日", "起", "时", "当天", "当日"].contains {
      String(words.characters[rest]).hasSuffix($0)
    }
  }
}
