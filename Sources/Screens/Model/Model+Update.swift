import Campaigns
import TerminalFrames

extension Model {
  /// Changes the state by what it is told, and says what is to be done.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects = take(message)
    switch (message, overlay) {
    // Nothing changes, or what is typed into takes the keys.
    case (.event(.tick), _), (_, .form), (_, .filter), (_, .chooser), (_, .confirmation): break
    case (_, .help), (_, nil): weighActions()
    }
    return effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .event(let event):
      defer { if screen.departed != nil, screen.selected != screen.departed?.item.id { refresh() } }
      return update(event)
    case .loaded(let snapshot, let flaws): load(snapshot, flaws)
    case .saved(let outcome, let snapshot):
      if let snapshot { self.snapshot = snapshot }
      closeForm()
      take(outcome)
      refresh()
    case .source(let code, let reading):
      sources[code] = reading
      refresh()
    case .listed(let folder): listed(folder)
    case .read(let path, let reading, let isAsked): read(path, reading, isAsked: isAsked)
    case .written(let sheet, let text): return written(sheet, text)
    case .offered(let reversal, let entry): return offered(reversal, entry)
    case .failed(let reason):
      if case .form(var form) = overlay {
        form.error = reason
        overlay = .form(form)
      } else {
        notice = Notice(text: reason, isAlert: true)
      }
    }
    return []
  }

  private mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): paste(text)
    case .resized(let size): resize(to: size)
    case .tick: return screen.place == .welcome ? [] : [.look]
    case .suspend: return [.suspend]
    case .resumed: return screen.place == .welcome ? [.repaint] : [.repaint, .look]
    case .hangUp: return [.end(.hungUp)]
    case .terminated: return [.end(.terminated)]
    }
    return []
  }

  /// A new state of the store: place, filter, selection and whatever is being typed stay.
  private mutating func load(_ snapshot: Snapshot, _ flaws: [String]) {
    let (before, was) = (self.snapshot, screen)
    self.snapshot = snapshot
    if snapshot.today != before.today { readFiltersAnew() }
    if flaws != self.flaws { notice = told(flaws) ?? notice }
    self.flaws = flaws
    if screen.place == .welcome {
      stack = [ScreenState(.home)]
      // A new store is asked whose it is.
      if snapshot.settings.organisation == nil, snapshot.entries.isEmpty, !setting.isReadOnly {
        open(Form.Purpose(.settings))
      }
    }
    refresh()
    holdSelected(before, was)
  }

  /// What others' changes took out of the list stays selected, marked with what happened: no key acts on a row that nobody
  /// chose.
  private mutating func holdSelected(_ before: Snapshot, _ was: ScreenState) {
    guard let item = was.item, let id = item.id, screen.place == was.place, screen.selected != id,
      screen.place.isThere(in: snapshot)
    else { return }
    let name: String
    var words = wording.pick("已不在本列表", "not in this list any more")
    switch id {
    case .task(let task), .entry(let task, _), .part(let task, _):
      let now = snapshot.row(id: task)?.task
      let was = before.row(id: task)?.task
      words = wording.departure(of: now, before: was)
      name = "\(task)  \(words)  \((now ?? was)?.title ?? "")"
    case .campaign(let code): name = "\(code)  \(words)  \(before.entry(code: code)?.campaignTitle ?? "")"
    case .unit(let unit): name = "\(before.units.unit(id: unit)?.name ?? unit)  \(words)"
    case .phase, .more, .group, .choice, .file, .leftOut, .finding, .setting, .event, .template:
      return
    }
    screen.hold(ListItem(id: id, line: .text([Span(name.visible, .dim)]), opens: item.opens), at: was.line)
    refresh()
  }

  /// Takes the view on top away.
  mutating func pop() {
    stack.removeLast()
    refresh()
  }

  private mutating func paste(_ text: String) {
    switch overlay {
    case .form(var form):
      let choices = form.choices(self)
      if choices.isEmpty { form.insert(text, wording) } else { form.error = wording.choose(choices) }
      overlay = .form(form)
    case .filter(var line):
      if !line.line.insert(text) { notice = Notice(text: wording.noRoom(TextLine.most), isAlert: true) }
      overlay = .filter(line)
      take(line.line.text)
    case .help(var help) where help.isTyping:
      if !help.line.insert(text) { notice = Notice(text: wording.noRoom(TextLine.most), isAlert: true) }
      help.move(0, self)
      overlay = .help(help)
    case .help, .chooser, .confirmation, nil:
      notice = Notice(
        text: wording.pick("现在没有在输入，粘贴的内容未采用。", "Nothing is being typed; the pasted text was left out."),
        isAlert: true)
    }
  }

  /// A key, on whatever takes keys now.
  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if key == .control("l") { return [.repaint] }
    if key == .control("z") { return [.suspend] }
    switch overlay {
    case .filter(let line):
      type(key, in: line)
      return []
    case .form(let form): return press(key, in: form)
    case .chooser(let chooser): return press(key, in: chooser)
    case .confirmation(let confirmation): return press(key, in: confirmation)
    case .help(let help): return press(key, in: help)
    case nil: break
    }
    if screen.chip != nil, key == .left || key == .right {
      return run(FocusNumber(key == .left ? .backward : .forward))
    }
    guard let action = KeyTable.binding(of: key)?.action else {
      notice = Notice(
        text: wording.pick(
          "\(wording.name(key)) 键在此无作用，按 ? 查看可用的键。",
          "\(wording.name(key)) does nothing here; ? lists the keys."),
        isAlert: true)
      return []
    }
    // A letter makes no store.
    if case .choice = screen.item?.id, action is OpenItem, key != .enter {
      notice = Notice(text: wording.pick("按回车选定。", "Enter does it."), isAlert: true)
      return []
    }
    return run(action)
  }

  /// Runs an action, or says why it cannot be run.
  private mutating func run(_ action: any KeyAction) -> [Effect] {
    switch availability(action) {
    case .live: return action.perform(&self)
    case .disabled(let reason): notice = Notice(text: reason, isAlert: true)
    case .absent:
      let words =
        setting.mayInstruct
        ? wording.pick("只能批示（b），不能修改。", "You may leave instructions (b) and nothing else.")
        : setting.isReadOnly
          ? wording.pick("当前为只读，不能修改。", "Opened for reading only.")
          : wording.place(of: screen.place == .welcome ? .withStore : action.presence)
      notice = Notice(text: words, isAlert: true)
    }
    return []
  }

  private mutating func press(_ key: Key, in chooser: Chooser) -> [Effect] {
    var chooser = chooser
    // Letters that were typed before the question could be seen answer nothing.
    if key.halfWidth == .character("y"), !isHurried, let yes = chooser.yes {
      overlay = chooser.form.map { .form($0) }
      return yes
    }
    switch KeyTable.binding(of: key)?.action {
    case let movement as Movement: chooser.move(movement.distance(screenful: 8, of: chooser.choices.count))
    case is OpenItem where key == .enter:
      // A form that asks stays until what it asks for is saved.
      overlay = chooser.form.map { .form($0) }
      if chooser.effects.isEmpty, chooser.form == nil {
        say(wording.pick("已取消，未作改动。", "Cancelled; nothing was changed."))
      }
      return chooser.effects
    case let action?
    where chooser.isAnswered && (action is GoBack || action is CancelTyping || action is CloseView):
      say(wording.pick("请选定一项，按回车。", "Choose one of them and press Enter."))
    case is GoBack, is CancelTyping, is CloseView:
      overlay = chooser.form.map { .form($0) }
      if key == .control("c") { sayCancelled() }
      return []
    case is QuitProgram: return [.end(.quit)]
    default: break
    }
    overlay = .chooser(chooser)
    return []
  }

  private mutating func press(_ key: Key, in help: Help) -> [Effect] {
    var help = help
    if help.isTyping {
      switch key {
      case .enter, .down, .tab: help.isTyping = false
      case .escape, .control("c"):
        help.isTyping = false
        help.line = TextLine()
        if key == .control("c") { sayCancelled() }
      default: _ = help.line.take(key)
      }
      help.move(0, self)
      overlay = .help(help)
      return []
    }
    switch KeyTable.binding(of: key)?.action {
    case let movement as Movement:
      help.move(
        movement.distance(
          screenful: layout.list.rows, of: help.rows(self, columns: size.columns).count), self)
    case is FindTasks: help.isTyping = true
    case is GoBack where !help.line.isEmpty: help.line = TextLine()
    case is GoBack, is CancelTyping, is CloseView, is ShowHelp:
      overlay = nil
      if key == .control("c") { sayCancelled() }
      return []
    case is OpenItem:
      guard let selected = help.running.flatMap(KeyTable.binding) else { break }
      overlay = nil
      return run(selected.action)
    case let action?:
      overlay = nil
      return run(action)
    case nil: break
    }
    overlay = .help(help)
    return []
  }
}
