import Campaigns

/// Rule: lines that are parted alike, one after another, are a table, whatever its headings are called: what its columns hold is
/// told by their cells.
struct Grid {
  private(set) var rows: [TableRow] = []
  private(set) var used: Set<Int> = []
  /// The index of the line behind it.
  private(set) var end: Int

  /// The table that begins at a line; nil where none does. One without rows is a table, and none of a plan: of points, for one.
  init?(_ lines: [SourceLines.Line], from start: Int, number: Int) {
    let reading =
      Stretch(delimited: .pipe, lines, from: start) ?? Stretch(delimited: .tab, lines, from: start)
      ?? Stretch(aligned: lines, from: start) ?? Stretch(cellPerLine: lines, from: start)
    guard let reading, let first = reading.rows.first else { return nil }
    end = reading.end
    let isHeaded =
      reading.isRuled || Grid.isHeading(first.cells, above: reading.rows.dropFirst().map(\.cells))
    let body = isHeaded ? Array(reading.rows.dropFirst()) : reading.rows
    let kinds = ColumnTyping.kinds(isHeaded ? first.cells : [], body.map(\.cells))
    guard body.count >= 2, Grid.isPlan(kinds, body.map(\.cells)) else {
      if reading.isDelimited { return }
      return nil
    }
    for row in body {
      let cells = Grid.aligned(row.cells, kinds)
      rows.append(TableRow(columns: kinds, cells: cells, line: row.line, table: number))
    }
    used = Set(lines[start..<end].map(\.number))
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
  fileprivate static func fit(_ cell: Passage, _ kind: ColumnKind) -> Int {
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

extension Grid {
  /// Lines with the cells that they are parted into.
  private struct Stretch {
    var rows: [(line: Int, cells: [Passage])] = []
    /// Whether a rule stands below the first line: |---|---|.
    var isRuled = false
    /// Whether a mark parts its cells.
    var isDelimited = false
    var end: Int

    /// Lines parted by a mark.
    init?(delimited gap: TableGap, _ lines: [SourceLines.Line], from start: Int) {
      guard gap.parts(lines[start]) else { return nil }
      var index = start
      end = start
      isDelimited = true
      while index < lines.count {
        let line = lines[index]
        index += 1
        if line.isBlank || line.isPageNumber { continue }
        guard gap.parts(line) else { break }
        let pieces = gap.pieces(line)
        end = index
        if gap.isRule(pieces) {
          isRuled = isRuled || rows.count == 1
        } else {
          rows.append((line.number, pieces.map { Passage($0, line: line.number) }))
        }
      }
      // Cells that are empty in every row behind the last word are none.
      let count = rows.map { row in (row.cells.lastIndex { !$0.isEmpty } ?? 0) + 1 }.max() ?? 0
      rows = rows.map { ($0.line, Array($0.cells.prefix(count))) }.filter { row in
        row.1.contains { !$0.isEmpty }
      }
      // A tab before every line is an indent.
      guard
        (0..<count).count(where: { column in
          rows.contains { $0.cells.indices.contains(column) && !$0.cells[column].isEmpty }
        }) >= 2
      else { return nil }
      let whole = rows.count { $0.cells.count == count }
      guard count >= 2, rows.count >= 3, whole * 2 >= rows.count else { return nil }
    }

    /// One cell a line, as a table looks that was pasted without its frame: so many headings, then so many cells again and again.
    /// A column of numbers or times tells where a row begins.
    init?(cellPerLine lines: [SourceLines.Line], from start: Int) {
      guard start + 1 < lines.count, Stretch.heading(lines[start]) != nil,
        Stretch.heading(lines[start + 1]) != nil
      else { return nil }
      end = start
      for count in (2...8).reversed() where start + 2 * count < lines.count {
        let headings = lines[start..<start + count].map(Stretch.heading)
        let kinds = headings.map { $0.flatMap { ColumnKind(heading: $0) } }
        guard headings.allSatisfy({ $0 != nil }), kinds.count(where: { $0 != nil }) >= 2,
          let key = kinds.firstIndex(where: { $0 == .serial || $0 == .time }), let kind = kinds[key]
        else { continue }
        var (index, found) = (start + count, [(line: Int, cells: [Passage])]())
        while index + count <= lines.count {
          let cells = lines[index..<index + count].map { Passage($0.trimmed, line: $0.number) }
          guard !cells.contains(where: { Marker($0.scalars)?.kind == .chinese && $0 != cells[0] }) else {
            break
          }
          if cells.allSatisfy({ !$0.isEmpty && $0.count <= 60 }), Grid.fit(cells[key], kind) > 0 {
            found.append((lines[index].number, cells))
            index += count
            end = index
          } else if let marker = Marker(cells[0].scalars), marker.kind == .chinese, cells[0].count <= 20 {
            // 二、民生类: what the rows below have in common.
            index += 1
          } else {
            break
          }
        }
        guard found.count >= 2 else { continue }
        rows = [(lines[start].number, headings.compactMap(\.self))] + found
        return
      }
      return nil
    }

    /// The words of a line that may be a heading alone.
    private static func heading(_ line: SourceLines.Line) -> Passage? {
      guard (1...8).contains(line.length) else { return nil }
      let words = Passage(line.trimmed, line: line.number)
      let isBare = !words.scalars.contains { $0.isClauseEnd || $0.isFigure || $0.isOpening }
      return isBare && CellTime(words).head == 0 ? words : nil
    }

    /// Lines whose words stand in columns of the page, with rivers of white space between them.
    init?(aligned lines: [SourceLines.Line], from start: Int) {
      guard TableGap.parts(lines[start]).count >= 2 else { return nil }
      var parted: [(line: Int, parts: [(words: ArraySlice<Unicode.Scalar>, column: Int)])] = []
      var index = start
      end = start
      while index < lines.count {
        let line = lines[index]
        if line.isBlank { break }
        let parts = TableGap.parts(line)
        // 一、改革类 above some of the rows.
        if parts.count == 1, index > start, line.length <= 20, Marker(Array(line.trimmed)) != nil,
          index + 1 < lines.count, TableGap.parts(lines[index + 1]).count > 1
        {
          index += 1
          continue
        }
        guard parts.count > 1 || (parts.first?.column ?? 0) > 4, !line.scalars.contains("\t") else { break }
        parted.append((line.number, parts))
        index += 1
        end = index
      }
      guard parted.count >= 3 else { return nil }
      // Gaps typed by hand: each line has as many words as there are headings, wherever they stand.
      let count = parted[0].parts.count
      if count >= 2, parted.allSatisfy({ $0.parts.count == count }) {
        rows = parted.map { line, parts in (line, parts.map { Passage($0.words, line: line) }) }
        return
      }
      // Where two lines begin a word on the page, a column does.
      let starts = parted.flatMap { $0.parts.map(\.column) }.sorted()
      var columns: [Int] = []
      for place in starts where columns.last.map({ place > $0 + 1 }) ?? true {
        let isShared = starts.count { abs($0 - place) <= 1 } >= 2
        if isShared || parted[0].parts.contains(where: { $0.column == place }) { columns.append(place) }
      }
      guard columns.count >= 2 else { return nil }
      rows = parted.map { line, parts in
        var cells = [Passage](repeating: Passage(), count: columns.count)
        for part in parts {
          cells[columns.lastIndex { $0 <= part.column + 1 } ?? 0].append(part.words, line: line)
        }
        return (line, cells)
      }
    }
  }
}
