import Pinyin

/// Reads the filter language: words, `key:value`, `@名称`, `not`, `or`, parentheses; words beside each other must all hold.
///
///     try FilterReader.read("unit:党办 状态:逾期", context)  // .and(.unit("党办"), .part(.overdue))
package struct FilterReader {
  private var tokens: [Token]
  private var place = 0
  let context: FilterContext
  /// Saved filters that are being read: none of them can name itself.
  private var views: Set<String> = []

  private enum Token: Equatable {
    case open, close
    case word(String, isQuoted: Bool)
  }

  private static let deepest = 64
  /// Most characters of a filter: more are no question that anybody asks, and would be looked for in every row.
  package static let longest = 10_000

  /// The filter that `text` says.
  package static func read(_ text: String, _ context: FilterContext) throws(FilterError) -> Filter {
    try read(text, context, within: [])
  }

  private static func read(
    _ text: String, _ context: FilterContext, within views: Set<String>
  ) throws(FilterError) -> Filter {
    guard text.utf8.count <= longest * 3, text.count <= longest else { throw .tooLong(most: longest) }
    var reader = FilterReader(tokens: tokens(in: text), context: context, views: views)
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
    var rest = text[...]
    while let character = rest.popFirst() {
      if let mark = quote {
        // Doubled, it is a mark in the words.
        if character != mark {
          word.append(character)
        } else if rest.first == mark {
          word.append(character)
          rest.removeFirst()
        } else {
          quote = nil
        }
        continue
      }
      switch character {
      case "\"", "“":
        quote = character == "“" ? "”" : character
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

  private enum Keyword {
    case and, or, not
    var names: [String] {
      switch self {
      case .and: ["and", "且"]
      case .or: ["or", "或"]
      case .not: ["not", "非"]
      }
    }
  }

  private func sees(_ keyword: Keyword) -> Bool {
    guard place < tokens.count, case .word(let word, false) = tokens[place] else { return false }
    return keyword.names.contains(word.lowercased())
  }

  private mutating func alternatives(depth: Int) throws(FilterError) -> Filter {
    guard depth < FilterReader.deepest else { throw .tooDeep }
    var filters = [try sequence(depth: depth)]
    while sees(.or) {
      place += 1
      guard place < tokens.count, tokens[place] != .close else { throw .unfinished("or") }
      filters.append(try sequence(depth: depth))
    }
    return FilterReader.joined(filters[...], Filter.or)
  }

  private mutating func sequence(depth: Int) throws(FilterError) -> Filter {
    var filters: [Filter] = []
    while place < tokens.count, tokens[place] != .close, !sees(.or) {
      if sees(.and) {
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
    if sees(.not) {
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
      if isQuoted { return .words(word) }
      if word.hasPrefix("@"), word.count > 1 { return try view(String(word.dropFirst())) }
      guard let colon = word.firstIndex(of: ":"), colon != word.startIndex else { return plain(word) }
      return try pair(String(word[..<colon]), String(word[word.index(after: colon)...]))
    }
  }

  /// The filter that was saved under a name.
  private func view(_ name: String) throws(FilterError) -> Filter {
    guard let found = context.views.first(where: { $0.name == name }) else {
      throw .unknownView(name, all: context.views.map(\.name))
    }
    guard !views.contains(name) else { throw .tooDeep }
    return try FilterReader.read(found.filter, context, within: views.union([name]))
  }
}
