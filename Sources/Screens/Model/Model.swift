import Campaigns
import TerminalFrames
import Wording

/// The state of the program as one value. `update` changes it and asks for effects; `frame` shows it and cannot change it.
///
///     var model = Model(setting, snapshot)
///     model.update(.event(.key(.character("d"))))  // [.act(code: "h26", .complete(…))]
package struct Model: Sendable {
  /// What does not change while the program runs.
  package struct Setting: Sendable {
    /// The language.
    package var wording: Wording
    /// How wide characters are.
    package var width: DisplayWidth
    /// Whether nothing may be changed.
    package var isReadOnly: Bool
    /// Whether instructions may be left all the same.
    package var mayInstruct: Bool
    /// Where the store is, and where a demonstration would be.
    package var paths: StorePaths
    /// In a store of more tasks than that, the list follows a filter when nobody types.
    package var mostAtOnce = 20_000
    /// Who acts, as the program begins.
    package var user: String
    /// The user's own saved filters.
    package var views: [SavedView]

    /// A setting.
    package init(
      wording: Wording, width: DisplayWidth = DisplayWidth(), isReadOnly: Bool = false,
      mayInstruct: Bool = false,
      user: String = "", views: [SavedView] = [], paths: StorePaths = StorePaths()
    ) {
      (self.user, self.views) = (user, views)
      self.wording = wording
      self.width = width
      self.isReadOnly = isReadOnly
      self.mayInstruct = mayInstruct
      self.paths = paths
    }
  }

  /// What stands over the list and takes the keys.
  enum Overlay: Sendable {
    case filter(FilterLine)
    case help(Help)
    case form(Form)
    case chooser(Chooser)
    case confirmation(Confirmation)
  }

  /// What does not change.
  package let setting: Setting
  /// The store as it was read last.
  package internal(set) var snapshot: Snapshot
  /// Forms that were left with something typed in them.
  package internal(set) var drafts: [Form.Purpose: Form] = [:]
  var flaws: [String] = []
  /// The texts that drafts were read from, by their codes.
  var sources: [String: SourceReading] = [:]
  /// Who acts.
  var user: String
  /// Folders that were looked into, and what files in them would be, by their paths.
  var folders: [String: Folder] = [:]
  var readings: [String: FileReading] = [:]
  var stack: [ScreenState]
  var size = Size(columns: 80, rows: 24)
  var notice: Notice?
  var overlay: Overlay?
  var isDetailShown = false
  /// What can be done on the screen on top, by the keys of the action.
  var availabilities: [String: Availability] = [:]
  var lastFilter = ""
  /// The filter that was typed and is not looked for yet.
  var unsettled: String?
  /// Whether the next key was typed before what stands there now could be seen.
  package var isHurried = false
  /// How often content was made: once for what changes it, for those who count.
  private(set) var rounds = 0

  var wording: Wording { setting.wording }
  /// The screen on top.
  var screen: ScreenState {
    get { stack.last ?? ScreenState(.home) }
    set {
      if stack.isEmpty { stack = [newValue] } else { stack[stack.count - 1] = newValue }
    }
  }

  /// The program at its beginning, with the store as it is.
  package init(_ setting: Setting, _ snapshot: Snapshot, flaws: [String] = []) {
    self.init(setting, snapshot, at: .home)
    self.flaws = flaws
    notice = told(flaws)
  }

  /// The first damaged file, and how many there are.
  func told(_ flaws: [String]) -> Notice? {
    guard let first = flaws.first else { return nil }
    let all = wording.pick("\(flaws.count)个文件有问题，其一：", "\(flaws.count) files are damaged, one of them: ")
    return Notice(text: (flaws.count > 1 ? all : "") + first, isAlert: true)
  }

  /// The program where there is no store yet.
  package init(firstRun setting: Setting, _ empty: Snapshot) { self.init(setting, empty, at: .welcome) }

  private init(_ setting: Setting, _ snapshot: Snapshot, at place: Place) {
    (self.setting, self.snapshot, user) = (setting, snapshot, setting.user)
    stack = [ScreenState(place)]
    refresh()
    weighActions()
  }

  /// Takes the size of the terminal.
  package mutating func resize(to size: Size) {
    guard size != self.size else { return }
    self.size = size
    refresh()
    weighActions()
  }

  /// Takes forms that an earlier run left half typed; those of tasks and campaigns that are gone are let go.
  package mutating func resume(_ forms: [Form]) {
    let known = forms.filter { $0.purpose.form.isAbout(snapshot) }
    // While a file is damaged, what is missing may come back.
    for form in flaws.isEmpty ? known : forms { drafts[form.purpose] = form }
    guard let form = known.first, !setting.isReadOnly, notice == nil else { return }
    let name = form.purpose.form.title(self)
    notice = Notice(
      text: wording.pick("上次写到一半的内容已保留：\(name)", "Half-typed text was kept: \(name)"))
  }

  /// The form that is being typed into and those that were left: what is to be kept when the terminal is gone.
  package var unsent: [Form] {
    var forms = drafts
    if case .form(let form) = overlay, form.purpose.form.isKept {
      forms[form.purpose] = form.isEmpty ? nil : form
    }
    return forms.values.sorted { $0.purpose.form.title(self) < $1.purpose.form.title(self) }
  }

  /// How the screen is divided now.
  var layout: Layout { layout(overlayRows: overlayRows) }

  private func layout(overlayRows: Int) -> Layout {
    Layout(
      size, chips: chipWidths, hasHeading: !screen.content.heading.isEmpty,
      isDetailShown: (isDetailShown || reviewed != nil) && canShowDetail,
      canShowDetail: canShowDetail, overlayRows: overlayRows)
  }

  /// Columns of the numbers on top and of the summary behind them; none where there is neither.
  var chipWidths: [Int] {
    let content = screen.content
    let texts = content.chips.map(\.text) + (content.summary.isEmpty ? [] : [content.summary])
    return texts.map { setting.width.columns($0) }
  }

  /// How many of the numbers on top there is room for: what is not seen is not opened.
  var shownChips: Int {
    let rows = layout.chipRows.count
    let places = Layout.flow(chipWidths, columns: size.columns).prefix(screen.content.chips.count)
    return places.prefix { $0.line < rows }.count
  }

  var canShowDetail: Bool { !isTaskPage && screen.place != .welcome }
  var isTaskPage: Bool { if case .task = screen.place { true } else { false } }

  private var overlayRows: Int {
    if case .form(let form) = overlay {
      return formLines(form).count + 1 + form.notes(self, columns: size.columns).count
    }
    return 0
  }

  /// What views may look at. A form takes rows from the list, but what the list holds stays as it was.
  func scene(_ screen: ScreenState) -> Scene {
    let layout = layout(overlayRows: 0)
    return Scene(
      snapshot: snapshot, wording: wording, width: setting.width, columns: layout.list.columns - 1,
      filter: screen.filter, filterText: screen.filterText, order: screen.order,
      group: screen.group, columnSet: screen.columnSet, selected: screen.selected,
      isReadOnly: setting.isReadOnly, sources: sources, folders: folders, readings: readings,
      user: user, paths: setting.paths)
  }

  /// Makes the content of the screen on top anew, once: what depends on the rows that its numbers and headings leave is
  /// fitted into them.
  mutating func refresh() {
    let (view, scene) = (screen.place.view, scene(screen))
    var content = view.content(scene)
    screen.content = content
    view.fit(&content, rows: layout(overlayRows: 0).list.rows, scene)
    screen.content = content
    screen.keepDeparted()
    rounds += 1
    if let chip = screen.chip, chip >= shownChips { screen.chip = nil }
    screen.settle(rows: layout.list.rows)
  }

  /// The task that keys act on: the page's, or the selected row's.
  var task: TaskRow? {
    switch screen.place {
    case .task(let id), .members(let id), .member(let id, _): return snapshot.row(id: id)
    default: break
    }
    guard screen.chip == nil else { return nil }
    switch screen.item?.id {
    case .task(let id), .entry(let id, _), .part(let id, _): return snapshot.row(id: id)
    case .campaign, .unit, .phase, .more, .group, .choice, .file, .leftOut, .finding, .setting, .event,
      .template, nil:
      return nil
    }
  }

  /// The member of the task's collectives that keys act for: the page's, or the selected row's.
  var member: Campaigns.Unit? {
    switch (screen.place, screen.item?.id) {
    case (.member(_, let unit), _), (.members, .unit(let unit)?), (_, .part(_, let unit)?):
      screen.chip == nil ? snapshot.units.current(id: unit) : nil
    default: nil
    }
  }
}
