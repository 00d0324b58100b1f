/// Comma-separated values taken apart as RFC 4180 has them: cells in quotes may hold commas, quotes (doubled) and ends of lines. A line may
/// end with CR, LF or both; a quote inside a cell that does not begin with one stands for itself.
struct CommaText: Equatable {
  /// The cells of a line, and the number of the line that it begins on.
  struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  /// What is wrong in the quotes of a line.
  enum Flaw: Equatable {
    case openQuote
    case textBehindQuote
  }

  /// Lines that have anything in them.
  private(set) var rows: [Row] = []
  /// What is wrong, and in which line; what follows an open quote cannot be told from it.
  private(set) var flaws: [(line: Int, flaw: Flaw)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.rows == right.rows
      && left.flaws.elementsEqual(right.flaws) { $0.line == $1.line && $0.flaw == $1.flaw }
  }

  private enum Place {
    case start, plain, quoted, behindQuote, lost
  }

  /// Takes UTF-8 apart.
  init(_ bytes: [UInt8]) {
    var (line, place) = (1, Place.start)
    var row = Row(line: 1, cells: [])
    var cell: [UInt8] = []
    func endCell() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      place = .start
    }
    func endRow() {
      endCell()
      if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
      offset += 1
      if place == .quoted {
        if byte == UInt8(ascii: "\"") {
          place = .behindQuote
        } else {
          cell.append(byte)
          if isEnd { line += 1 }
        }
        continue
      }
      // The first half of CR LF.
      if byte == UInt8(ascii: "\r"), !isEnd { continue }
      if isEnd {
        endRow()
        line += 1
        row = Row(line: line, cells: [])
      } else if byte == UInt8(ascii: ",") {
        endCell()
      } else if byte == UInt8(ascii: "\""), place == .start {
        place = .quoted
      } else if byte == UInt8(ascii: "\""), place == .behindQuote {
        cell.append(byte)
        place = .quoted
      } else {
        if place == .behindQuote {
          flaws.append((row.line, .textBehindQuote))
          place = .lost
        } else if place == .start {
          place = .plain
        }
        cell.append(byte)
      }
    }
    if place == .quoted { flaws.append((row.line, .openQuote)) }
    if !cell.isEmpty || !row.cells.isEmpty || place != .start { endRow() }
  }
}
