import CCurses
import TerminalFrames

/// Keys as curses tells them.
enum CursesKey {
  /// The key of a character, control characters included.
  static func key(character code: UInt32) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 127: return .backspace
    case 1...26: return Unicode.Scalar(code + 0x60).map { .control(Character($0)) }
    case 0...31: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  /// The key of a code that is no character.
  static func key(code: UInt32) -> Key? {
    switch code {
    case CCURSES_UP.rawValue: .up
    case CCURSES_DOWN.rawValue: .down
    case CCURSES_LEFT.rawValue: .left
    case CCURSES_RIGHT.rawValue: .right
    case CCURSES_HOME.rawValue: .home
    case CCURSES_END.rawValue: .end
    case CCURSES_PAGE_UP.rawValue: .pageUp
    case CCURSES_PAGE_DOWN.rawValue: .pageDown
    case CCURSES_BACKSPACE.rawValue: .backspace
    case CCURSES_DELETE.rawValue: .delete
    case CCURSES_BACK_TAB.rawValue: .backTab
    case CCURSES_ENTER.rawValue: .enter
    case (CCURSES_F0.rawValue + 1)...(CCURSES_F0.rawValue + 12): .function(Int(code - CCURSES_F0.rawValue))
    default: nil
    }
  }
}
