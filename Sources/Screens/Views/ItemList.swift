import Campaigns
import Tables
import TerminalFrames

/// The lines of a list, those of tasks and the like made when they are looked at: a list may have a million of them.
struct ItemList: Sendable, ExpressibleByArrayLiteral {
  /// Lines that are made when they are asked for, each of which can be selected.
  struct Rows: Sendable {
    let count: Int
    /// What is selected with the line of a number.
    let id: @Sendable (Int) -> ItemID
    /// What Enter opens there.
    let opens: @Sendable (Int) -> Place?
    /// The number of the line with which something is selected; nil where there is none.
    let number: @Sendable (ItemID) -> Int?
    /// The table that they stand in, and the row of the first one.
    let table: Int
    let first: Int

    /// Some of them, in a row.
    func part(_ range: Range<Int>) -> Rows {
      let (lower, id, opens, number) = (range.lowerBound, id, opens, number)
      return Rows(
        count: range.count, id: { id(lower + $0) }, opens: { opens(lower + $0) },
        number: { item in number(item).flatMap { range.contains($0) ? $0 - lower : nil } }, table: table,
        first: first + lower)
    }
  }

  private enum Part: Sendable {
    /// Lines, and the places of those that can be selected.
    case lines([ListItem], selectable: [Int])
    case rows(Rows)

    var count: Int {
      switch self {
      case .lines(let lines, _): lines.count
      case .rows(let rows): rows.count
      }
    }

    var selectable: Int {
      switch self {
      case .lines(_, let selectable): selectable.count
      case .rows(let rows): rows.count
      }
    }
  }

  private var parts: [Part] = []
  /// How many lines there are.
  private(set) var count = 0
  /// How many of them can be selected.
  private(set) var selectable = 0

  init() {}
  init(arrayLiteral lines: ListItem...) { append(lines) }
  init(_ lines: [ListItem]) { append(lines) }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  mutating func append(_ line: ListItem) { append([line]) }

  mutating func append(_ lines: [ListItem]) {
    guard !lines.isEmpty else { return }
    var all: [ListItem] = []
    if case .lines(let known, let selectable)? = parts.last {
      all = known
      count -= known.count
      self.selectable -= selectable.count
      parts.removeLast()
    }
    all += lines
    add(.lines(all, selectable: all.indices.filter { all[$0].id != nil }))
  }

  mutating func append(_ rows: Rows) { if rows.count > 0 { add(.rows(rows)) } }

  private mutating func add(_ part: Part) {
    parts.append(part)
    count += part.count
    selectable += part.selectable
  }

  /// Puts a line in at a place, before the one that stands there.
  mutating func insert(_ line: ListItem, at place: Int) {
    let before = parts
    self = ItemList()
    var start = 0
    for part in before {
      let end = start + part.count
      if (start..<end).contains(place) {
        switch part {
        case .lines(var lines, _):
          lines.insert(line, at: place - start)
          append(lines)
        case .rows(let rows):
          append(rows.part(0..<place - start))
          append([line])
          append(rows.part(place - start..<rows.count))
        }
      } else {
        switch part {
        case .lines(let lines, _): append(lines)
        case .rows(let rows): append(rows)
        }
      }
      start = end
    }
    if place >= start { append([line]) }
  }

  static func += (list: inout ItemList, lines: [ListItem]) { list.append(lines) }

  /// The line at a place.
  subscript(line: Int) -> ListItem {
    var start = 0
    for part in parts {
      if line < start + part.count {
        switch part {
        case .lines(let lines, _): return lines[line - start]
        case .rows(let rows):
          let number = line - start
          return ListItem(
            id: rows.id(number), line: .row(table: rows.table, index: rows.first + number),
            opens: rows.opens(number))
        }
      }
      start += part.count
    }
    return .blank
  }

  /// Where the line stands with which something is selected; nil where there is none.
  func line(of id: ItemID) -> Int? {
    var start = 0
    for part in parts {
      switch part {
      case .lines(let lines, let selectable):
        if let found = selectable.first(where: { lines[$0].id == id }) { return start + found }
      case .rows(let rows):
        if let found = rows.number(id) { return start + found }
      }
      start += part.count
    }
    return nil
  }

  /// Whether the line at a place can be selected.
  func isSelectable(_ line: Int) -> Bool { rank(of: line).isSelectable }

  /// How many lines that can be selected stand before one, and whether that one can be.
  func rank(of line: Int) -> (before: Int, isSelectable: Bool) {
    var (start, before) = (0, 0)
    for part in parts {
      if line < start + part.count {
        guard case .lines(_, let selectable) = part else { return (before + line - start, true) }
        let rank = selectable.firstIndex { $0 >= line - start } ?? selectable.count
        return (before + rank, rank < selectable.count && selectable[rank] == line - start)
      }
      start += part.count
      before += part.selectable
    }
    return (before, false)
  }

  /// Where the line stands that is the one of a number among those that can be selected; nil where there are not so many.
  func selectableLine(_ rank: Int) -> Int? {
    guard rank >= 0 else { return nil }
    var (start, left) = (0, rank)
    for part in parts {
      if left < part.selectable {
        switch part {
        case .lines(_, let selectable): return start + selectable[left]
        case .rows: return start + left
        }
      }
      start += part.count
      left -= part.selectable
    }
    return nil
  }

  /// The first line from a place on that can be selected.
  func selectableLine(from line: Int) -> Int? { selectableLine(rank(of: line).before) }

  /// The last line up to a place that can be selected.
  func selectableLine(upTo line: Int) -> Int? {
    let (before, isSelectable) = rank(of: line)
    return selectableLine(isSelectable ? before : before - 1)
  }
}

/// A table whose rows are made when they are looked at, laid out over a list.
struct LongText: Sendable {
  private let table: LongTable
  private let width: DisplayWidth
  private let limit: Int
  private let wanted: [Int]

  /// Rows by which columns get their widths, whatever of the list is in sight.
  static let sample = 100

  /// A table in at most so many columns of the screen; no column wants less than in `atLeast`.
  init(_ table: LongTable, width: DisplayWidth, limit: Int, atLeast: [Int] = []) {
    (self.table, self.width, self.limit) = (table, width, limit)
    let first = table.rows(Array(0..<min(table.count, LongText.sample)))
    wanted = TextTable(first, width: width, limit: limit, atLeast: atLeast).wanted
  }

  /// The line of headings, and the lines of these rows.
  func lines(_ numbers: [Int]) -> (heading: [Span], lines: [[Span]]) {
    let rows = table.rows(numbers)
    let text = TextTable(rows, width: width, limit: limit, atLeast: wanted)
    return (text.heading, rows.rows.indices.map(text.line))
  }
}
