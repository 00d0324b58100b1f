import Campaigns
import TerminalFrames

/// The line after `/`.
struct FilterLine: Sendable {
  var line: TextLine
  /// What stood there before, for Esc.
  let before: String
  /// Whether a page of all tasks was opened for it.
  let opensPage: Bool
  /// Why Enter did not take what stands there: a name that nothing has. Looked for then, and not at every key.
  var refused: String?
}

extension Model {
  /// A key in the line after `/`: the list follows what is typed.
  mutating func type(_ key: Key, in line: FilterLine) {
    var typed = line
    defer { if overlay == nil { unsettled = nil } }
    switch key {
    case .escape, .control("c"):
      overlay = nil
      if line.opensPage { stack.removeLast() } else { readFilter(line.before) }
      refresh()
      if key == .control("c") { sayCancelled() }
    case .enter:
      if let error = filterError(line.line.text) ?? unknownName(line.line.text) {
        typed.refused = error
        overlay = .filter(typed)
        return
      }
      overlay = nil
      lastFilter = line.line.text.trimmed
      if !settle() { refresh() }
    // The list can be walked through while one types.
    case .down: walk { $0.move(1, rows: $1) }
    case .up: walk { $0.move(-1, rows: $1) }
    case .pageDown: walk { $0.page($1, rows: $1) }
    case .pageUp: walk { $0.page(-$1, rows: $1) }
    default:
      guard typed.line.take(key) else { return }
      typed.refused = nil
      overlay = .filter(typed)
      take(typed.line.text)
    }
  }

  /// Takes what stands in the line now. In a store of many tasks the list follows when nobody types.
  mutating func take(_ text: String) {
    if snapshot.count > setting.mostAtOnce { unsettled = text } else { readFilter(text) }
  }

  /// Lets the list follow what was typed; left off, with everything as it was, where somebody wants something meanwhile.
  /// - Returns: whether it does.
  @discardableResult
  mutating func settle(until isWanted: @escaping @Sendable () -> Bool = { false }) -> Bool {
    guard let text = unsettled else { return false }
    let (before, patience) = (screen, Patience(until: isWanted))
    snapshot.patience = patience
    readFilter(text)
    snapshot.patience = nil
    guard patience.end() else {
      screen = before
      return false
    }
    unsettled = nil
    return true
  }

  /// Goes about in the list, which then has what Enter opens.
  private mutating func walk(_ body: (inout ScreenState, Int) -> Void) {
    settle()
    screen.chip = nil
    let rows = layout.list.rows
    body(&screen, rows)
  }

  /// Takes the filter that a text says; of one that cannot be read yet, what stands before its last word.
  mutating func readFilter(_ text: String) {
    let begun = text.lastIndex(of: " ").map { String(text[..<$0]) } ?? ""
    guard let filter = filter(of: text) ?? filter(of: begun) else { return }
    screen.filter = filter
    screen.filterText = text.trimmed
    refresh()
  }

  /// The filter that a text says today; nil where it says none.
  func filter(of text: String) -> Filter? {
    try? FilterReader.read(text, snapshot.filterContext(setting.views))
  }

  /// Another day has come, on which 本周 is another week.
  mutating func readFiltersAnew() {
    for place in stack.indices where !stack[place].filterText.isEmpty {
      if let filter = filter(of: stack[place].filterText) { stack[place].filter = filter }
    }
  }

  /// A name in a filter that nothing has: whoever mistyped it is told.
  private func unknownName(_ text: String) -> String? {
    guard let filter = filter(of: text) else { return nil }
    return snapshot.unknownName(in: filter).map(wording.prose)
  }

  /// Why a filter cannot be read; nil where it can. Names in it may be unknown still.
  func filterError(_ text: String) -> String? {
    do throws(FilterError) {
      _ = try FilterReader.read(text, snapshot.filterContext(setting.views))
      return nil
    } catch { return wording.prose(error) }
  }
}
