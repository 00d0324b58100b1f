import TerminalFrames

/// What a key can do on a list or a page. Forms take text and keys of their own.
package enum Action: String, CaseIterable, Sendable {
  case down, up, halfDown, halfUp, pageDown, pageUp, first, last, open, back, nextPane, previousPane
  case home, campaigns, tasks, urgent, units, rates
  case filter, nextMatch, previousMatch
  case complete, report, note, instruct, add
  case edit, drop, merge, split, accept
  case undo, redo, dateEvent
  case count, target, extend, remind, move
  case sort, group, columns, detail
  case help, reload, redraw, suspend, cancel, close, quit
}

/// Groups of keys in help.
package enum KeyGroup: CaseIterable, Sendable { case find, change, views, move, list, program }

/// A line of the table of keys.
package struct KeyBinding: Sendable {
  /// What the keys do.
  package let action: Action
  /// The keys, the one to be shown first.
  package let keys: [Key]
  /// Where help shows it.
  package let group: KeyGroup
  /// Its place in the hint bar, the least first; nil where it is not shown there.
  let hint: Int?

  fileprivate init(_ action: Action, _ group: KeyGroup, _ keys: String, hint: Int? = nil) {
    self.action = action
    self.group = group
    self.hint = hint
    self.keys = keys.split(separator: " ").compactMap { Key(named: String($0)) }
  }
}

/// The one table of keys: the hint bar, help and docs/keys.md are made from it (interface.md 2). `:` is kept for the
/// command line, Space, `v` and `*` for marks.
package enum KeyTable {
  /// Every binding, in the order of help.
  package static let all: [KeyBinding] = [
    KeyBinding(.complete, .change, "d", hint: 2),
    KeyBinding(.report, .change, "p", hint: 3),
    KeyBinding(.instruct, .change, "b", hint: 4),
    KeyBinding(.note, .change, "m"),
    KeyBinding(.count, .change, "c", hint: 5),
    KeyBinding(.extend, .change, "x", hint: 5),
    KeyBinding(.remind, .change, "r", hint: 5),
    KeyBinding(.add, .change, "a", hint: 5),
    KeyBinding(.edit, .change, "e", hint: 2),
    KeyBinding(.drop, .change, "D", hint: 3),
    KeyBinding(.merge, .change, "J", hint: 4),
    KeyBinding(.split, .change, "K"),
    KeyBinding(.move, .change, "M"),
    KeyBinding(.accept, .change, "A", hint: 5),
    KeyBinding(.dateEvent, .change, "t"),
    KeyBinding(.target, .change, "T"),
    KeyBinding(.undo, .change, "u"),
    KeyBinding(.redo, .change, "U ^R"),
    KeyBinding(.filter, .find, "/", hint: 6),
    KeyBinding(.nextMatch, .find, "n"),
    KeyBinding(.previousMatch, .find, "N"),
    KeyBinding(.home, .views, "1", hint: 7),
    KeyBinding(.campaigns, .views, "2"),
    KeyBinding(.tasks, .views, "3"),
    KeyBinding(.urgent, .views, "4"),
    KeyBinding(.units, .views, "5"),
    KeyBinding(.rates, .views, "6"),
    KeyBinding(.down, .move, "j Down"),
    KeyBinding(.up, .move, "k Up"),
    KeyBinding(.open, .move, "Enter l Right", hint: 1),
    KeyBinding(.back, .move, "Esc h Left", hint: 8),
    KeyBinding(.pageDown, .move, "PgDn"),
    KeyBinding(.pageUp, .move, "PgUp"),
    KeyBinding(.halfDown, .move, "^D"),
    KeyBinding(.halfUp, .move, "^U"),
    KeyBinding(.first, .move, "g Home"),
    KeyBinding(.last, .move, "G End"),
    KeyBinding(.nextPane, .move, "Tab"),
    KeyBinding(.previousPane, .move, "S-Tab"),
    KeyBinding(.sort, .list, "s"),
    KeyBinding(.group, .list, "S"),
    KeyBinding(.columns, .list, "o"),
    KeyBinding(.detail, .list, "i"),
    KeyBinding(.help, .program, "? F1", hint: 0),
    KeyBinding(.reload, .program, "R"),
    KeyBinding(.redraw, .program, "^L"),
    KeyBinding(.suspend, .program, "^Z"),
    KeyBinding(.cancel, .program, "^C"),
    KeyBinding(.close, .program, "q", hint: 9),
    KeyBinding(.quit, .program, "Q"),
  ]

  /// The action of a key.
  package static func action(for key: Key) -> Action? { byKey[key.halfWidth] }

  /// The binding of an action.
  static func binding(of action: Action) -> KeyBinding? { all.first { $0.action == action } }

  private static let byKey: [Key: Action] = Dictionary(
    all.flatMap { binding in binding.keys.map { ($0, binding.action) } }
  ) { first, _ in first }
}
