import TerminalFrames
import Wording

/// Pages of help, laid out for a terminal of 80 columns by the columns that characters take.
struct HelpText {
  /// What a page consists of.
  enum Part {
    case words(String)
    /// What can be typed, and what it does.
    case examples([(line: String, words: String)])
    case rows(String?, [(label: String, words: String)])
  }

  static let columns = 80
  /// Where the words of a row begin.
  private static let indent = 26
  private static let width = DisplayWidth()

  /// Without the spaces that a line may end with where it is broken.
  private static func wrapped(_ text: String, to columns: Int) -> [String] {
    width.wrapped(text, to: columns).map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  static func text(_ parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): wrapped(words, to: columns).joined(separator: "\n")
      case .examples(let examples): lines(examples).joined(separator: "\n")
      case .rows(let title, let rows):
        ([title].compactMap(\.self) + rows.flatMap(lines)).joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// Words beside what is typed where all have room there, else below it.
  private static func lines(_ examples: [(line: String, words: String)]) -> [String] {
    let longest = examples.map { width.columns($0.line) }.max() ?? 0
    let room = columns - longest - 2
    let isBeside = examples.allSatisfy { width.columns($0.words) <= room }
    return examples.flatMap { line, words in
      if words.isEmpty { return [line] }
      return isBeside
        ? [width.fitted(line, to: longest) + "  " + words]
        : [line] + wrapped(words, to: columns - 4).map { "    " + $0 }
    }
  }

  private static func lines(_ row: (label: String, words: String)) -> [String] {
    let label = "  " + row.label
    let words = row.words.isEmpty ? [] : wrapped(row.words, to: columns - indent)
    let below = words.map { String(repeating: " ", count: indent) + $0 }
    guard width.columns(label) < indent, let first = words.first else {
      return hanging(label, by: 8) + below
    }
    return [width.fitted(label, to: indent) + first] + below.dropFirst()
  }

  /// A line whose end, where it has no room, stands further in.
  static func hanging(_ line: String, by count: Int) -> [String] {
    guard width.columns(line) > columns else { return [line] }
    let lead = String(line.prefix { $0 == " " })
    let lines = wrapped(String(line.dropFirst(lead.count)), to: columns - max(count, lead.count))
    return lines.enumerated().map { ($0 == 0 ? lead : String(repeating: " ", count: count)) + $1 }
  }
}

extension HelpText {
  /// What the parser says of a command where it may take as many columns as it likes (`wide`), laid out, its own words in the
  /// language of the interface; nil where it is no help.
  static func laidOut(_ text: String, _ wording: Wording) -> String? {
    guard text.hasPrefix("OVERVIEW: "), let usage = text.firstRange(of: "\n\nUSAGE: ") else { return nil }
    let words = ParserWords(wording)
    var parts = overview(String(text[..<usage.lowerBound].dropFirst("OVERVIEW: ".count)), words)
    let chunks = text[usage.upperBound...].split(separator: "\n\n").map(String.init)
    let called = words.heading("USAGE") + words.usage(chunks.first ?? "")
    parts.append(.words(hanging(called, by: 6).joined(separator: "\n")))
    let named = (chunks.first ?? "").split(separator: " ").dropFirst().prefix {
      !"<[".contains($0.first ?? "<")
    }
    if named.count == 1, let topic = named.first.flatMap({ HelpTopic(rawValue: String($0)) }) {
      parts += topic.parts(wording)
    }
    var (own, common, rest) = ([Part](), [Part](), [Part]())
    for chunk in chunks.dropFirst() {
      let lines = chunk.split(separator: "\n").map(String.init)
      guard let title = lines.first, title.hasSuffix(":"), !title.hasPrefix(" ") else {
        // Of the whole program: what no command's page says.
        if chunk.contains("help <subcommand>") { rest.append(HelpTopic.list(wording)) }
        rest.append(.words(words.closing(chunk)))
        continue
      }
      let section = Part.rows(words.heading(String(title.dropLast())), rows(Array(lines.dropFirst()), words))
      // What every command has comes last.
      if words.isCommon(String(title.dropLast())) { common.append(section) } else { own.append(section) }
    }
    return HelpText.text(parts + own + common + rest) + "\n"
  }

  /// So wide that the parser breaks no line.
  static let wide = 100_000

  private static func overview(_ text: String, _ words: ParserWords) -> [Part] {
    let paragraphs = text.split(separator: "\n\n", maxSplits: 1).map(String.init)
    var parts: [Part] = [.words(words.heading("OVERVIEW") + (paragraphs.first ?? ""))]
    var examples: [(line: String, words: String)] = []
    for line in (paragraphs.dropFirst().first ?? "").split(separator: "\n").map(String.init) {
      if line.hasPrefix("duban ") {
        let gap = line.firstRange(of: "  ")
        let words = gap.map { line[$0.lowerBound...].drop { $0 == " " } } ?? ""
        examples.append((String(gap.map { line[..<$0.lowerBound] } ?? line[...]), String(words)))
      } else {
        if !examples.isEmpty { parts.append(.examples(examples)) }
        examples = []
        parts.append(.words(line))
      }
    }
    return parts + (examples.isEmpty ? [] : [.examples(examples)])
  }

  /// The parser's rows: two spaces, a label, and in its column, or on a line of its own, what it means.
  private static func rows(_ lines: [String], _ words: ParserWords) -> [(label: String, words: String)] {
    let gap = String(repeating: " ", count: indent)
    var rows: [(label: String, words: String)] = []
    for (number, line) in lines.enumerated() {
      if line.hasPrefix(gap) {
        guard let last = rows.indices.last else { continue }
        rows[last].words +=
          (rows[last].words.isEmpty ? "" : " ") + words.meaning(String(line.dropFirst(indent)))
        continue
      }
      let isAlone = lines.dropFirst(number + 1).first?.hasPrefix(gap) == true
      let label = isAlone ? line[...] : line.prefix(indent)
      let meaning = isAlone ? "" : String(line.dropFirst(indent))
      let isWhole = label.count < indent || label.last == " " || isAlone
      rows.append(
        isWhole
          ? (words.names(String(label).trimmed), words.meaning(meaning))
          : (words.names(line.trimmed), ""))
    }
    return rows
  }
}
