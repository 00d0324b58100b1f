import Tables
import TerminalFrames

/// A list as values: all columns that there are, and rows that are read when they are asked for.
///
///     Listing("units", columns, usual: ["name", "owes"], rows: loads, none: "没有单位。") { record($0) }
struct Listing {
  /// The key of its rows in JSON.
  let key: String
  /// The names of its columns, and how they stand in a table.
  fileprivate let columns: [(name: String, heading: TableColumn)]
  fileprivate let usual: [String]
  fileprivate let count: Int
  fileprivate let cells: (_ rows: [Int], _ columns: [Int], _ isFull: Bool) -> [[Span]]
  fileprivate let keys: (_ column: Int) -> [SortKey]
  fileprivate let records: (_ rows: [Int]) -> [JSONRecord]
  /// How many rows at the end are sums: they stay there, and are no rows in JSON.
  var last = 0
  /// Orders that need no row to be read, by their names.
  var quick: [String: () -> [Int]] = [:]
  /// Groups of rows that are no column's, by their names: a title, the rows' cells in the columns asked for.
  var grouping:
    [String: (_ rows: [Int], _ columns: [Int], _ isFull: Bool) -> [(title: String, rows: [[Span]])]] = [:]
  /// What stands in place of a group's title where the column is empty.
  var noGroup = ""
  /// Lines above it.
  var above: [String] = []
  var below: String?
  /// What stands in place of a table without rows.
  let none: String

  /// A list whose rows are had by their numbers.
  init<Row>(
    _ key: String, _ columns: [ListColumn<Row>], usual: [String]? = nil, count: Int, none: String,
    at rows: @escaping ([Int]) -> [Row], records: @escaping ([Int]) -> [JSONRecord]
  ) {
    (self.key, self.count, self.none) = (key, count, none)
    self.columns = columns.map { ($0.name, $0.column.heading) }
    self.usual = usual ?? columns.map(\.name)
    cells = { numbers, places, isFull in
      rows(numbers).map { row in places.map { columns[$0].cell(row, isFull: isFull) } }
    }
    keys = { place in rows(Array(0..<count)).map(columns[place].order) }
    self.records = records
  }

  /// A list whose rows are had by their numbers, each with what JSON says of it.
  init<Row>(
    _ key: String, _ columns: [ListColumn<Row>], usual: [String]? = nil, count: Int, none: String,
    at rows: @escaping ([Int]) -> [Row], record: @escaping (Row) -> JSONRecord
  ) {
    self.init(
      key, columns, usual: usual, count: count, none: none, at: rows, records: { rows($0).map(record) })
  }

  /// A list of rows that are there.
  init<Row>(
    _ key: String, _ columns: [ListColumn<Row>], usual: [String]? = nil, rows: [Row], none: String,
    record: @escaping (Row) -> JSONRecord
  ) {
    self.init(
      key, columns, usual: usual, rows: rows, none: none, records: { $0.map { record(rows[$0]) } })
  }

  /// A list of rows that are there, and what JSON says of some of them.
  init<Row>(
    _ key: String, _ columns: [ListColumn<Row>], usual: [String]? = nil, rows: [Row], none: String,
    records: @escaping ([Int]) -> [JSONRecord]
  ) {
    self.init(
      key, columns, usual: usual, count: rows.count, none: none, at: { $0.map { rows[$0] } },
      records: records)
  }

  /// Lets rows be grouped by what they have, in each group of which a row stands once.
  mutating func group<Row>(
    _ name: String, _ columns: [ListColumn<Row>], _ rows: [Row], by keys: @escaping (Row) -> [String]
  ) {
    let none = noGroup
    grouping[name] = { numbers, shown, isFull in
      var (order, groups) = ([String](), [String: [[Span]]]())
      for row in numbers.map({ rows[$0] }) {
        let found = keys(row)
        for key in found.isEmpty ? [none] : found {
          if groups[key] == nil { order.append(key) }
          groups[key, default: []].append(shown.map { columns[$0].cell(row, isFull: isFull) })
        }
      }
      return order.map { ($0, groups[$0] ?? []) }
    }
  }

  /// Names of its columns with their headings.
  var columnNames: [(name: String, title: String)] { columns.map { ($0.name, $0.heading.title) } }
  /// What it can be sorted by.
  var orderNames: [(name: String, title: String)] { columnNames + more(quick.keys) }
  /// What it can be grouped by.
  var groupNames: [(name: String, title: String)] { more(grouping.keys) + columnNames }

  private func more(_ names: some Sequence<String>) -> [(name: String, title: String)] {
    names.sorted().filter { name in !columns.contains { $0.name == name } }.map { ($0, "") }
  }

  /// The list as options want it.
  /// - Throws: `Failure.badColumn`.
  func arranged(_ options: ListSettings, _ format: OutputFormat) throws(Failure) -> ArrangedList {
    let names = format.columnNames ?? options.columns ?? usual
    var places: [Int] = []
    for name in names { places.append(try place(of: name, columns.map(\.name))) }
    let isFull = format.isWhole
    let sums = Array(count - last..<count)
    var rows = try order(options).filter { $0 < count - last }
    if let limit = options.limit {
      guard limit >= 0 else { throw .badNumber(option: "--limit", text: "\(limit)") }
      rows = Array(rows.prefix(limit))
    }
    var groups: [(title: String, rows: [[Span]])] = []
    if let name = options.groupBy {
      if let known = grouping[name] {
        groups = known(rows, places, isFull)
      } else {
        groups = try grouped(rows, by: name, places, isFull)
      }
    }
    return ArrangedList(
      list: self, names: names, places: places, isFull: isFull, rows: rows, sums: sums, groups: groups,
      count: count - last, hasHeader: options.header)
  }

  private func place(of name: String, _ allowed: [String]) throws(Failure) -> Int {
    guard let place = columns.firstIndex(where: { $0.name == name }) else {
      throw .badColumn(name, allowed: allowed)
    }
    return place
  }

  /// The numbers of all rows in the order that is asked for; rows that are alike stay as they are.
  private func order(_ options: ListSettings) throws(Failure) -> [Int] {
    var rows = Array(0..<count)
    // The last one first: what is alike by an earlier name is in the order of the later ones.
    for (name, isReversed) in options.orders.reversed() {
      let ranks: [Int]
      if let known = quick[name] {
        ranks = known()
      } else {
        let column = try place(of: name, columns.map(\.name) + quick.keys.sorted())
        let keys = keys(column)
        guard keys.count == count else { continue }
        ranks = Listing.ranks(keys)
      }
      guard ranks.count == count else { continue }
      let last = ranks.max() ?? 0
      func rank(_ row: Int) -> Int { ranks[row] < 0 ? last + 1 : isReversed ? last - ranks[row] : ranks[row] }
      let wanted = rows.indices.map { rank(rows[$0]) }
      rows = rows.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }.map { rows[$0] }
    }
    return rows
  }

  /// The rank of each row, the same where keys are the same; -1 where there is none.
  private static func ranks(_ keys: [SortKey]) -> [Int] {
    var ranks = [Int](repeating: -1, count: keys.count)
    var (rank, before) = (-1, SortKey.none)
    for row in keys.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) where keys[row] != .none {
      if keys[row] != before { rank += 1 }
      (ranks[row], before) = (rank, keys[row])
    }
    return ranks
  }

  private func grouped(
    _ rows: [Int], by name: String, _ places: [Int], _ isFull: Bool
  ) throws(Failure) -> [(title: String, rows: [[Span]])] {
    let column = try place(of: name, columns.map(\.name) + grouping.keys.sorted())
    var (order, groups) = ([String](), [String: [[Span]]]())
    for row in cells(rows, [column] + places, isFull) {
      let title = row.first?.text ?? ""
      if groups[title] == nil { order.append(title) }
      groups[title, default: []].append(Array(row.dropFirst()))
    }
    return order.map { ($0.isEmpty ? noGroup : $0, groups[$0] ?? []) }
  }
}

/// A list with the rows, columns and groups that were asked for.
struct ArrangedList {
  fileprivate let list: Listing
  /// The columns' names.
  let names: [String]
  fileprivate let places: [Int]
  fileprivate let isFull: Bool
  fileprivate let rows: [Int]
  fileprivate let sums: [Int]
  fileprivate let groups: [(title: String, rows: [[Span]])]
  fileprivate let count: Int
  /// Whether the names of the columns stand above what is not for people.
  let hasHeader: Bool

  /// Its rows in JSON, under their key.
  var record: JSONRecord {
    // What a limit left out is not passed over in silence.
    [list.key: list.records(rows), "total": count]
  }

  /// Its rows, those of groups one group below the other.
  var table: Table {
    table(groups.isEmpty ? list.cells(rows + sums, places, isFull) : groups.flatMap(\.rows))
  }

  private func table(_ cells: [[Span]]) -> Table {
    Table(headings: places.map { list.columns[$0].heading }, cells: cells)
  }

  /// What people read.
  func parts(limited: String) -> [Part] {
    if rows.isEmpty, count == 0 { return [.line(list.none)] }
    let rows: Part =
      groups.isEmpty ? .table(table) : .groups(groups.map { ($0.title, table($0.rows)) })
    let left = self.rows.count < count ? limited : nil
    return list.above.map { .line($0) } + [rows]
      + [list.below.map { .cut($0) }, left.map { .line($0) }].compactMap(\.self)
  }

  /// How many rows are shown, of how many.
  var shown: (rows: Int, of: Int) { (rows.count, count) }
  /// What stands in place of a table without rows.
  var none: String { list.none }
}
