extension Grid {
  /// How the lines of a table part their cells.
  enum Layout: CaseIterable {
    case pipes, tabs, aligned, cellPerLine

    /// Whether a mark parts them.
    var isDelimited: Bool { self == .pipes || self == .tabs }
  }

  /// Lines with the cells that they are parted into.
  struct Stretch {
    typealias Row = (line: Int, cells: [Passage])

    private(set) var rows: [Row] = []
    /// Lines between its rows that say what those below them have in common: 二、民生类.
    private(set) var groups: [Passage] = []
    /// Whether a rule stands below the first line: |---|---|.
    private(set) var isRuled = false
    /// The index of the line behind it.
    private(set) var end: Int

    /// The stretch of at most so many rows that begins at a line; nil where none does.
    init?(_ layout: Layout, _ lines: [SourceLines.Line], from start: Int, most: Int) {
      end = start
      let isOne =
        switch layout {
        case .pipes: take(delimited: .pipe, lines, most)
        case .tabs: take(delimited: .tab, lines, most)
        case .aligned: take(aligned: lines, most)
        case .cellPerLine: take(cellPerLine: lines, most)
        }
      guard isOne else { return nil }
    }

    /// Lines parted by a mark.
    private mutating func take(delimited gap: TableGap, _ lines: [SourceLines.Line], _ most: Int) -> Bool {
      guard gap.parts(lines[end]) else { return false }
      var (index, blanks) = (end, 0)
      // For each row whether a line of the frame stands above it: without one it goes on with the row before.
      var (isBelowRule, ruled) = (true, [Bool]())
      while index < lines.count, rows.count < most, blanks <= Stretch.mostBlanks {
        let line = lines[index]
        index += 1
        if line.isBlank || line.isPageNumber {
          blanks += line.isRule ? 0 : 1
          isBelowRule = isBelowRule || line.isRule
          continue
        }
        guard gap.parts(line) else {
          guard Stretch.isGroup(line, before: lines[index...], gap), !rows.isEmpty else { break }
          groups.append(Passage(line.trimmed, line: line.number))
          continue
        }
        let pieces = gap.pieces(line)
        (end, blanks) = (index, 0)
        if gap.isRule(pieces) {
          isRuled = isRuled || rows.count == 1
        } else {
          rows.append((line.number, pieces.map { Passage($0, line: line.number) }))
          ruled.append(isBelowRule)
          isBelowRule = false
        }
      }
      rejoin(ruled)
      takeGroups()
      // Cells that are empty in every row behind the last word are none.
      let count = rows.map { row in (row.cells.lastIndex { !$0.isEmpty } ?? 0) + 1 }.max() ?? 0
      rows = rows.map { ($0.line, Array($0.cells.prefix(count))) }.filter { row in
        row.1.contains { !$0.isEmpty }
      }
      // A tab before every line is an indent.
      let filled = (0..<count).count { column in
        rows.contains { $0.cells.indices.contains(column) && !$0.cells[column].isEmpty }
      }
      return filled >= 2 && rows.count >= 3 && rows.count { $0.cells.count == count } * 2 >= rows.count
    }

    /// Lines between two lines of the frame are one row.
    private mutating func rejoin(_ isBelowRule: [Bool]) {
      let framed = isBelowRule.count(where: \.self)
      guard framed >= 3, framed * 2 >= rows.count else { return }
      var joined: [Row] = []
      for (row, isFirst) in zip(rows, isBelowRule) {
        guard !isFirst, let last = joined.last else {
          joined.append(row)
          continue
        }
        var cells = last.cells
        for (column, cell) in row.cells.enumerated() {
          if cells.indices.contains(column) { cells[column].append(cell) } else { cells.append(cell) }
        }
        joined[joined.count - 1].cells = cells
      }
      rows = joined
    }

    /// Rows of one cell are what those below them have in common.
    private mutating func takeGroups() {
      let most = rows.map(\.cells.count).max() ?? 0
      guard most >= 3 else { return }
      rows.removeAll { row in
        let filled = row.cells.filter { !$0.isEmpty }
        guard filled.count == 1, let first = row.cells.first, !first.isEmpty,
          row.cells.count == 1 || Stretch.isCommon(first)
        else { return false }
        groups.append(first)
        return true
      }
    }

    /// 二、民生类; 准备阶段（11月1日—15日）.
    private static func isCommon(_ words: Passage) -> Bool {
      guard words.count <= 40 else { return false }
      if let marker = Marker(words.scalars) { return marker.kind <= .chineseInBrackets }
      return StageHeading(words) != nil || StageHeading.isNamed(words)
    }

    /// Whether a line without marks stands between two rows.
    private static func isGroup(
      _ line: SourceLines.Line, before rest: ArraySlice<SourceLines.Line>, _ gap: TableGap
    ) -> Bool {
      guard isCommon(Passage(line.trimmed, line: line.number)),
        let next = rest.prefix(3).first(where: { !$0.isBlank }), gap.parts(next)
      else { return false }
      return TableGap(headings: next) == nil
    }

    /// Blank lines between two rows, page breaks included.
    private static let mostBlanks = 8

    /// One cell a line, as a table looks that was pasted without its frame: so many headings, then so many cells again and again.
    /// A column of numbers or times tells where a row begins.
    private mutating func take(cellPerLine lines: [SourceLines.Line], _ most: Int) -> Bool {
      let start = end
      let headings = lines[start...].prefix(8).map(Stretch.heading).prefix { $0 != nil }.compactMap(\.self)
      guard headings.count >= 2 else { return false }
      let kinds = headings.map { ColumnKind(heading: $0) }
      guard let key = kinds.firstIndex(where: { $0 == .serial || $0 == .time }), let kind = kinds[key] else {
        return false
      }
      for count in (2...headings.count).reversed() where count > key {
        guard kinds.prefix(count).count(where: { $0 != nil }) >= 2 else { continue }
        let (found, end) = Stretch.records(
          lines, from: start + count, kinds.prefix(count).map { $0 ?? .other }, key, kind, most)
        guard found.count >= 2 else { continue }
        rows = [(lines[start].number, Array(headings.prefix(count)))] + found
        self.end = end
        return true
      }
      return false
    }

    /// Rows of so many lines, and where they end. In each the line of that place is of that kind.
    private static func records(
      _ lines: [SourceLines.Line], from start: Int, _ columns: [ColumnKind], _ key: Int, _ kind: ColumnKind,
      _ most: Int
    ) -> ([Row], end: Int) {
      var (index, end, found) = (start, start, [Row]())
      let count = columns.count
      while index + count <= lines.count, found.count < most {
        let length = length(lines, from: index, count, isNumbered: key == 0 && kind == .serial)
        let taken = lines[index..<index + length].map { Passage($0.trimmed, line: $0.number) }
        let cells = fitted(taken, columns)
        // 二、民生类: what the rows below have in common.
        let groups = cells.map { Marker($0.scalars)?.kind == .chinese && $0.count <= 20 }
        guard !groups.dropFirst().contains(true) else { break }
        if cells.allSatisfy({ !$0.isEmpty && $0.count <= 60 }), Grid.fit(cells[key], kind) > 0 {
          found.append((lines[index].number, cells))
          index += length
          end = index
        } else if groups[0] {
          index += 1
        } else {
          break
        }
      }
      return (found, end)
    }

    /// How many lines a row has: up to the next number where rows are numbered, since a cell may have been broken over lines.
    private static func length(
      _ lines: [SourceLines.Line], from start: Int, _ count: Int, isNumbered: Bool
    ) -> Int {
      func number(_ index: Int) -> Int? {
        let words = Array(lines[index].trimmed)
        guard let (value, end, _) = Marker.number(words, 0), end == words.count else { return nil }
        return value
      }
      guard isNumbered, let own = number(start) else { return count }
      let end = min(lines.count, start + count + mostBroken + 1)
      let next = (start + count..<max(start + count, end)).first { number($0) == own + 1 }
      // 二、民生类 between two rows belongs to neither.
      guard let next, !lines[start..<next].contains(where: { Marker(Array($0.trimmed))?.kind == .chinese })
      else {
        return count
      }
      return next - start
    }

    /// As many lines as a cell is broken over, less one.
    private static let mostBroken = 4

    /// Lines as so many cells: those that are too many go on with the cell that they fit best.
    private static func fitted(_ lines: [Passage], _ columns: [ColumnKind]) -> [Passage] {
      let more = lines.count - columns.count
      guard more > 0 else { return lines }
      let ways = columns.indices.map { column in
        let broken = lines[column...column + more]
        // A line that is a name by itself goes on with names.
        let areNames = isOfNames(columns[column]) && broken.allSatisfy { Actor.isActor($0) }
        let cells =
          Array(lines[..<column]) + [joined(broken, columns[column])] + Array(lines[(column + more + 1)...])
        return (
          cells: cells, worth: zip(cells, columns).reduce(areNames ? 1 : 0) { $0 + Grid.fit($1.0, $1.1) }
        )
      }
      return ways.max { $0.worth < $1.worth }?.cells ?? lines
    }

    private static func isOfNames(_ column: ColumnKind) -> Bool {
      [.lead, .supporting, .person, .leader].contains(column)
    }

    /// Names that stand one below the other are a list.
    private static func joined(_ lines: ArraySlice<Passage>, _ column: ColumnKind) -> Passage {
      lines.reduce(into: Passage()) { cell, line in
        if isOfNames(column), !cell.isEmpty { cell.append("、".unicodeScalars, line: line.line) }
        cell.append(line)
      }
    }

    /// The words of a line that may be a heading alone.
    private static func heading(_ line: SourceLines.Line) -> Passage? {
      guard (1...8).contains(line.length) else { return nil }
      let words = Passage(line.trimmed, line: line.number)
      let isBare = !words.scalars.contains { $0.isClauseEnd || $0.isFigure || $0.isOpening }
      return isBare && CellTime(words).head == 0 ? words : nil
    }

    /// Lines whose words stand in columns of the page, with rivers of white space between them.
    private mutating func take(aligned lines: [SourceLines.Line], _ most: Int) -> Bool {
      guard (2...Stretch.mostParts).contains(TableGap.parts(lines[end]).count) else { return false }
      var parted: [(line: Int, parts: [(words: ArraySlice<Unicode.Scalar>, column: Int)])] = []
      var (index, parts) = (end, TableGap.parts(lines[end]))
      while index < lines.count, parted.count < most {
        let line = lines[index]
        if line.isBlank || line.scalars.contains("\t") { break }
        let next = index + 1 < lines.count ? TableGap.parts(lines[index + 1]) : []
        // 一、改革类 above some of the rows.
        let isGroup =
          parts.count == 1 && !parted.isEmpty && line.length <= 20 && Marker(Array(line.trimmed)) != nil
          && next.count > 1
        if !isGroup {
          guard parts.count > 1 || (parts.first?.column ?? 0) > 4, parts.count <= Stretch.mostParts else {
            break
          }
          parted.append((line.number, parts))
          end = index + 1
        }
        (index, parts) = (index + 1, next)
      }
      guard parted.count >= 3 else { return false }
      // Gaps typed by hand: each line has as many words as there are headings, wherever they stand.
      let count = parted[0].parts.count
      if count >= 2, parted.allSatisfy({ $0.parts.count == count }) {
        rows = parted.map { line, parts in (line, parts.map { Passage($0.words, line: line) }) }
        return true
      }
      let columns = Stretch.columns(parted.map { $0.parts.map(\.column) })
      guard columns.count >= 2 else { return false }
      rows = parted.map { line, parts in
        var cells = [Passage](repeating: Passage(), count: columns.count)
        for part in parts {
          cells[columns.lastIndex { $0 <= part.column + 1 } ?? 0].append(part.words, line: line)
        }
        return (line, cells)
      }
      return true
    }

    /// As many words as a line of a table has at most.
    private static let mostParts = 40

    /// Where columns begin on the page: where two lines begin a word, or the first one does.
    private static func columns(_ lines: [[Int]]) -> [Int] {
      var counts: [Int: Int] = [:]
      for place in lines.joined() { counts[place, default: 0] += 1 }
      let first = Set(lines.first ?? [])
      var columns: [Int] = []
      for place in counts.keys.sorted() where columns.last.map({ place > $0 + 1 }) ?? true {
        let shared = (place - 1...place + 1).reduce(0) { $0 + (counts[$1] ?? 0) }
        if shared >= 2 || first.contains(place) { columns.append(place) }
      }
      return columns
    }
  }
}
