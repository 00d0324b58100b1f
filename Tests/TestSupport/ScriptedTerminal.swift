import TerminalFrames

/// A terminal for tests: plays events, keeps the frames that it was shown.
package struct ScriptedTerminal: Terminal {
  package private(set) var size: Size
  /// What it was shown, oldest first.
  package private(set) var frames: [Frame] = []
  /// How often it was suspended.
  package private(set) var suspensions = 0
  private var events: ArraySlice<Event>
  /// What `isWanted` answers; never, where nobody says.
  package var isWanted: @Sendable () -> Bool = { false }

  /// A terminal that plays these events and is hung up after the last.
  package init(size: Size, events: [Event]) {
    self.size = size
    self.events = events[...]
  }

  package mutating func show(_ frame: Frame) { frames.append(frame) }

  package mutating func next(within milliseconds: Int) -> Event {
    let event = events.popFirst() ?? .hangUp
    if case .resized(let new) = event { size = new }
    return event
  }

  package mutating func repaint() {}
  package mutating func suspend() { suspensions += 1 }
  package mutating func lend(_ body: () -> Void) { body() }
}

extension [Event] {
  /// Events from a script: names of keys between spaces (`j`, `^D`, `Enter`), `'text'` for typed text, `60x15` for a
  /// new size, `~` for time passing. Nil where a word is none of these.
  package init?(script: String) {
    var events: [Event] = []
    var rest = Substring(script)
    while let first = rest.first {
      if first == " " || first == "\n" {
        rest.removeFirst()
      } else if first == "'" {
        rest.removeFirst()
        let text = rest.prefix { $0 != "'" }
        rest = rest.dropFirst(text.count + 1)
        events += text.map { .key(.character($0)) }
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\n" }
        rest = rest.dropFirst(word.count)
        let numbers = word.split(separator: "x").compactMap { Int($0) }
        if word == "~" {
          events.append(.tick)
        } else if let key = Key(named: String(word)) {
          events.append(.key(key))
        } else if numbers.count == 2 {
          events.append(.resized(Size(columns: numbers[0], rows: numbers[1])))
        } else {
          return nil
        }
      }
    }
    self = events
  }
}
