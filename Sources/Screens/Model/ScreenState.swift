import Campaigns

/// One screen of the stack: what it shows, and where one is in it.
struct ScreenState: Sendable {
  let place: Place
  /// What is selected, by its id, so that it stays through reload, resize and sort.
  var selected: ItemID?
  /// Where the selected line stands in the list; the place to go to when it vanishes.
  var line = 0
  /// The first line shown.
  var top = 0
  /// The number on top that Enter would open; nil where the list has it.
  var chip: Int?
  /// What was typed after `/`.
  var filterText = ""
  /// What it says; the last that could be read.
  var filter = Filter.all
  var order: TaskOrder?
  var group: TaskGroup?
  var columnSet = 0
  /// What is marked, and where a range begins that is being marked.
  var marks: Set<ItemID> = []
  var anchor: ItemID?
  /// What the view shows now.
  var content = Content()
  /// The selected line that others' changes took out of the list: it stays until one moves.
  private(set) var departed: (item: ListItem, line: Int)?

  init(_ place: Place) {
    self.place = place
    if case .urgent = place { group = .unit }
  }

  /// Whether it is a page of text, which is scrolled rather than walked through.
  var isPage: Bool { content.items.selectable == 0 }
  var item: ListItem? { content.items.isSelectable(line) ? content.items[line] : nil }

  var opens: Place? { item?.opens ?? (isPage ? content.opens : nil) }

  mutating func toggleMark(_ id: ItemID) {
    if marks.remove(id) == nil { marks.insert(id) }
  }

  /// Holds on to the selected line, which others' changes took away, as this.
  mutating func hold(_ item: ListItem, at line: Int) {
    (departed, selected) = ((item, line), item.id)
  }

  /// Puts the line that is held on to in where it stood, as long as it is selected; lets it go where the list has it again.
  mutating func keepDeparted() {
    guard let held = departed else { return }
    guard held.item.id == selected, let id = held.item.id, content.items.line(of: id) == nil else {
      departed = nil
      return
    }
    content.items.insert(held.item, at: min(held.line, content.items.count))
  }

  /// Finds the selected line again in new content, or the nearest.
  mutating func settle(rows: Int) {
    if selected == nil { selected = content.first }
    if let selected, let found = content.items.line(of: selected) {
      line = found
    } else {
      let items = content.items
      line = items.selectableLine(from: line) ?? items.selectableLine(items.selectable - 1) ?? 0
      selected = item?.id
    }
    scroll(rows: rows)
  }

  /// Keeps the selected line, and a heading right above it, in sight.
  mutating func scroll(rows: Int) {
    let count = content.items.count
    if !isPage {
      var first = line
      while first > 0, content.items[first - 1].id == nil, line - first < 2 { first -= 1 }
      if line - first >= rows { first = line }
      if content.items.rank(of: line).before == 0 { first = max(0, line - rows + 1) }
      if top > first { top = first }
      // What stands below the last selectable line is in sight with it.
      let last =
        content.items.selectableLine(content.items.selectable - 1) == line && count - line <= rows
        ? count - 1 : line
      if last >= top + rows { top = last - rows + 1 }
    }
    top = max(0, min(top, count - rows))
  }

  /// Selects the line that is `steps` selectable lines on, or scrolls a page of text.
  mutating func move(_ steps: Int, rows: Int) {
    guard !isPage else {
      top += steps
      return scroll(rows: rows)
    }
    let (before, isSelectable) = content.items.rank(of: line)
    let wanted = max(0, min(content.items.selectable - 1, (isSelectable ? before : 0) + steps))
    if let line = content.items.selectableLine(wanted) { select(line, rows: rows) }
  }

  /// Moves by lines of the screen: the selectable line nearest to where that leads.
  mutating func page(_ distance: Int, rows: Int) {
    guard !isPage else { return move(distance, rows: rows) }
    let target = line + distance
    let items = content.items
    let reached =
      distance > 0
      ? items.selectableLine(upTo: max(target, line)) : items.selectableLine(from: max(0, min(target, line)))
    let next =
      reached == line
      ? (distance > 0 ? items.selectableLine(from: line + 1) : items.selectableLine(upTo: line - 1)) : reached
    top += distance
    select(next ?? reached ?? line, rows: rows)
  }

  mutating func select(_ line: Int, rows: Int) {
    self.line = line
    selected = item?.id
    scroll(rows: rows)
  }
}
