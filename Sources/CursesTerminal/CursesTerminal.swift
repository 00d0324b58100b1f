import CCurses
import TerminalFrames

// What Terminal asks for is documented in Terminal.swift.

/// The real terminal, by ncurses: the only code that knows of it. Whatever ends the program, the terminal is given back
/// (the C shim sees to traps).
package struct CursesTerminal: Terminal, ~Copyable {
  private var shown: Frame?
  private var paste: String?

  /// Opens the screen; nil where the terminal is not known to terminfo.
  package init?(isColoured: Bool) {
    guard ccurses_open(isColoured) else { return nil }
    for style in Style.allCases {
      let look = Look(style)
      ccurses_style(Int32(style.rawValue), look.attributes, isColoured ? look.colour : 0)
    }
  }

  deinit { ccurses_close() }

  package var size: Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    ccurses_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  package mutating func show(_ frame: Frame) {
    guard frame != shown else { return }
    for row in shown.map({ Shifts.rowsToSpoil(from: $0, to: frame) }) ?? [] { ccurses_spoil(Int32(row)) }
    ccurses_erase()
    for row in 0..<frame.size.rows {
      let cells = DrawnRow(frame.cells(inRow: row), frame.width)
      ccurses_row(Int32(row), cells.text, cells.styles, Int32(cells.styles.count))
    }
    ccurses_show(Int32(frame.cursor.row), Int32(frame.cursor.column), frame.cursor.isVisible)
    shown = frame
  }

  package mutating func repaint() {
    ccurses_repaint()
    shown = nil
  }

  package mutating func suspend() {
    ccurses_suspend()
    shown = nil
  }

  package mutating func next(within milliseconds: Int) -> Event {
    var fruitless = 0
    while true {
      if let event = signalled() { return event }
      if let event = typed() { return event }
      switch UInt32(ccurses_wait(Int32(milliseconds))) {
      case CCURSES_TIME.rawValue:
        // The end of pasted text got lost: it counts as typed so far.
        if let text = paste {
          paste = nil
          return .paste(text)
        }
        return .tick
      case CCURSES_GONE.rawValue: return .hangUp
      case CCURSES_INPUT.rawValue:
        // Input that never becomes a key is a terminal that is gone: never spin.
        fruitless += 1
        if fruitless > 100 { return .hangUp }
      default: break
      }
    }
  }

  private mutating func signalled() -> Event? {
    let bits = UInt32(ccurses_signals())
    func came(_ signal: ccurses_signal) -> Bool { bits & signal.rawValue != 0 }
    if came(CCURSES_HUP) { return .hangUp }
    if came(CCURSES_TERM) { return .terminated }
    if came(CCURSES_TSTP) { return .suspend }
    if came(CCURSES_CONT) {
      ccurses_resize()
      repaint()
      return .resumed
    }
    if came(CCURSES_WINCH) {
      ccurses_resize()
      shown = nil
      return .resized(size)
    }
    return nil
  }

  private mutating func typed() -> Event? {
    var code: UInt32 = 0
    while true {
      let key: Key?
      switch UInt32(ccurses_read(&code)) {
      case CCURSES_CHARACTER.rawValue: key = CursesKey.key(character: code)
      case CCURSES_KEY.rawValue:
        if code == CCURSES_PASTE_BEGIN.rawValue {
          paste = ""
          continue
        }
        if code == CCURSES_PASTE_END.rawValue, let text = paste {
          paste = nil
          return .paste(text)
        }
        key = CursesKey.key(code: code)
      default: return nil
      }
      guard let key else { continue }
      guard paste != nil else { return .key(key) }
      switch key {
      case .character(let character): paste?.append(character)
      case .enter, .control("j"): paste?.append("\n")
      default: paste?.append(" ")
      }
    }
  }
}
