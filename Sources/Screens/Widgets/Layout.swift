import TerminalFrames

struct Area: Equatable, Sendable {
  var row: Int
  var column: Int
  var columns: Int
  var rows: Int
}

/// How a screen is divided (docs/interface.md, "Screen"): breadcrumb and numbers on top, the list, detail beside it from
/// 120 columns and below it otherwise, a line for notices and typed text, the hint bar last. Below 60×12 only the list
/// with a line on top and the hints; below 20×5 one line.
struct Layout: Equatable, Sendable {
  /// The breadcrumb's row; nil where there is no room for it.
  var crumbRow: Int?
  /// The rows of the numbers.
  var chipRows: Range<Int> = 0..<0
  /// The row of the list's headings.
  var headingRow: Int?
  var list: Area
  var detail: Area?
  /// The rows of a form, above the notices.
  var form: Area?
  /// The row of notices and of the line after `/`.
  var noticeRow: Int?
  var hintRow: Int?

  /// The row behind the last one of list, detail and what covers them.
  var bottom: Int { detail.map { max($0.row + $0.rows, list.row + list.rows) } ?? list.row + list.rows }

  /// Columns from which the detail stands beside the list.
  static let wide = 120

  init(
    _ size: Size, chips: [Int], hasHeading: Bool, isDetailShown: Bool, canShowDetail: Bool, overlayRows: Int
  ) {
    list = Area(row: 0, column: 0, columns: size.columns, rows: size.rows)
    guard size.columns >= 20, size.rows >= 5 else {
      list.rows = 1
      return
    }
    guard size.columns >= 60, size.rows >= 12 else {
      // What is typed stands on top: an input method shows its words below it.
      noticeRow = 0
      hintRow = size.rows - 1
      let rows = min(overlayRows, size.rows - 3)
      if rows > 0 { form = Area(row: 1, column: 0, columns: size.columns, rows: rows) }
      list = Area(row: 1 + rows, column: 0, columns: size.columns, rows: size.rows - 2 - rows)
      return
    }
    let isLow = size.rows < 20
    crumbRow = 0
    let chipLines = (Layout.flow(chips, columns: size.columns).last?.line ?? -1) + 1
    chipRows = 1..<1 + min(chipLines, isLow ? 1 : 3)
    var row = chipRows.upperBound + (isLow ? 0 : 1)
    noticeRow = size.rows - 2
    hintRow = size.rows - 1
    if hasHeading {
      headingRow = row
      row += 1
    }
    // Of a long form some fields are in sight, and the list or the source beside them.
    let formRows = min(overlayRows, size.rows - 3 - row, max(8, size.rows * 2 / 5))
    if formRows > 0 {
      form = Area(row: size.rows - 2 - formRows, column: 0, columns: size.columns, rows: formRows)
    }
    list = Area(row: row, column: 0, columns: size.columns, rows: max(1, size.rows - 2 - row - formRows))
    guard canShowDetail else { return }
    if size.columns >= Layout.wide {
      let columns = max(76, size.columns * 3 / 5)
      list.columns = columns
      let top = chipRows.upperBound + 1
      detail = Area(
        row: top, column: columns + 2, columns: size.columns - columns - 3,
        rows: max(1, size.rows - 2 - top - formRows))
    } else if isDetailShown, list.rows >= 6 {
      let rows = min(10, list.rows / 2)
      list.rows -= rows + 1
      detail = Area(row: list.row + list.rows + 1, column: 1, columns: size.columns - 2, rows: rows)
    }
  }

  /// Where pieces of these widths go, from the second column on with two columns between them, a new line where one
  /// does not fit.
  static func flow(_ widths: [Int], columns: Int) -> [(line: Int, column: Int)] {
    var (line, next) = (0, 1)
    return widths.map { width in
      if next > 1, next + width > columns {
        line += 1
        next = 1
      }
      defer { next += width > 0 ? width + 2 : 0 }
      return (line, next)
    }
  }
}
