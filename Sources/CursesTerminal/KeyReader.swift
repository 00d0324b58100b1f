import CCurses
import TerminalFrames

/// What one read of the terminal gave.
enum Input: Equatable {
  case nothing
  /// Bytes that make no character.
  case piece
  /// A character, control characters included.
  case character(UInt32)
  /// A key that is none, one of `ccurses_key`.
  case code(UInt32)
}

/// Makes keys and pasted text of what is read. It knows no terminal and no clock: both are given.
struct KeyReader {
  /// Milliseconds without input after which a paste whose end got lost counts as ended.
  static let longestPause: Int64 = 10_000
  /// Milliseconds after which an Esc in a paste stands alone, and is not the beginning of its end.
  static let pauseAfterEscape: Int64 = 250

  /// Text that is being pasted, its line ends as they came.
  private struct Paste {
    var text = String.UnicodeScalarView()
    var latest: Int64
  }

  private var paste: Paste?
  /// What was read to see what follows an Esc, and is a key of its own.
  private var held: Input?

  /// What was read of a burst behind its first key.
  private var queue: [Event] = []

  /// The next event of what is there; nil where nothing more is. A burst is read whole: nobody types that much text in a
  /// moment. It is pasted, by a terminal that does not say so, and no key of it is a command.
  mutating func next(at now: Int64, read: () -> Input) -> Event? {
    if !queue.isEmpty { return queue.removeFirst() }
    var (text, next) = ("", one(at: now, read: read))
    while let event = next, let typed = event.typed {
      text += typed
      queue.append(event)
      next = queue.count < Self.longestBurst ? one(at: now, read: read) : nil
    }
    if queue.count >= Self.shortestPaste {
      queue = next.map { [$0] } ?? []
      return .paste(text)
    }
    if let next { queue.append(next) }
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  /// Keys of text that come in one moment and are a paste.
  static let shortestPaste = 64
  /// As many keys as are looked at in one moment.
  private static let longestBurst = 4_096

  private mutating func one(at now: Int64, read: () -> Input) -> Event? {
    while true {
      let input = held ?? read()
      held = nil
      if input == .nothing { return nil }
      paste?.latest = now
      switch input {
      case .code(CCURSES_PASTE_BEGIN.rawValue): if paste == nil { paste = Paste(latest: now) }
      case .code(CCURSES_PASTE_END.rawValue): if let event = endOfPaste() { return event }
      case _ where paste != nil: if let event = take(input) { return event }
      case .character(Self.escape): if let event = escaped(read) { return event }
      case .character(let code):
        if let key = CursesKey.key(character: code) { return .key(key) }
      case .code(let code): if let key = CursesKey.key(code: code) { return .key(key) }
      case .nothing, .piece: break
      }
    }
  }

  /// To be asked when nothing came for a while: pasted text whose end got lost, or that somebody ended with Esc.
  mutating func quiet(at now: Int64) -> Event? {
    guard let paste else { return nil }
    let pause = paste.text.last?.value == Self.escape ? Self.pauseAfterEscape : Self.longestPause
    return now - paste.latest >= pause ? endOfPaste() : nil
  }

  private static let escape: UInt32 = 27
  /// The end of a paste that came in pieces, so that curses did not know it.
  private static let end = Array("\u{1B}[201~".unicodeScalars)

  /// One more character of what is pasted. Whatever is no character is a space.
  private mutating func take(_ input: Input) -> Event? {
    switch input {
    case .character(let code):
      guard let scalar = Unicode.Scalar(code), code != 0 else { return nil }
      paste?.text.append(scalar)
      guard scalar == "~", let text = paste?.text, text.suffix(Self.end.count).elementsEqual(Self.end) else {
        return nil
      }
      paste?.text.removeLast(Self.end.count)
      return endOfPaste()
    case .code(CCURSES_ENTER.rawValue): paste?.text.append("\n")
    case .code(let code) where CursesKey.key(code: code) != nil: paste?.text.append(" ")
    case .code, .piece, .nothing: break
    }
    return nil
  }

  private mutating func endOfPaste() -> Event? {
    guard var text = paste?.text else { return nil }
    paste = nil
    if text.last?.value == Self.escape { text.removeLast() }
    var clean = String.UnicodeScalarView()
    for scalar in text {
      switch scalar.value {
      case 10, 13: clean.append("\n")
      case 0..<32, 127: clean.append(" ")
      default: clean.append(scalar)
      }
    }
    return .paste(String(clean))
  }

  /// What follows an Esc at once belongs to it: Alt and a key, or a sequence that curses does not know. Neither is a key
  /// of ours. Characters beyond ASCII come from an input method and are let through.
  private mutating func escaped(_ read: () -> Input) -> Event? {
    let next = read()
    switch next {
    case .nothing, .piece: return .key(.escape)
    case .character(0x5B): swallowSequence(read)
    case .character(0x4F): swallow(0x40...0x7E, read)
    case .character(let code) where code < 0x80 && code != Self.escape: break
    case .character, .code:
      held = next
      return .key(.escape)
    }
    return nil
  }

  /// The rest of `ESC [`: parameters, then one letter or mark.
  private mutating func swallowSequence(_ read: () -> Input) {
    while swallow(0x20...0x3F, read) {}
    swallow(0x40...0x7E, read)
  }

  /// Swallows one character of a range. One that is not is held.
  @discardableResult
  private mutating func swallow(_ range: ClosedRange<UInt32>, _ read: () -> Input) -> Bool {
    let next = held ?? read()
    held = nil
    if case .character(let code) = next, range.contains(code) { return true }
    if next != .nothing { held = next }
    return false
  }
}

extension Event {
  /// The text that a key stands for; nil for other keys and events.
  fileprivate var typed: String? {
    switch self {
    case .key(.character(let character)): String(character)
    case .key(.enter): "\n"
    case .key(.tab): "\t"
    default: nil
    }
  }
}
