import Campaigns

/// Rule: lines that are parted alike, one after another, are a table, whatever its headings are called: what its columns hold is
/// told by their cells.
struct Grid {
  private(set) var rows: [TableRow] = []
  /// What stands between rows and holds for those below it.
  private(set) var groups: [Passage] = []
  private(set) var used: Set<Int> = []
  /// The index of the line behind it.
  private(set) var end: Int

  /// As many lines as are looked at to tell whether a table begins: what is none costs no more, however long it goes on.
  private static let probe = 24

  /// The table that begins at a line, if one does, and the index of the line up to which none begins else. A table without rows is none
  /// of a plan: of points, for one.
  static func find(_ lines: [SourceLines.Line], from start: Int, number: Int) -> (grid: Grid?, refused: Int) {
    for layout in Layout.allCases {
      guard let probe = Stretch(layout, lines, from: start, most: Grid.probe) else { continue }
      let isPlan = Grid.typed(probe) != nil
      guard isPlan || layout.isDelimited, let whole = Stretch(layout, lines, from: start, most: .max) else {
        return (nil, probe.end)
      }
      return (Grid(whole, lines[start..<whole.end], isPlan ? Grid.typed(whole) : nil, number), start)
    }
    return (nil, start)
  }

  private init(
    _ stretch: Stretch, _ lines: ArraySlice<SourceLines.Line>, _ typed: ([ColumnKind], [Stretch.Row])?,
    _ number: Int
  ) {
    end = stretch.end
    guard let (kinds, body) = typed else { return }
    rows = body.map { row in
      TableRow(columns: kinds, cells: Grid.aligned(row.cells, kinds), line: row.line, table: number)
    }
    used = Set(lines.map(\.number))
    groups = stretch.groups
  }

  /// What the columns of a stretch hold, and its rows without headings; nil where it is none of a plan.
  private static func typed(_ stretch: Stretch) -> ([ColumnKind], [Stretch.Row])? {
    guard let first = stretch.rows.first else { return nil }
    let below = Array(stretch.rows.dropFirst())
    let isHeaded = stretch.isRuled || isHeading(first.cells, above: below.map(\.cells))
    let body = isHeaded ? below : stretch.rows
    let cells = body.map(\.cells)
    let kinds = ColumnTyping.kinds(isHeaded ? first.cells : [], cells)
    guard body.count >= 2, isPlan(kinds, cells) else { return nil }
    // Where no heading is familiar, times say that it is a plan's: what has names beside words may be anything.
    let isFamiliar = isHeaded && first.cells.contains { ColumnKind(heading: $0) != nil }
    return isFamiliar || times(kinds, cells) >= leastTimes ? (kinds, body) : nil
  }

  private static let leastTimes = 3

  /// How many cells of the columns of times are times.
  private static func times(_ kinds: [ColumnKind], _ rows: [[Passage]]) -> Int {
    rows.prefix(probe).reduce(0) { sum, row in
      sum + zip(row, kinds).count { ($1 == .time || $1 == .steps) && CellTime($0).head > 0 }
    }
  }

  /// Short words that are no times: familiar ones, or above a column of times.
  private static func isHeading(_ cells: [Passage], above rows: [[Passage]]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count >= 2, filled.allSatisfy({ $0.count <= 12 && CellTime($0).head == 0 }) else {
      return false
    }
    if filled.contains(where: { ColumnKind(heading: $0) != nil }) { return true }
    return zip(cells, ColumnTyping.kinds([], rows)).contains { cell, kind in
      !cell.isEmpty && (kind == .time || kind == .steps)
    }
  }

  /// Whether rows say what is to be done, and when or by whom.
  private static func isPlan(_ kinds: [ColumnKind], _ rows: [[Passage]]) -> Bool {
    guard !kinds.contains(.points) else { return false }
    let filled = kinds.indices.count { column in
      rows.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    guard filled >= 2 else { return false }
    if kinds.contains(.steps) { return true }
    let says = kinds.contains { [.time, .lead, .supporting, .leader, .person].contains($0) }
    return says
      && zip(kinds.indices, kinds).contains { column, kind in
        guard kind == .content || kind == .measure else { return false }
        let cells = rows.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
        // Figures are no matter.
        return cells.count { $0.scalars.count(where: \.isHan) >= 3 } * 2 >= cells.count
      }
  }

  /// The cells of a row that is short of some, each in the column that it fits best: cells that were merged downwards are missing at
  /// its beginning, mostly.
  static func aligned(_ cells: [Passage], _ kinds: [ColumnKind]) -> [Passage] {
    let missing = kinds.count - cells.count
    guard missing > 0 else { return Array(cells.prefix(kinds.count)) }
    let fits = (0...missing).map { offset in
      cells.enumerated().reduce(0) { $0 + fit($1.element, kinds[$1.offset + offset]) }
    }
    let best = fits.max() ?? 0
    let offset = fits.lastIndex(of: best) ?? 0
    let empty = Passage()
    return Array(repeating: empty, count: offset) + cells
      + Array(repeating: empty, count: missing - offset)
  }

  /// How well a cell fits a column.
  static func fit(_ cell: Passage, _ kind: ColumnKind) -> Int {
    guard !cell.isEmpty else { return 0 }
    let time = CellTime(cell)
    switch kind {
    case .time, .start: return time.isWhole ? 3 : -3
    case .steps: return time.head > 0 ? 3 : 0
    case .serial: return Marker.number(cell.scalars, 0).map { $0.1 >= cell.count - 1 } == true ? 3 : -3
    case .lead, .supporting, .person, .leader:
      return NameList.names(in: cell).allSatisfy { Actor.isActor($0) } ? 2 : cell.count > 12 ? -2 : 0
    case .content, .measure: return time.isWhole ? -2 : cell.count >= 4 ? 1 : 0
    case .phase, .other, .points: return 0
    }
  }
}
