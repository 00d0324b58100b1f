import Pinyin

/// Reads the filter language: words, `key:value`, `not`, `or`, parentheses; words beside each other must all hold.
///
///     try FilterReader.read("unit:党办 is:逾期")  // .and(.unit("党办"), .part(.overdue))
package struct FilterReader {
  private var tokens: [Token]
  private var place = 0

  private enum Token: Equatable {
    case open, close
    case word(String, isQuoted: Bool)
  }

  private static let deepest = 64

  /// The filter that `text` says.
  package static func read(_ text: String) throws(FilterError) -> Filter {
    var reader = FilterReader(tokens: tokens(in: text))
    guard !reader.tokens.isEmpty else { return .all }
    let filter = try reader.alternatives(depth: 0)
    guard reader.place == reader.tokens.count else { throw .unbalanced }
    return filter
  }

  private static func tokens(in text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var isQuoted = false
    var quote: Character?
    func flush() {
      if !word.isEmpty || isQuoted { tokens.append(.word(word, isQuoted: isQuoted)) }
      word = ""
      isQuoted = false
    }
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil } else { word.append(character) }
        continue
      }
      switch character {
      case "\"":
        quote = character
        // A quotation mark behind a key belongs to its value: campaign:"a b".
        isQuoted = isQuoted || word.isEmpty
      case "(", "（":
        flush()
        tokens.append(.open)
      case ")", "）":
        flush()
        tokens.append(.close)
      case "：": word.append(":")
      case _ where character.isWhitespace: flush()
      default: word.append(character)
      }
    }
    flush()
    return tokens
  }

  private func sees(_ keyword: String) -> Bool {
    guard place < tokens.count, case .word(let word, false) = tokens[place] else { return false }
    return word.lowercased() == keyword
  }

  private mutating func alternatives(depth: Int) throws(FilterError) -> Filter {
    guard depth < FilterReader.deepest else { throw .tooDeep }
    var filters = [try sequence(depth: depth)]
    while sees("or") {
      place += 1
      guard place < tokens.count, tokens[place] != .close else { throw .unfinished("or") }
      filters.append(try sequence(depth: depth))
    }
    return FilterReader.joined(filters[...], Filter.or)
  }

  private mutating func sequence(depth: Int) throws(FilterError) -> Filter {
    var filters: [Filter] = []
    while place < tokens.count, tokens[place] != .close, !sees("or") {
      if sees("and") {
        place += 1
        continue
      }
      filters.append(try term(depth: depth))
    }
    guard !filters.isEmpty else { throw .unfinished("or") }
    return FilterReader.joined(filters[...], Filter.and)
  }

  /// Filters joined in halves: one on top of the other, a page of words would exhaust the stack.
  private static func joined(_ filters: ArraySlice<Filter>, _ join: (Filter, Filter) -> Filter) -> Filter {
    guard filters.count > 1 else { return filters.first ?? .all }
    let middle = filters.startIndex + filters.count / 2
    return join(joined(filters[..<middle], join), joined(filters[middle...], join))
  }

  private mutating func term(depth: Int) throws(FilterError) -> Filter {
    if sees("not") {
      place += 1
      guard place < tokens.count, tokens[place] != .close else { throw .unfinished("not") }
      guard depth < FilterReader.deepest else { throw .tooDeep }
      var inner = self
      let filter = try inner.term(depth: depth + 1)
      self = inner
      return .not(filter)
    }
    let token = tokens[place]
    place += 1
    switch token {
    case .open:
      guard place < tokens.count, tokens[place] != .close else { throw .unbalanced }
      let filter = try alternatives(depth: depth + 1)
      guard place < tokens.count, tokens[place] == .close else { throw .unbalanced }
      place += 1
      return filter
    case .close: throw .unbalanced
    case .word(let word, let isQuoted):
      guard !isQuoted, let colon = word.firstIndex(of: ":"), colon != word.startIndex else {
        return isQuoted ? .words(word) : FilterReader.plain(word)
      }
      return try FilterReader.pair(String(word[..<colon]), String(word[word.index(after: colon)...]))
    }
  }

  /// A word finds what has it or is read so, and what is in the state that lists call so: 逾期, 长期, behind.
  private static func plain(_ word: String) -> Filter {
    let found = PinyinSearch.isPossible(word) ? Filter.or(.words(word), .pinyin(word)) : .words(word)
    guard let state = try? state(word), state != .open else { return found }
    return .or(found, state)
  }

  private static let keys = [
    "unit", "missing", "lead", "campaign", "phase", "is", "light", "due", "tag", "leader", "stage",
  ]

  private static func pair(_ key: String, _ value: String) throws(FilterError) -> Filter {
    let name = key.lowercased()
    guard keys.contains(name) else {
      // 10:30 or 第一：… are words, not keys.
      guard name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return .words(key + ":" + value) }
      throw .unknownKey(key, nearest: nearest(to: name, among: keys))
    }
    guard !value.isEmpty else { throw .unfinished(key + ":") }
    switch name {
    case "unit": return .unit(value)
    case "missing": return .missing(value)
    case "lead": return .lead(value)
    case "campaign": return .campaign(value)
    case "phase": return .phase(value)
    case "tag": return .tag(value)
    case "leader": return .leader(value)
    case "light": return .light(try light(value))
    case "due": return .due(try due(value))
    case "stage": return .stage(try stage(value))
    default: return try state(value)
    }
  }

  /// What `is:` takes, as people are told of it.
  package static let states: [(zh: String, en: String)] =
    [("在办", "open"), ("草稿", "draft"), ("紧要", "urgent")]
    + Tally.Part.allCases.compactMap { part in
      part.filterWords.first { !$0.allSatisfy(\.isASCII) }.flatMap { zh in
        part.filterWords.first { $0.allSatisfy(\.isASCII) }.map { (zh, $0) }
      }
    } + [
      ("欠次", "short"), ("未达标", "failing"), ("待回顾", "review"), ("已延期", "extended"), ("延期待批", "pending"),
      ("应催", "chase"), ("批示待复", "instructed"), ("待前项", "waiting"), ("成员已办", "membersDone"), ("已办结", "done"),
      ("销号", "struckOff"),
    ]

  private static let conditionWords: [(String, Condition)] = [
    ("按时办结", .completed), ("逾期办结", .completedLate), ("duesoon", .dueSoon), ("due-soon", .dueSoon),
    ("soon", .dueSoon), ("late", .overdue), ("completed-late", .completedLate),
  ]

  private static func state(_ value: String) throws(FilterError) -> Filter {
    let word = value.lowercased()
    switch word {
    case "open", "在办": return .open
    case "membersdone", "成员已办", "成员均已办结": return .membersDone
    case "urgent", "紧要": return .urgent
    case "short", "欠次": return .short
    case "failing", "未达标": return .failing
    case "instructed", "批示待复", "待复": return .instructed
    case "waiting", "待前项": return .waiting
    case "review", "reviewdue", "待回顾": return .reviewDue
    case "extended", "已延期": return .extended
    case "pending", "延期待批", "待批": return .pending
    case "chase", "待催办", "应催": return .chase
    case "draft", "草稿": return .stage(.draft)
    case "done", "completed", "已办结": return .or(.stage(.completed), .stage(.struckOff))
    case "struckoff", "struck-off", "销号", "已销号": return .stage(.struckOff)
    default: break
    }
    if let part = Tally.Part.allCases.first(where: { $0.filterWords.contains(word) }) { return .part(part) }
    if let condition = Condition.allCases.first(where: { $0.rawValue.lowercased() == word }) {
      return .condition(condition)
    }
    if let (_, condition) = conditionWords.first(where: { $0.0 == word }) { return .condition(condition) }
    let allowed = FilterReader.states.map(\.en) + Condition.allCases.map(\.rawValue)
    throw .unknownValue(key: "is", value: value, allowed: allowed)
  }

  private static func stage(_ value: String) throws(FilterError) -> Stage {
    let words: [(String, Stage)] = [
      ("草稿", .draft), ("已立项", .registered), ("立项", .registered), ("已交办", .assigned), ("交办", .assigned),
      ("办理中", .inProgress), ("在办", .inProgress), ("待审核", .submitted), ("已办结", .completed), ("办结", .completed),
      ("已销号", .struckOff), ("销号", .struckOff), ("中止", .suspended), ("撤销", .cancelled),
    ]
    if let stage = Stage.allCases.first(where: { $0.rawValue.lowercased() == value.lowercased() }) {
      return stage
    }
    guard let found = words.first(where: { $0.0 == value }) else {
      throw .unknownValue(key: "stage", value: value, allowed: Stage.allCases.map(\.rawValue))
    }
    return found.1
  }

  private static func light(_ value: String) throws(FilterError) -> Light {
    let words: [String: Light] = [
      "红": .red, "红灯": .red, "黄": .yellow, "黄灯": .yellow, "绿": .green, "绿灯": .green, "无": .none,
    ]
    guard let light = Light(rawValue: value.lowercased()) ?? words[value] else {
      throw .unknownValue(key: "light", value: value, allowed: Light.allCases.map(\.rawValue))
    }
    return light
  }

  /// 2026, 2026-06, 2026-06-30, ..2026-06-30, 2026-06-01.., 2026-06-01..2026-06-30, 7d.
  private static func due(_ value: String) throws(FilterError) -> Filter.DueSpan {
    let allowed = ["7d", "2026-06", "2026-06-30", "..2026-06-30", "2026-06-01..", "2026-06-01..2026-06-30"]
    if value.hasSuffix("d"), let days = Int(value.dropLast()), (0...36_500).contains(days) {
      return Filter.DueSpan(days: days)
    }
    if let mark = value.firstRange(of: "..") {
      let (left, right) = (String(value[..<mark.lowerBound]), String(value[mark.upperBound...]))
      let (first, last) = (span(left), span(right))
      if (left.isEmpty || first != nil) && (right.isEmpty || last != nil), !(left.isEmpty && right.isEmpty) {
        return Filter.DueSpan(from: first?.0, through: last?.1)
      }
    } else if let (first, last) = span(value) {
      return Filter.DueSpan(from: first, through: last)
    }
    throw .unknownValue(key: "due", value: value, allowed: allowed)
  }

  private static func span(_ text: String) -> (Day, Day)? {
    if let day = Day(iso: text) { return (day, day) }
    if let first = Day(iso: text + "-01") { return (first, first.lastOfMonth) }
    if let first = Day(iso: text + "-01-01"), let last = Day(iso: text + "-12-31") { return (first, last) }
    return nil
  }
}

extension Tally.Part {
  /// What `is:` calls its rows beside the words of conditions: those of the numbers on top.
  fileprivate var filterWords: [String] {
    switch self {
    case .overdue: ["逾期"]
    case .dueSoon: ["临期"]
    case .behind: ["behind", "滞后", "进度滞后", "严重滞后"]
    case .short: ["quota", "次数不足"]
    case .normal: ["正常"]
    case .completed: ["办结"]
    case .standing: ["长期"]
    case .recurring: ["周期"]
    case .unscheduled: ["待定"]
    case .suspended: ["中止"]
    case .cancelled: ["撤销"]
    }
  }
}
