/// Columns and rows of a terminal.
package struct Size: Hashable, Sendable {
  /// Columns, at least 1.
  package let columns: Int
  /// Rows, at least 1.
  package let rows: Int

  /// A size; nothing is smaller than 1×1 or larger than 1000×500.
  package init(columns: Int, rows: Int) {
    self.columns = min(1_000, max(1, columns))
    self.rows = min(500, max(1, rows))
  }
}

/// One column of a row: a character with its combining marks, or the right half of a wide one.
package struct Cell: Hashable, Sendable {
  /// The character and its combining marks; empty in the right half of a wide one.
  package var text: String
  /// What it means.
  package var style: Style

  /// A cell.
  package init(_ text: String = " ", style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// Whether it is the right half of the wide character before it.
  package var isRightHalf: Bool { text.isEmpty }
}

/// A screenful as a value. Text is put into it by columns; what does not fit is left away, and no character is halved.
///
///     var frame = Frame(Size(columns: 80, rows: 24), width: DisplayWidth())
///     frame.put("督办", row: 0, column: 1, style: .title)  // 5: the column behind it
package struct Frame: Equatable, Sendable {
  /// Where the hardware cursor is to be. Input methods show their candidates there.
  package struct Cursor: Equatable, Sendable {
    /// Row, from 0.
    package let row: Int
    /// Column, from 0.
    package let column: Int
    /// Whether it is shown: only where text is typed.
    package let isVisible: Bool

    /// A cursor.
    package init(row: Int, column: Int, isVisible: Bool) {
      self.row = row
      self.column = column
      self.isVisible = isVisible
    }
  }

  /// Its size.
  package let size: Size
  /// How wide characters are.
  package let width: DisplayWidth
  /// Row after row.
  package private(set) var cells: [Cell]
  /// Where the cursor is; kept inside the frame.
  package private(set) var cursor = Cursor(row: 0, column: 0, isVisible: false)

  /// A blank frame.
  package init(_ size: Size, width: DisplayWidth) {
    self.size = size
    self.width = width
    cells = [Cell](repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cells of a row.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts text at a place, in at most `limit` columns. Hostile characters become marks; a wide character that does not
  /// fit whole is left away. Outside the frame nothing happens. Answers the column behind the text.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns, limit > 0 else { return column }
    let end = limit > size.columns - column ? size.columns : column + limit
    let start = row * size.columns
    var place = column
    for scalar in VisibleText.of(text).unicodeScalars {
      let columns = width.columns(scalar)
      if columns == 0 {
        if place > column { combine(scalar, before: start + place) }
        continue
      }
      guard place + columns <= end else { break }
      clear(from: start + place, count: columns)
      cells[start + place] = Cell(String(scalar), style: style)
      if columns == 2 { cells[start + place + 1] = Cell("", style: style) }
      place += columns
    }
    return place
  }

  /// Puts the cursor; a place outside the frame is moved to its edge.
  package mutating func setCursor(row: Int, column: Int, isVisible: Bool) {
    cursor = Cursor(
      row: min(max(0, row), size.rows - 1), column: min(max(0, column), size.columns - 1),
      isVisible: isVisible)
  }

  /// Curses keeps four marks with a character; a fifth says nothing to anybody.
  private static let mostMarks = 4

  private mutating func combine(_ scalar: Unicode.Scalar, before index: Int) {
    var index = index - 1
    if cells[index].isRightHalf, index > 0 { index -= 1 }
    guard cells[index].text.unicodeScalars.count <= Frame.mostMarks else { return }
    cells[index].text.unicodeScalars.append(scalar)
  }

  /// Makes cells blank, and with them the other halves of wide characters that stood there.
  private mutating func clear(from index: Int, count: Int) {
    let rowStart = index / size.columns * size.columns
    if cells[index].isRightHalf, index > rowStart { cells[index - 1].text = " " }
    let next = index + count
    if next < rowStart + size.columns, cells[next].isRightHalf { cells[next].text = " " }
    for place in index..<next { cells[place] = Cell() }
  }

  /// The text of each row without spaces at its end: what golden files hold.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = cells(inRow: row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Puts pieces of text behind each other. Answers the column behind the last.
  @discardableResult
  package mutating func put(_ spans: [Span], row: Int, column: Int, limit: Int = .max) -> Int {
    let end = limit > size.columns ? size.columns : column + limit
    return spans.reduce(column) { place, span in
      put(span.text, row: row, column: place, limit: end - place, style: span.style)
    }
  }
}

/// A piece of text of one style.
package struct Span: Hashable, Sendable {
  /// The text; hostile characters become marks when it is put into a frame.
  package var text: String
  /// What it means.
  package var style: Style

  /// A piece of text.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
