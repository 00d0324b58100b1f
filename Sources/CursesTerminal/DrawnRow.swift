import CCurses
import TerminalFrames

/// A row of a frame as curses takes it. Where the C library gives a character another width than the frame does, or
/// cannot show it at all, a stand-in of the right width takes its place, so that nothing to the right of it shifts.
struct DrawnRow {
  /// `CCURSES_CELL` scalars for each character, filled with 0.
  private(set) var text: [UInt32] = []
  /// The style of each character.
  private(set) var styles: [UInt8] = []

  init(_ cells: ArraySlice<Cell>, _ width: DisplayWidth) {
    text.reserveCapacity(cells.count * Int(CCURSES_CELL))
    styles.reserveCapacity(cells.count)
    for cell in cells where !cell.isRightHalf {
      let scalars = Array(cell.text.unicodeScalars)
      guard let first = scalars.first else { continue }
      let columns = width.columns(first)
      if first.value < 0x7F || Int(ccurses_width(first.value)) == columns {
        add(scalars.filter { $0 == first || ccurses_width($0.value) == 0 }, cell.style)
      } else {
        for scalar in DrawnRow.standIn(for: first, columns: columns) { add([scalar], cell.style) }
      }
    }
  }

  private mutating func add(_ scalars: [Unicode.Scalar], _ style: Style) {
    let most = Int(CCURSES_CELL) - 1
    let values = scalars.prefix(most).map(\.value)
    text += values + [UInt32](repeating: 0, count: most + 1 - values.count)
    styles.append(style.rawValue)
  }

  private static let standIns: [Unicode.Scalar: String] = [
    "…": "..", "—": "--", "–": "--", "─": "--", "“": " \"", "”": "\" ", "‘": " '", "’": "' ", "·": ". ",
    "●": "* ", "○": "o ", "■": "# ", "□": "[]", "★": "* ", "→": "->", "←": "<-", "×": "x ", "±": "+-",
    "│": "| ",
  ]

  /// Characters that take `columns` columns in every locale.
  private static func standIn(for scalar: Unicode.Scalar, columns: Int) -> [Unicode.Scalar] {
    guard columns == 2 else { return ["?"] }
    if let known = standIns[scalar] { return Array(known.unicodeScalars) }
    return ccurses_width(0x3013) == 2 ? ["〓"] : ["?", "?"]
  }
}
