/// A line for each row of a list, in the words of whoever asks: `{id} {title}`. A name in braces is a column's; `\t` and `\n`
/// are a tab and a new line, `{{` and `}}` braces.
///
///     try OutputTemplate("{id}\\t{title}").names  // ["id", "title"]
struct OutputTemplate: Equatable {
  private enum Piece: Equatable {
    case text(String)
    case column(String)
  }

  private let pieces: [Piece]

  /// Whether a text can only be meant as a template.
  static func isMeant(_ text: String) -> Bool { text.contains("{") }

  init(_ text: String) throws(Failure) {
    var (pieces, words) = ([Piece](), "")
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\" where rest.first == "t" || rest.first == "n": words += rest.removeFirst() == "t" ? "\t" : "\n"
      case "{" where rest.first == "{", "}" where rest.first == "}": words.append(rest.removeFirst())
      case "{":
        guard let end = rest.firstIndex(of: "}") else { throw .badTemplate(text) }
        pieces += [.text(words), .column(String(rest[..<end]).trimmed)]
        (words, rest) = ("", rest[end...].dropFirst())
      case "}": throw .badTemplate(text)
      default: words.append(character)
      }
    }
    self.pieces = pieces + [.text(words)]
  }

  /// The columns that it names, as they come.
  var names: [String] { pieces.compactMap { if case .column(let name) = $0 { name } else { nil } } }

  /// The line of a row: its cells are those of the columns, as they come.
  func line(_ cells: [String]) -> String {
    var rest = cells[...]
    return pieces.map { piece in
      switch piece {
      case .text(let words): words
      case .column: rest.popFirst() ?? ""
      }
    }.joined()
  }
}
