import Campaigns

/// Rule: what a column holds is told by its cells; its heading is only heard first. Columns with unfamiliar headings among
/// familiar ones do no harm.
enum ColumnTyping {
  /// As many rows as are looked at.
  private static let most = 40

  /// The kinds of columns, by their headings, where there are any, and their cells.
  static func kinds(_ headings: [Passage], _ rows: [[Passage]]) -> [ColumnKind] {
    let count = rows.map(\.count).max() ?? headings.count
    var kinds = (0..<count).map { column -> ColumnKind in
      let heading = headings.indices.contains(column) ? ColumnKind(heading: headings[column]) : nil
      let cells = rows.prefix(most).compactMap { $0.indices.contains(column) ? $0[column] : nil }
      return kind(heading, cells.filter { !$0.isEmpty && !$0.isEmptyMark })
    }
    // Somebody's matter must stand somewhere: the column with the most words that nothing else is known of.
    if !kinds.contains(.content), !kinds.contains(.measure), !kinds.contains(.steps) {
      let widest = kinds.indices.filter { kinds[$0] == .other && !isOfNames($0, rows) }.max {
        width($0, rows) < width($1, rows)
      }
      if let widest { kinds[widest] = .content }
    }
    return named(kinds, rows)
  }

  /// 项目名称 beside 主要内容: of several columns of matters the first whose cells are short and all different names them; those
  /// behind it say more of them.
  private static func named(_ kinds: [ColumnKind], _ rows: [[Passage]]) -> [ColumnKind] {
    let contents = kinds.indices.filter { kinds[$0] == .content }
    guard contents.count > 1, let first = contents.first else { return kinds }
    let cells = rows.prefix(most).compactMap { $0.indices.contains(first) ? $0[first] : nil }
    let filled = cells.filter { !$0.isEmpty && !$0.isEmptyMark }
    let isName =
      cells.count >= 2 && filled.count * 10 >= cells.count * 9
      && Set(filled.map(\.text)).count == filled.count
      && filled.allSatisfy { $0.count <= 30 }
    guard isName else { return kinds }
    return kinds.enumerated().map { $0 > first && $1 == .content ? .measure : $1 }
  }

  /// Whether the cells of a column are names: who is on duty is no matter.
  private static func isOfNames(_ column: Int, _ rows: [[Passage]]) -> Bool {
    let cells = rows.prefix(most).compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter {
      !$0.isEmpty
    }
    return cells.count { names($0) || $0.text == "同上" } * 10 >= cells.count * 6
  }

  private static func width(_ column: Int, _ rows: [[Passage]]) -> Int {
    rows.prefix(most).reduce(0) { sum, row in
      sum + (row.indices.contains(column) ? row[column].scalars.count(where: \.isHan) : 0)
    }
  }

  private static func kind(_ heading: ColumnKind?, _ cells: [Passage]) -> ColumnKind {
    guard !cells.isEmpty else { return heading ?? .other }
    func share(_ isOne: (Passage) -> Bool) -> Int { cells.count(where: isOne) * 100 / cells.count }
    switch heading {
    case .serial?, .lead?, .supporting?, .leader?, .person?, .phase?, .points?, .start?, .time?: break
    case .content?, .measure?, .other?, .steps?, nil:
      let times = cells.map(CellTime.init)
      let whole = times.count(where: \.isWhole) * 100 / times.count
      let heads = times.count { $0.head > 0 } * 100 / times.count
      // 3月：勘查现场: a time and what is done in it.
      if heads >= 50, heads - whole >= 20 { return .steps }
      if whole >= 60 { return .time }
    }
    // 单位: 张, 次 is what is counted.
    if heading == .lead, share({ $0.count <= 2 && !names($0) }) >= 80 { return .other }
    if let heading { return heading }
    if share(isNumber) >= 80 { return .serial }
    if share({ names($0) }) >= 60 { return .lead }
    return .other
  }

  private static func isNumber(_ cell: Passage) -> Bool {
    Marker.number(cell.scalars, 0).map { $0.1 >= cell.count - 1 } ?? false
  }

  private static func names(_ cell: Passage) -> Bool {
    let names = NameList.names(in: cell)
    return !names.isEmpty && names.allSatisfy { Actor.isActor($0) }
  }
}
