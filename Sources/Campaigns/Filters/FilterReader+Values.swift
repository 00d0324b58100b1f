import Pinyin

extension FilterReader {
  /// A word finds what has it or is read so, what is in the state that lists call so (逾期, 长期, behind), and what concerns the
  /// unit of that name, through its collectives too.
  func plain(_ word: String) -> Filter {
    var found = Filter.words(word)
    if PinyinSearch.isPossible(word) { found = .or(found, .pinyin(word)) }
    if let state = FilterWord.states.first(where: { $0.names.contains(word.lowercased()) }),
      state.filter != .open
    {
      found = .or(found, state.filter)
    }
    return .or(found, .namedUnit(word))
  }

  /// What `key:value` asks for.
  func pair(_ name: String, _ value: String) throws(FilterError) -> Filter {
    guard let key = FilterKey(named: name) else {
      // 10:30 is a time of the day, and no key.
      guard name.allSatisfy(\.isLetter) else { return .words(name + ":" + value) }
      throw .unknownKey(name, nearest: nearest(to: name.lowercased(), among: FilterKey.names))
    }
    guard !value.isEmpty else { throw .unfinished(name + ":") }
    if case .word(let words) = key.value {
      if let word = words.first(where: { $0.names.contains(value.lowercased()) }) { return word.filter }
      throw .unknownValue(
        key: key, value: value, nearest: nearest(to: value.lowercased(), among: words.flatMap(\.names)))
    }
    return switch key {
    case .unit: .unit(value)
    case .missing: .missing(value)
    case .lead: .lead(value)
    case .campaign: .campaign(value)
    case .phase: .phase(value)
    case .tag: .tag(value)
    case .leader: .leader(value)
    case .due: .due(try span(value, .due))
    case .updated: .updated(try span(value, .updated))
    case .since: .updated(Filter.DueSpan(from: try span(value, .since).from))
    case .is, .stage, .light: .all
    }
  }

  /// Days: 2026, 2026-06, 2026-06-30, ..2026-06-30, 2026-06-01.., 7d, week, and all that time readers know: 本周, 12月下旬.
  private func span(_ value: String, _ key: FilterKey) throws(FilterError) -> Filter.DueSpan {
    if value.hasSuffix("d"), let days = Int(value.dropLast()), (0...36_500).contains(days) {
      // Of what lies ahead the days to come, of what was recorded those gone by.
      if key == .due { return Filter.DueSpan(days: days) }
      return Filter.DueSpan(from: context.today - days, through: context.today)
    }
    guard let mark = value.firstRange(of: "..") else { return try days(value, value, key) }
    let (left, right) = (String(value[..<mark.lowerBound]), String(value[mark.upperBound...]))
    let from = left.isEmpty ? nil : try days(left, value, key)
    let through = right.isEmpty ? nil : try days(right, value, key)
    guard from != nil || through != nil else { throw .unknownTime(key: key, value: value, notes: []) }
    return Filter.DueSpan(from: from.flatMap { $0.from ?? $0.through }, through: through?.through)
  }

  /// English words for days that Chinese ones say.
  private static let spoken = [
    "today": "今天", "yesterday": "昨天", "tomorrow": "明天", "week": "本周", "last-week": "上周", "next-week": "下周",
    "month": "本月", "last-month": "上月", "next-month": "下月", "quarter": "本季度", "year": "本年",
    "last-working-day": "上个工作日",
  ]

  private func days(_ text: String, _ value: String, _ key: FilterKey) throws(FilterError) -> Filter.DueSpan {
    if let day = Day(iso: text) { return Filter.DueSpan(from: day, through: day) }
    if let first = Day(iso: text + "-01") { return Filter.DueSpan(from: first, through: first.lastOfMonth) }
    if let first = Day(iso: text + "-01-01"), let last = Day(iso: text + "-12-31") {
      return Filter.DueSpan(from: first, through: last)
    }
    let today = context.today
    let words = FilterReader.spoken[text.lowercased()] ?? text
    if words == "上个工作日" || words == "上一工作日" {
      let day = context.calendar.day(1, workingDaysBefore: today)
      return Filter.DueSpan(from: day, through: day)
    }
    let reading = TimeReader(TimeContext(year: today.year, from: today, calendar: context.calendar)).read(
      words)
    guard reading.isWhole, let end = reading.deadline.end else {
      throw .unknownTime(key: key, value: value, notes: reading.notes)
    }
    // 5个工作日内 counts from today; 4月20日前 has no beginning.
    let isCounted = reading.notes.contains { if case .countedFrom = $0 { true } else { false } }
    return Filter.DueSpan(from: reading.deadline.start ?? (isCounted ? today : nil), through: end)
  }
}
