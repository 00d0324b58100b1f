/// Tables in the lines of a file: cells parted by tabs, by pipes or by wide gaps, with lines broken inside cells, merged
/// cells that leave a row short, and page breaks between rows.
struct TableReading {
  /// Rows by the line on which they begin; every line that belongs to a table.
  private(set) var rows: [TableRow] = []
  private(set) var used: Set<Int> = []

  init(_ source: SourceLines) {
    let lines = source.lines
    var index = 0
    while index < lines.count {
      if let table = Table(lines, from: index, number: rows.last.map { $0.table + 1 } ?? 0) {
        rows += table.rows
        used.formUnion(table.used)
        index = max(index + 1, table.end)
      } else {
        index += 1
      }
    }
  }

  /// How cells are parted.
  private enum Gap {
    case tab, pipe, spaces

    /// Whether a line is parted so at all: asked first, since most lines are none of a table.
    func parts(_ line: SourceLines.Line) -> Bool {
      switch self {
      case .tab: line.scalars.contains("\t")
      case .pipe: line.scalars.contains { $0 == "|" || $0 == "｜" || $0 == "│" }
      case .spaces: line.trimmed.contains(where: Passage.isSpace)
      }
    }

    func pieces(_ line: SourceLines.Line) -> [ArraySlice<Unicode.Scalar>] {
      let words = line.scalars[...]
      switch self {
      case .tab: return words.split(separator: "\t", omittingEmptySubsequences: false)
      case .pipe:
        var words = line.trimmed
        if let first = words.first, "|｜".unicodeScalars.contains(first) { words = words.dropFirst() }
        if let last = words.last, "|｜".unicodeScalars.contains(last) { words = words.dropLast() }
        return words.split(omittingEmptySubsequences: false) { "|｜│".unicodeScalars.contains($0) }
      case .spaces:
        var pieces: [ArraySlice<Unicode.Scalar>] = []
        var (start, place) = (line.trimmed.startIndex, line.trimmed.startIndex)
        while place < line.trimmed.endIndex {
          var end = place
          while end < line.trimmed.endIndex, Passage.isSpace(words[end]) { end += 1 }
          let isGap = end - place >= 2 || end > place && words[place] == "\u{3000}"
          if isGap {
            pieces.append(words[start..<place])
            start = end
          }
          place = max(end, place + 1)
        }
        return pieces + [words[start..<line.trimmed.endIndex]]
      }
    }
  }

  /// One table, from its headings on.
  private struct Table {
    var rows: [TableRow] = []
    var used: Set<Int> = []
    /// The index of the line behind it.
    var end = 0

    init?(_ lines: [SourceLines.Line], from start: Int, number: Int) {
      guard let gap = Table.gap(of: lines[start]) else { return nil }
      var first = start
      // 时间⏎安排⇥形式: a heading whose first cell was broken into lines.
      while first > 0, !lines[first - 1].isBlank, lines[first - 1].length <= 4,
        TableColumn(heading: Passage(lines[first - 1].trimmed, line: 0)) != nil
      {
        first -= 1
      }
      var cells = CellStream()
      var index = first
      var key: RowKey?
      while index < lines.count, index <= start + 12 {
        let pieces = gap.pieces(lines[index])
        if index > start, let heading = cells.cells.first, let found = RowKey(heading: heading),
          found.begins(pieces, columns: cells.cells.count)
        {
          key = found
          break
        }
        if index > start, cells.cells.count >= 2, pieces.count >= cells.cells.count {
          key = .full
          break
        }
        if !lines[index].isBlank { cells.add(pieces, line: lines[index].number) }
        index += 1
      }
      guard let key else { return nil }
      let headings = cells.cells.map { TableColumn(heading: $0) }
      guard headings.count >= 2, headings.compactMap(\.self).count >= max(2, headings.count - 2),
        !headings.contains(.points)
      else { return nil }
      let columns = headings.map { $0 ?? .other }
      read(lines, from: index, gap, key, columns, number)
      guard !rows.isEmpty else { return nil }
      used.formUnion(lines[first..<end].map(\.number))
    }

    /// The way in which a line of headings parts its cells; nil where it is none.
    private static func gap(of line: SourceLines.Line) -> Gap? {
      for gap in [Gap.tab, .pipe, .spaces] where gap.parts(line) {
        let pieces = gap.pieces(line).map { Passage($0, line: 0) }
        guard pieces.count(where: { !$0.isEmpty }) >= (gap == .spaces ? 3 : 2) else { continue }
        if pieces.count(where: { TableColumn(heading: $0) != nil }) >= 2 { return gap }
      }
      return nil
    }

    private mutating func read(
      _ lines: [SourceLines.Line], from start: Int, _ gap: Gap, _ key: RowKey, _ columns: [TableColumn],
      _ number: Int
    ) {
      var index = start
      var cells: CellStream?
      var wasBlank = false
      func isDone(_ cells: CellStream?) -> Bool { (cells?.cells.count ?? 0) >= columns.count }
      while index < lines.count {
        let line = lines[index]
        if line.isBlank || line.isPageNumber && wasBlank {
          wasBlank = true
          index += 1
          continue
        }
        let pieces = gap.pieces(line)
        if gap == .pipe, pieces.joined().allSatisfy({ "-:—= ".unicodeScalars.contains($0) }) {
          index += 1
          continue
        }
        if Table.areHeadings(pieces, of: columns) {
          // They come again on a new page.
          index += 1
          end = index
          continue
        }
        if key.begins(pieces, columns: columns.count) {
          finish(cells, columns, number)
          cells = CellStream()
        } else if pieces.count < 2 {
          let isEnd =
            wasBlank && isDone(cells) || line.length > 60
            || (Marker(Array(line.trimmed))?.kind ?? .counted) <= .chineseInBrackets
            || Passage(line.trimmed, line: 0).containsAny(["说明：", "备注：", "注："])
          if isEnd { break }
        } else if wasBlank, isDone(cells), gap == .spaces {
          break
        }
        cells?.add(pieces, line: line.number)
        wasBlank = false
        index += 1
        end = index
      }
      finish(cells, columns, number)
    }

    private static func areHeadings(_ pieces: [ArraySlice<Unicode.Scalar>], of columns: [TableColumn]) -> Bool
    {
      pieces.count == columns.count
        && zip(pieces, columns).allSatisfy { TableColumn(heading: Passage($0, line: 0)) ?? .other == $1 }
    }

    private mutating func finish(_ stream: CellStream?, _ columns: [TableColumn], _ number: Int) {
      guard let stream, let line = stream.line else { return }
      var cells = stream.cells
      let isHeading = cells.count > 1 && cells.allSatisfy { $0.isEmpty || TableColumn(heading: $0) != nil }
      if isHeading { return }
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
  }

  /// What a row begins with.
  private enum RowKey {
    case serial, time, full

    init?(heading: Passage) {
      switch TableColumn(heading: heading) {
      case .serial: self = .serial
      case .time: self = .time
      default: return nil
      }
    }

    func begins(_ pieces: [ArraySlice<Unicode.Scalar>], columns: Int) -> Bool {
      guard let first = pieces.first else { return false }
      let words = Array(first.filter { !Passage.isSpace($0) })
      switch self {
      case .full: return pieces.count >= columns
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
