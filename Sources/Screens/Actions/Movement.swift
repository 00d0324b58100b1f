import Wording

/// Going about in a list, or scrolling a page.
enum Movement: KeyAction {
  case down, up, pageDown, pageUp, halfDown, halfUp, first, last
  var group: KeyGroup { .move }

  var keys: String {
    switch self {
    case .down: "j Down"
    case .up: "k Up"
    case .pageDown: "PgDn"
    case .pageUp: "PgUp"
    case .halfDown: "^D"
    case .halfUp: "^U"
    case .first: "g Home"
    case .last: "G End"
    }
  }

  var presence: Presence {
    switch self {
    case .down, .up, .first, .last: .everywhere
    case .pageDown, .pageUp, .halfDown, .halfUp: .withStore
    }
  }

  func title(_ wording: Wording) -> String {
    switch self {
    case .down: wording.pick("下一行", "next line")
    case .up: wording.pick("上一行", "line before")
    case .halfDown: wording.pick("下移半屏", "half a screen down")
    case .halfUp: wording.pick("上移半屏", "half a screen up")
    case .pageDown: wording.pick("下一屏", "a screen down")
    case .pageUp: wording.pick("上一屏", "a screen up")
    case .first: wording.pick("到开头", "to the beginning")
    case .last: wording.pick("到末尾", "to the end")
    }
  }

  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    let rows = model.layout.list.rows
    model.screen.chip = nil
    let count = model.screen.content.items.count
    switch self {
    case .down, .up, .first, .last: model.screen.move(distance(screenful: rows, of: count), rows: rows)
    case .pageDown, .pageUp, .halfDown, .halfUp:
      model.screen.page(distance(screenful: rows, of: count), rows: rows)
    }
    return []
  }

  /// How many lines on it leads in a list of so many.
  func distance(screenful rows: Int, of count: Int) -> Int {
    switch self {
    case .down: 1
    case .up: -1
    case .pageDown: rows
    case .pageUp: -rows
    case .halfDown: max(1, rows / 2)
    case .halfUp: -max(1, rows / 2)
    case .first: -count
    case .last: count
    }
  }
}
