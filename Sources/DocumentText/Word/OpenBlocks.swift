/// A paragraph that is being read.
struct OpenParagraph {
  var style: String?
  var numbering = NumberingReference()
  /// Its text so far; a forced line break is a line feed.
  var text = ""
  /// Lines of the text boxes that hang on it.
  var boxes: [String] = []
  /// Whether its end is deleted or hidden, so that the next paragraph goes on in it.
  var isEndHidden = false
  /// Whether the run that is open is hidden text.
  var isRunHidden = false
}

/// A table that is being read: the row that is open.
struct OpenTable {
  var cells: [String] = []
  var isRowDeleted = false
  /// Columns that the open cell takes.
  var span = 1
  /// Whether the open cell goes on with the one above or beside it.
  var isContinuation = false

  /// Columns that Word allows; a file can say anything.
  static let columns = 63

  mutating func beginRow() {
    cells = []
    isRowDeleted = false
  }

  mutating func beginCell() {
    span = 1
    isContinuation = false
  }

  mutating func endCell(_ text: String) {
    cells.append(isContinuation ? "" : text)
    skip(span - 1)
  }

  /// Leaves columns empty.
  mutating func skip(_ columns: Int) {
    let room = max(OpenTable.columns - cells.count, 0)
    cells.append(contentsOf: repeatElement("", count: min(max(columns, 0), room)))
  }
}

/// Where finished lines go: the body, a cell, or a text box.
struct Flow {
  var lines: [String] = []
  /// The text of a paragraph without an end of its own.
  var carried = ""

  /// All lines, once no more comes.
  var finished: [String] { carried.isEmpty ? lines : lines + [carried] }

  /// All on one line, for a cell.
  var joined: String {
    finished.filter { !$0.isEmpty }.joined(separator: " ").replacing("\t", with: " ")
  }
}

/// Fields that are open: what is shown of them is their result, not their instruction.
struct OpenFields {
  private var areResults: [Bool] = []
  private var instructions = 0

  /// Whether text here belongs to an instruction.
  var isInstruction: Bool { instructions > 0 }

  /// Takes a w:fldChar by its type. One that fits nowhere is passed over.
  mutating func mark(_ type: String?) {
    switch type {
    case "begin":
      areResults.append(false)
      instructions += 1
    case "separate":
      guard areResults.last == false else { return }
      areResults[areResults.count - 1] = true
      instructions -= 1
    case "end":
      if areResults.popLast() == false { instructions -= 1 }
    default: break
    }
  }
}
