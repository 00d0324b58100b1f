import Campaigns
import TerminalFrames

/// A cell of a table, and the light that colours it.
struct Cell {
  var text: String
  var light: Light = .none

  init(_ text: String, light: Light = .none) {
    self.text = text
    self.light = light
  }
}

/// A column of a table.
struct Column {
  /// Its heading.
  var title: String
  /// Fewest columns of the screen that it is worth showing in; it shrinks to this before others are dropped.
  var least: Int
  /// Whether it takes what room is left.
  var isFlexible = false
  /// Whether its text stands on the right.
  var isRight = false
}

/// Rows in columns, aligned by display width, never wider than the screen. Where there is not room enough, flexible
/// columns shrink first, then the last columns go.
struct TextTable {
  var columns: [Column]
  var rows: [[Cell]] = []
  private let gap = 2

  init(_ columns: [Column]) { self.columns = columns }

  /// The table's lines, the heading first unless `hasHeading` is false.
  func lines(width: DisplayWidth, columns limit: Int, isColoured: Bool, hasHeading: Bool = true) -> [String] {
    let shown = rows.map { $0.map { Cell(VisibleText.of($0.text), light: $0.light) } }
    let widths = fittedWidths(shown, width, limit)
    func line(_ cells: [Cell]) -> String {
      var parts: [String] = []
      for (index, size) in widths.enumerated() where size > 0 {
        let cell = index < cells.count ? cells[index] : Cell("")
        let fitted = width.fitted(cell.text, to: size, isRight: columns[index].isRight)
        parts.append(isColoured ? Paint.paint(fitted, cell.light) : fitted)
      }
      let joined = parts.joined(separator: String(repeating: " ", count: gap))
      return isColoured ? joined : joined.trimmedRight
    }
    let heading = hasHeading ? [line(columns.map { Cell($0.title) })] : []
    return heading + shown.map(line)
  }

  private func fittedWidths(_ shown: [[Cell]], _ width: DisplayWidth, _ limit: Int) -> [Int] {
    var widths = columns.indices.map { index in
      shown.reduce(width.columns(columns[index].title)) {
        max($0, index < $1.count ? width.columns($1[index].text) : 0)
      }
    }
    func total() -> Int {
      let used = widths.filter { $0 > 0 }
      return used.reduce(0, +) + max(0, used.count - 1) * gap
    }
    for isFlexible in [true, false] {
      for index in columns.indices.reversed() where columns[index].isFlexible == isFlexible && total() > limit
      {
        widths[index] = max(min(columns[index].least, widths[index]), widths[index] - (total() - limit))
      }
    }
    for index in columns.indices.dropFirst().reversed() where total() > limit { widths[index] = 0 }
    if total() > limit, let first = widths.first { widths[0] = min(first, limit) }
    return widths
  }
}

/// Colours of lights on a terminal.
enum Paint {
  static func paint(_ text: String, _ light: Light) -> String {
    switch light {
    case .red: "\u{1B}[31m\(text)\u{1B}[0m"
    case .yellow: "\u{1B}[33m\(text)\u{1B}[0m"
    case .green: "\u{1B}[32m\(text)\u{1B}[0m"
    case .none: text
    }
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedRight: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
