import CCurses
import TerminalFrames

// What Terminal asks for is documented in Terminal.swift.

/// The real terminal, by ncurses: the only code that knows of it. Whatever ends the program, the terminal is given back
/// (the C shim sees to traps).
package struct CursesTerminal: Terminal, ~Copyable {
  private var shown: Frame?
  private var keys = KeyReader()
  /// When the latest look at the store began; it is due again that long after it ended.
  private var latestTick = ccurses_milliseconds()
  private var isLooking = false
  /// The number of the signal that the program is to end for, once it was told.
  package private(set) var endingSignal: Int32?

  /// Opens the screen; nil where the terminal is not known to terminfo.
  package init?(isColoured: Bool) {
    guard ccurses_open(isColoured) else { return nil }
    for style in Style.allCases {
      let look = Look(style)
      ccurses_style(Int32(style.rawValue), look.attributes, look.colour)
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
    // Curses takes the size that the environment names, and keeps its own where it had no memory for another.
    if shown == nil { ccurses_resize() }
    for row in shown.map({ Shifts.rowsToSpoil(from: $0, to: frame) }) ?? [] { ccurses_spoil(Int32(row)) }
    ccurses_erase()
    var isWhole = true
    for row in 0..<frame.size.rows {
      let cells = DrawnRow(frame.cells(inRow: row), frame.width)
      if !ccurses_row(Int32(row), cells.text, cells.styles, Int32(cells.styles.count)) { isWhole = false }
    }
    let (row, column) = (Int32(frame.cursor.row), Int32(frame.cursor.column))
    if !ccurses_show(row, column, frame.cursor.isVisible) { isWhole = false }
    // What could not be drawn is drawn at the next tick.
    shown = isWhole ? frame : nil
  }

  package mutating func repaint() {
    ccurses_repaint()
    shown = nil
  }

  package mutating func suspend() {
    _ = ccurses_suspend()
    shown = nil
  }

  package mutating func lend(_ body: () -> Void) {
    guard ccurses_lend() else { return }
    body()
    _ = ccurses_take_back()
    shown = nil
  }

  package mutating func next(within milliseconds: Int) -> Event {
    var fruitless = 0
    if isLooking { (latestTick, isLooking) = (ccurses_milliseconds(), false) }
    while true {
      if let event = signalled() { return event }
      // Keys first: however long looking takes, who types is not kept waiting by the next look.
      var hasRead = false
      let event = keys.next(at: ccurses_milliseconds()) {
        let input = CursesTerminal.read()
        hasRead = hasRead || input != .nothing
        return input
      }
      if let event { return event }
      if hasRead { fruitless = 0 }
      let passed = ccurses_milliseconds() - latestTick
      guard passed < milliseconds else { return tick() }
      switch UInt32(ccurses_wait(Int32(milliseconds - Int(passed)))) {
      case CCURSES_TIME.rawValue: return tick()
      case CCURSES_GONE.rawValue: return .hangUp
      case CCURSES_INPUT.rawValue:
        // Waking up for input that is not there is a terminal that is gone: never spin.
        fruitless += 1
        if fruitless > 100 { return .hangUp }
      default: break
      }
    }
  }

  package var isWanted: @Sendable () -> Bool { { UInt32(ccurses_wait(0)) != CCURSES_TIME.rawValue } }

  private mutating func tick() -> Event {
    (latestTick, isLooking) = (ccurses_milliseconds(), true)
    return keys.quiet(at: latestTick) ?? .tick
  }

  private static func read() -> Input {
    var code: UInt32 = 0
    return switch UInt32(ccurses_read(&code)) {
    case CCURSES_CHARACTER.rawValue: .character(code)
    case CCURSES_KEY.rawValue: .code(code)
    case CCURSES_PIECE.rawValue: .piece
    default: .nothing
    }
  }

  private mutating func signalled() -> Event? {
    let bits = UInt32(ccurses_signals())
    func came(_ signal: ccurses_signal) -> Bool { bits & signal.rawValue != 0 }
    if came(CCURSES_HUP) { return .hangUp }
    for (signal, number) in [(CCURSES_TERM, Int32(15)), (CCURSES_INT, 2), (CCURSES_QUIT, 3)]
    where came(signal) {
      endingSignal = number
      return .terminated
    }
    if came(CCURSES_TSTP) { return .suspend }
    if came(CCURSES_CONT) {
      // Where it is to end instead, the signal for that is told next.
      guard ccurses_resume() else { return signalled() }
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
}
