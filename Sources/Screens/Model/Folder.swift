import Campaigns
import TerminalFrames
import Wording

/// A folder of the machine that the program runs on, as a notice is looked for in it.
package struct Folder: Sendable, Equatable {
  /// A file or a folder in it.
  package struct Entry: Sendable, Equatable {
    /// Its name.
    package let name: String
    /// Whether it is a folder.
    package let isFolder: Bool
    /// When it was changed last, in nanoseconds since 1970.
    package let changed: Int
    /// Its size in bytes.
    package let size: Int

    /// An entry.
    package init(name: String, isFolder: Bool, changed: Int, size: Int) {
      (self.name, self.isFolder, self.changed, self.size) = (name, isFolder, changed, size)
    }

    private var ending: String { name.split(separator: ".").last.map { $0.lowercased() } ?? "" }
    /// Whether it is read in a moment, so that what it would be is shown without being asked for.
    var isQuick: Bool { !isFolder && size <= 512 << 10 && ["docx", "txt", "md"].contains(ending) }
    /// Whether it looks like a document that a program of its own must read first.
    var isSlow: Bool {
      !isFolder && !isQuick && ["docx", "doc", "wps", "pdf", "odt", "rtf", "txt"].contains(ending)
    }
  }

  /// Its path, without a slash at the end.
  package let path: String
  /// What is in it, hidden things left out: folders by name, then files, the newest first.
  package let entries: [Entry]
  /// How many entries were left out because there are too many.
  package let leftOut: Int

  /// The most entries that are listed.
  package static let most = 2_000

  /// A folder with what is in it, in any order.
  package init(path: String, entries: [Entry]) {
    self.path = path
    let shown = entries.filter { !$0.name.hasPrefix(".") }.sorted { first, second in
      if first.isFolder != second.isFolder { return first.isFolder }
      return first.isFolder || first.changed == second.changed
        ? first.name < second.name : first.changed > second.changed
    }
    self.entries = Array(shown.prefix(Folder.most))
    leftOut = max(0, shown.count - Folder.most)
  }

  /// The path of something in it.
  func path(of name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }
  /// The folder that it is in.
  var parent: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }
}

/// What a file would be if it were imported.
package struct FileReading: Sendable, Equatable {
  /// Titles of the plans in it; nil where one has none.
  package var titles: [String?] = []
  /// How many tasks they have.
  package var tasks = 0
  /// How many phases they have.
  package var phases = 0
  /// How many things are doubtful.
  package var doubts = 0
  /// Why there is nothing in it, in prose; nil where there is something.
  package var problem: String?

  /// What was read.
  package init(_ result: ImportResult) {
    titles = result.plans.map(\.title)
    tasks = result.plans.reduce(0) { $0 + $1.tasks.count }
    phases = result.plans.reduce(0) { $0 + $1.phases.count }
    doubts = result.findings.count
  }

  /// Nothing, and why.
  package init(problem: String) { self.problem = problem }

  /// In a line: how much of what.
  func words(_ wording: Wording) -> String {
    if let problem { return problem }
    guard let first = titles.first else { return wording.pick("没有方案", "no plan") }
    let title = first ?? wording.pick("（无标题）", "(no title)")
    let plans = titles.count > 1 ? wording.pick("\(titles.count)个方案 ", "\(titles.count) plans ") : ""
    return "\(plans)\(counts(wording))  \(title)"
  }

  /// 12项任务 3个阶段 存疑2处.
  func counts(_ wording: Wording) -> String {
    var parts = [wording.count(tasks, "项任务", "task", "tasks")]
    if phases > 0 { parts.append(wording.count(phases, "个阶段", "phase", "phases")) }
    if doubts > 0 { parts.append(wording.pick("存疑\(doubts)处", "\(doubts) doubtful")) }
    return parts.joined(separator: " ")
  }
}

extension Model {
  /// What was found at a path that was asked for: a folder is shown.
  mutating func listed(_ folder: Folder) {
    // What changed meanwhile is read again.
    let known = folders[folder.path]?.entries ?? []
    for entry in known where !folder.entries.contains(entry) { readings[folder.path(of: entry.name)] = nil }
    folders[folder.path] = folder
    closeForm()
    // One that was gone through is gone back to.
    if let known = stack.lastIndex(where: { $0.place == .files(folder.path) }) {
      stack.removeSubrange((known + 1)...)
    } else {
      stack.append(ScreenState(.files(folder.path)))
    }
    refresh()
  }

  /// What a file would be: where somebody asked for it, one is asked whether to go on.
  mutating func read(_ path: String, _ reading: FileReading, isAsked: Bool) {
    readings[path] = reading
    refresh()
    guard isAsked else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard reading.problem == nil, !reading.titles.isEmpty else {
      let why = reading.problem ?? wording.pick("没有读出方案和任务。", "no plan was found in it.")
      let text = wording.pick("\(name)：\(why)", "\(name): \(why)")
      if case .form(var form) = overlay {
        form.error = text
        overlay = .form(form)
      } else {
        notice = Notice(text: text, isAlert: true)
      }
      return
    }
    closeForm()
    let draft = Chooser.Choice(
      text: wording.pick(
        "存为草稿并核对：\(reading.counts(wording))", "keep a draft and check it: \(reading.counts(wording))"),
      effect: .importFile(path))
    // Nothing that a draft does harms: it is what one came for.
    overlay = .chooser(
      Chooser(
        title: wording.pick(
          "导入 \(name)？\(reading.words(wording))", "Import \(name)? \(reading.words(wording))"),
        choices: [draft, Chooser.Choice(text: wording.pick("取消", "cancel"), effects: [])]))
  }

  /// What is done while nobody types: what the files in sight would be, one after the other.
  package var idleEffect: Effect? {
    guard case .files(let path) = screen.place, overlay == nil, let folder = folders[path] else { return nil }
    let items = screen.content.items
    let inSight = (screen.top..<screen.top + layout.list.rows).clamped(to: items.indices)
    let shown = Set(inSight.compactMap { items[$0].id })
    let next = folder.entries.first { entry in
      let path = folder.path(of: entry.name)
      return entry.isQuick && readings[path] == nil && shown.contains(.file(path))
    }
    return next.map { .read(folder.path(of: $0.name), isAsked: false) }
  }
}
