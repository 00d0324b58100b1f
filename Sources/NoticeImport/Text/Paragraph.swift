/// A piece of a notice as its author meant it: a paragraph, or a row of a table.
struct Paragraph: Equatable {
  /// Its words; a row's cells behind each other.
  var words: Passage
  /// The cells of a row, with what their columns are; nil for a paragraph.
  var row: TableRow?

  /// The mark before its first word: ☆, ■.
  var bullet: Unicode.Scalar?

  init(_ words: Passage, bullet: Unicode.Scalar? = nil) { (self.words, self.bullet) = (words, bullet) }

  init(_ row: TableRow) {
    self.row = row
    words = row.cells.reduce(into: Passage()) { $0.append($1) }
  }

  var line: Int { words.line }
}
