import Tables
import TerminalFrames
import Wording

/// What an answer looks like to people: parts as lines of text within the columns of a terminal, in colours where it has
/// them.
struct Page {
  let wording: Wording
  let width: DisplayWidth
  let columns: Int
  /// Columns that a table may take.
  let tableColumns: Int
  let isColoured: Bool
  /// Columns of a screen of which nothing is known.
  static let usual = 80

  func lines(_ part: Part) -> [String] {
    switch part {
    case .line(let text): [VisibleText.of(text)]
    case .cut(let text, let end): [cut(VisibleText.of(text), VisibleText.of(end))]
    case .words(let words): flowing(words)
    case .facts(let facts): facts.lines(width, columns: columns, wording).map(painted)
    case .table(let table, let isBare): lines(table, isBare)
    case .groups(let groups): lines(groups)
    }
  }

  private func cut(_ text: String, _ end: String) -> String {
    if end.isEmpty { return width.cut(text, to: columns) }
    return width.cut(
      width.fitted(text, to: max(1, columns - width.columns(end) - 2)) + "  " + end, to: columns)
  }

  /// Words two columns apart, a new line where one has no room.
  private func flowing(_ words: [Span]) -> [String] {
    var lines: [[Span]] = [[]]
    var used = 0
    for word in words {
      let word = Span(VisibleText.of(word.text), word.style)
      let size = width.columns(word.text)
      if used > 0, used + 2 + size > columns {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1] += used == 0 ? [word] : [Span("  "), word]
      used += (used == 0 ? 0 : 2) + size
    }
    return lines.map(painted)
  }

  private func lines(_ table: Table, _ isBare: Bool) -> [String] {
    let laidOut = TextTable(table, width: width, limit: tableColumns)
    return ((isBare ? [] : [laidOut.heading]) + table.rows.indices.map(laidOut.line)).map(painted)
  }

  /// One table, so that the columns of all groups stand under each other.
  private func lines(_ groups: [(title: String, table: Table)]) -> [String] {
    let laidOut = TextTable(Table(joining: groups.map(\.table)), width: width, limit: tableColumns)
    var (lines, next) = ([painted(laidOut.heading)], 0)
    for (title, table) in groups {
      lines += ["", width.cut(VisibleText.of(title), to: tableColumns)]
      lines += (next..<next + table.rows.count).map { painted(laidOut.line($0)) }
      next += table.rows.count
    }
    return lines
  }

  /// A line in the colours of its lights; without spaces at its end where nothing is coloured.
  private func painted(_ spans: [Span]) -> String {
    guard isColoured else {
      var text = Substring(spans.map(\.text).joined())
      while text.last == " " { text.removeLast() }
      return String(text)
    }
    return spans.map { Page.painted($0.text, $0.style) }.joined()
  }

  private static func painted(_ text: String, _ style: Style) -> String {
    switch style {
    case .overdue: "\u{1B}[31m\(text)\u{1B}[0m"
    case .dueSoon: "\u{1B}[33m\(text)\u{1B}[0m"
    case .normal: "\u{1B}[32m\(text)\u{1B}[0m"
    case .plain, .title, .dim, .selected, .focused, .key, .alert, .field: text
    }
  }
}
