/// Tables in the lines of a file: cells parted by tabs, by pipes or by wide gaps, with lines broken inside cells, headings
/// over two lines, merged cells that leave a row short, and page breaks between rows.
struct TableReading {
  /// Rows by the line on which they begin; every line that belongs to a table.
  private(set) var rows: [TableRow] = []
  private(set) var used: Set<Int> = []
  /// What stands between rows and holds for those below it.
  private(set) var groups: [Passage] = []

  init(_ source: SourceLines) {
    let lines = source.lines
    var (index, refused) = (0, 0)
    while index < lines.count {
      let number = rows.last.map { $0.table + 1 } ?? 0
      let (isTabbed, isHeading) = (
        lines[index].scalars.contains("\t"), TableGap(headings: lines[index]) != nil
      )
      func grid() -> Grid? {
        // Inside of what is no table one begins with its headings.
        guard index >= refused || isHeading else { return nil }
        let found = Grid.find(lines, from: index, number: number)
        refused = max(refused, found.refused)
        return found.grid
      }
      // Cells that were broken over lines are put together by what their headings say, and there only.
      let first = isTabbed && isHeading ? nil : grid()
      let isBroken = first.map { $0.end < lines.count && !lines[$0.end].isBlank } ?? true
      let table = isBroken && isHeading ? Table(lines, from: index, number: number) : nil
      if let table, table.rows.count > first?.rows.count ?? 0 {
        take(table.rows, table.used, &index, table.end)
      } else if let grid = first ?? (isTabbed && isHeading ? grid() : nil) {
        groups += grid.groups
        take(grid.rows, grid.used, &index, grid.end)
      } else {
        index += 1
      }
    }
  }

  private mutating func take(_ rows: [TableRow], _ used: Set<Int>, _ index: inout Int, _ end: Int) {
    self.rows += rows
    self.used.formUnion(used)
    index = max(index + 1, end)
  }

  /// One table, from its headings on.
  private struct Table {
    var rows: [TableRow] = []
    var used: Set<Int> = []
    /// The index of the line behind it.
    var end = 0

    init?(_ lines: [SourceLines.Line], from start: Int, number: Int) {
      guard let gap = TableGap(headings: lines[start]) else { return nil }
      var first = start
      // 时间⏎安排⇥形式: a heading whose first cell was broken into lines.
      while case .tab = gap, first > 0, !lines[first - 1].isBlank, lines[first - 1].length <= 4,
        ColumnKind(heading: Passage(lines[first - 1].trimmed, line: 0)) != nil
      {
        first -= 1
      }
      var cells = CellStream()
      var index = first
      var key: RowKey?
      while index < lines.count, index <= start + 12 {
        let line = lines[index]
        let pieces = gap.pieces(line)
        let isHeading = Table.isHeading(pieces)
        if index > start, !line.isBlank, !isHeading, !gap.isRule(pieces) {
          key = cells.cells.first.flatMap(RowKey.init).flatMap {
            $0.begins(pieces, columns: cells.cells.count) ? $0 : nil
          }
          if key == nil, cells.cells.count >= 2, pieces.count >= cells.cells.count { key = .full }
          if key != nil { break }
        }
        if index > start, isHeading, pieces.count == cells.cells.count {
          cells.replace(pieces, line: line.number)
        } else if !line.isBlank, !gap.isRule(pieces) {
          cells.add(pieces, line: line.number)
        }
        index += 1
      }
      guard let key else { return nil }
      let headings = cells.cells.map { ColumnKind(heading: $0) }
      guard headings.count >= 2, headings.compactMap(\.self).count >= max(2, headings.count - 2),
        !headings.contains(.points)
      else { return nil }
      read(lines, from: index, gap, key, headings.map { $0 ?? .other }, number)
      guard !rows.isEmpty else { return nil }
      let kinds = ColumnTyping.kinds(cells.cells, rows.map(\.own))
      rows = rows.map { $0.typed(kinds) }
      used.formUnion(lines[first..<end].map(\.number))
    }

    /// Headings, which come again on a new page.
    private static func isHeading(_ pieces: [ArraySlice<Unicode.Scalar>]) -> Bool {
      let cells = pieces.map { Passage($0, line: 0) }.filter { !$0.isEmpty }
      return cells.count >= 2 && cells.allSatisfy { ColumnKind(heading: $0) != nil }
    }

    private mutating func read(
      _ lines: [SourceLines.Line], from start: Int, _ gap: TableGap, _ key: RowKey, _ columns: [ColumnKind],
      _ number: Int
    ) {
      var index = start
      var cells: CellStream?
      var wasBlank = false
      func isDone() -> Bool { (cells?.cells.count ?? 0) >= columns.count }
      while index < lines.count {
        let line = lines[index]
        let pieces = gap.pieces(line)
        if line.isBlank || line.isPageNumber || gap.isRule(pieces) || Table.isHeading(pieces) {
          wasBlank = wasBlank || line.isBlank
          index += 1
          continue
        }
        let isOpen = pieces.count > 1 && pieces[0].allSatisfy(Passage.isSpace)
        if case .spaces = gap {
          let filled = pieces.count { !$0.isEmpty }
          if wasBlank, filled < 2 || !key.begins(pieces, columns: columns.count) { break }
          if key.begins(pieces, columns: columns.count), !isOpen {
            finish(cells, columns, number)
            cells = CellStream()
          } else if !isOpen {
            break
          }
          if cells?.cells.isEmpty == false {
            cells?.append(pieces, line: line.number)
          } else {
            cells?.add(pieces, line: line.number)
          }
        } else {
          // 检修闸门⇥机电科 below a whole row: its first cells were merged with those above.
          let isShort = pieces.count > 1 && isDone() && pieces.count < columns.count && key == .time
          if key.begins(pieces, columns: columns.count) || isOpen && isDone() || isShort {
            finish(cells, columns, number)
            cells = CellStream()
            if isShort, !isOpen {
              let words = Grid.aligned(pieces.map { Passage($0, line: line.number) }, columns)
              cells?.cells = words
              cells?.line = line.number
              wasBlank = false
              index += 1
              end = index
              continue
            }
          } else if pieces.count < 2, ends(line, wasBlank && isDone()) || isSigned(lines, index) {
            break
          }
          cells?.add(pieces, line: line.number)
        }
        wasBlank = false
        index += 1
        end = index
      }
      finish(cells, columns, number)
    }

    private func ends(_ line: SourceLines.Line, _ isBehind: Bool) -> Bool {
      if isBehind || line.length > 60 { return true }
      if let marker = Marker(Array(line.trimmed)), marker.kind <= .chineseInBrackets { return true }
      let words = Passage(line.trimmed, line: 0)
      return words.containsAny(["说明：", "备注：", "注：", "要求："]) || words.hasPrefix(">")
    }

    /// Whether the notice's own end begins on a line: who signs and the day, the day, its annexes.
    private func isSigned(_ lines: [SourceLines.Line], _ index: Int) -> Bool {
      let words = Passage(lines[index].trimmed, line: 0)
      if words.hasPrefix("附件") || NoticeFrame.isDate(words) { return true }
      guard NoticeFrame.isOrganisation(words), let next = lines[(index + 1)...].first(where: { !$0.isBlank })
      else { return false }
      return NoticeFrame.isDate(Passage(next.trimmed, line: 0))
    }

    private mutating func finish(_ stream: CellStream?, _ columns: [ColumnKind], _ number: Int) {
      guard let stream, let line = stream.line else { return }
      var cells = stream.cells
      while cells.count > columns.count, let last = cells.popLast() {
        cells[cells.count - 1].append(last)
      }
      var inherited: Set<Int> = []
      if let above = rows.last {
        for index in cells.count..<max(cells.count, columns.count) {
          cells.append(above.cells[index])
          inherited.insert(index)
        }
      }
      while cells.count < columns.count { cells.append(Passage()) }
      rows.append(TableRow(columns: columns, cells: cells, inherited: inherited, line: line, table: number))
    }
  }

  /// Cells as they come, line after line.
  private struct CellStream {
    var cells: [Passage] = []
    var line: Int?

    /// A line's first piece goes on with the cell before it.
    mutating func add(_ pieces: [ArraySlice<Unicode.Scalar>], line: Int) {
      self.line = self.line ?? line
      for (index, piece) in pieces.enumerated() {
        if index == 0, !cells.isEmpty {
          cells[cells.count - 1].append(piece, line: line)
        } else {
          cells.append(Passage(piece, line: line))
        }
      }
    }

    /// Each piece goes on with the cell above it.
    mutating func append(_ pieces: [ArraySlice<Unicode.Scalar>], line: Int) {
      for (index, piece) in pieces.enumerated() where index < cells.count {
        cells[index].append(piece, line: line)
      }
    }

    /// The second line of headings: the narrower ones count.
    mutating func replace(_ pieces: [ArraySlice<Unicode.Scalar>], line: Int) {
      for (index, piece) in pieces.enumerated() where index < cells.count {
        let words = Passage(piece, line: line)
        if !words.isEmpty { cells[index] = words }
      }
    }
  }

  /// What a row begins with.
  private enum RowKey {
    case serial, time, full

    init?(heading: Passage) {
      switch ColumnKind(heading: heading) {
      case .serial: self = .serial
      case .time: self = .time
      default: return nil
      }
    }

    func begins(_ pieces: [ArraySlice<Unicode.Scalar>], columns: Int) -> Bool {
      guard let first = pieces.first else { return false }
      let words = Array(first.filter { !Passage.isSpace($0) })
      switch self {
      case .full: return pieces.count >= columns && pieces.count { !$0.allSatisfy(Passage.isSpace) } >= 2
      case .serial:
        guard let (_, end, _) = Marker.number(words, 0) else { return false }
        return end == words.count || end == words.count - 1 && "、.．".unicodeScalars.contains(words[end])
      case .time:
        guard words.count <= 14, let first = words.first else { return pieces.count >= columns }
        let isMonth = Marker.number(words, 0).map {
          $0.1 < words.count && "月日年周".unicodeScalars.contains(words[$0.1])
        }
        return isMonth == true || "上中下第每全".unicodeScalars.contains(first) || pieces.count >= columns
      }
    }
  }
}
