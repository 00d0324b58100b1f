import CCurses
import TerminalFrames

/// How a style looks. A colour alone wherever it will do: an attribute beside it takes three times the bytes on every
/// row. The one place where colours are chosen. What a colour says is always said by a word or mark too.
struct Look {
  /// Bits of `ccurses_attribute`.
  let attributes: Int32
  /// A colour from 1 to 7; 0 is the terminal's own.
  let colour: Int32

  init(_ style: Style) {
    func look(_ colour: Int32, _ attributes: ccurses_attribute...) -> (Int32, Int32) {
      (attributes.reduce(0) { $0 | Int32($1.rawValue) }, colour)
    }
    (attributes, colour) =
      switch style {
      // Green is what needs no eye: it stays plain, and saves a tenth of a page's bytes.
      case .plain, .field, .normal: look(0)
      case .title: look(0, CCURSES_BOLD)
      case .dim: look(0, CCURSES_DIM)
      case .overdue, .alert: look(1)
      case .dueSoon: look(3)
      case .selected, .focused: look(0, CCURSES_REVERSE)
      case .key: look(6)
      }
  }
}
