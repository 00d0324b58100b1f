import Campaigns
import TerminalFrames

extension Model {
  /// The screen as it is to be seen. It changes nothing.
  package var frame: Frame {
    var frame = Frame(size, width: setting.width)
    let layout = layout
    guard layout.noticeRow != nil else {
      drawOneLine(&frame)
      return frame
    }
    if let row = layout.crumbRow { drawCrumb(row, &frame) }
    drawChips(layout, &frame)
    switch overlay {
    case .help(let help): drawHelp(help, layout, &frame)
    case .chooser(let chooser): drawChooser(chooser, layout, &frame)
    default:
      let items = screen.content.items
      let inSight = (screen.top..<screen.top + layout.list.rows).clamped(to: items.indices).map { items[$0] }
      let (heading, lines) = screen.content.spans(inSight)
      if let row = layout.headingRow { frame.put(heading ?? screen.content.heading, row: row, column: 1) }
      drawList(layout.list, lines, &frame)
      if let area = layout.detail { drawDetail(area, &frame) }
    }
    if let row = layout.hintRow { drawHints(row, layout, &frame) }
    if let row = layout.noticeRow { drawNotice(row, isTop: layout.crumbRow == nil, &frame) }
    if case .form(let form) = overlay, let area = layout.form { drawForm(form, area, &frame) }
    return frame
  }

  // MARK: On top

  /// 督办 / 方案 / 2026年党建工作要点, and to the right whose ledger, which day, whether it can be changed.
  private func drawCrumb(_ row: Int, _ frame: inout Frame) {
    let width = setting.width
    let mode =
      if !setting.isReadOnly {
        wording.pick("读写", "read-write")
      } else if setting.mayInstruct {
        wording.pick("只批示", "instructions only")
      } else { wording.pick("只读", "read-only") }
    let day = "\(snapshot.today.iso) \(wording.weekday(snapshot.today))"
    let organisation = (snapshot.settings.organisation ?? "").visible
    var parts = [wording.program] + stack.dropFirst(stack.count > 1 ? 1 : 0).map { title(of: $0).visible }
    func crumb() -> String { parts.joined(separator: " / ") }
    var right = "\(day)  \(mode)"
    let whole = organisation.isEmpty ? right : "\(organisation)  \(right)"
    if width.columns(crumb()) + width.columns(whole) + 4 <= size.columns { right = whole }
    let room = size.columns - width.columns(right) - 4
    while width.columns(crumb()) > room, parts.count > 2 { parts.remove(at: 1) }
    frame.put(width.cut(crumb(), to: max(0, room)), row: row, column: 1, style: .title)
    frame.put(right, row: row, column: max(0, size.columns - width.columns(right) - 1), style: .dim)
  }

  private func title(of screen: ScreenState) -> String { screen.place.view.title(scene(screen)) }

  private func drawChips(_ layout: Layout, _ frame: inout Frame) {
    let content = screen.content
    let places = Layout.flow(chipWidths, columns: size.columns)
    for (index, chip) in content.chips.enumerated() {
      let row = layout.chipRows.lowerBound + places[index].line
      guard layout.chipRows.contains(row) else { break }
      if screen.chip == index {
        frame.put(">", row: row, column: places[index].column - 1, style: .selected)
        frame.setCursor(row: row, column: places[index].column - 1, isVisible: false)
      }
      frame.put(
        chip.text, row: row, column: places[index].column, style: screen.chip == index ? .focused : chip.style
      )
    }
    guard !content.summary.isEmpty, let place = places.last else { return }
    let columns = setting.width.columns(content.summary)
    let row = layout.chipRows.lowerBound + place.line
    if layout.chipRows.contains(row) {
      frame.put(content.summary, row: row, column: max(place.column, size.columns - columns - 1))
    }
  }

  // MARK: The middle

  private func drawList(_ area: Area, _ lines: [[Span]], _ frame: inout Frame) {
    for (offset, text) in lines.enumerated() {
      let index = screen.top + offset
      // One mark on a screen: Enter opens what has it.
      let isSelected = index == screen.line && screen.chip == nil && screen.content.items.isSelectable(index)
      var spans = text
      let isMarked =
        !screen.marks.isEmpty && screen.content.items[index].id.map(screen.marks.contains) == true
      if isMarked, !isSelected { frame.put("*", row: area.row + offset, column: 0, style: .key) }
      if isSelected {
        frame.put(isMarked ? "*" : ">", row: area.row + offset, column: 0, style: .selected)
        spans = Model.highlighted(spans)
        frame.setCursor(row: area.row + offset, column: 0, isVisible: false)
      }
      frame.put(spans, row: area.row + offset, column: 1, limit: area.columns - 1)
    }
  }

  /// A row whose first word is told to be selected: an id or a name, never the whole row.
  private static func highlighted(_ spans: [Span]) -> [Span] {
    guard let first = spans.first else { return spans }
    var word = Substring(first.text)
    while word.last == " " { word.removeLast() }
    let rest = first.text.dropFirst(word.count)
    return [Span(String(word), .selected), Span(String(rest), first.style)] + spans.dropFirst()
  }

  private func drawDetail(_ area: Area, _ frame: inout Frame) {
    guard let id = screen.item?.id else { return }
    let lines = screen.place.view.detail(of: id, scene(screen), columns: area.columns)
    for (offset, spans) in lines.prefix(area.rows).enumerated() {
      let isCut = offset == area.rows - 1 && lines.count > area.rows
      frame.put(
        isCut ? [Span("…", .dim)] : spans, row: area.row + offset, column: area.column, limit: area.columns)
    }
  }

  private func drawHelp(_ help: Help, _ layout: Layout, _ frame: inout Frame) {
    let top = layout.headingRow ?? layout.list.row
    let area = Area(row: top, column: 0, columns: size.columns, rows: layout.bottom - top)
    let rows = help.rows(self, columns: area.columns)
    let first = help.top(rows, count: area.rows)
    for (offset, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
      if let binding = row.binding, binding.keys.first == help.selected {
        frame.put(">", row: area.row + offset, column: 0, style: .selected)
        frame.setCursor(row: area.row + offset, column: 0, isVisible: false)
      }
      frame.put(row.spans, row: area.row + offset, column: 1)
    }
    if rows.isEmpty { frame.put(Help.noSuchKey(wording), row: area.row, column: 1, style: .dim) }
  }

  private func drawChooser(_ chooser: Chooser, _ layout: Layout, _ frame: inout Frame) {
    let top = layout.headingRow ?? layout.list.row
    for (offset, line) in chooser.lines(
      rows: layout.bottom - top, columns: size.columns, setting.width
    ).enumerated() {
      if line.isSelected {
        frame.put(">", row: top + offset, column: 0, style: .selected)
        frame.setCursor(row: top + offset, column: 0, isVisible: false)
      }
      frame.put(
        line.isSelected ? line.spans.map { Span($0.text, .selected) } : line.spans, row: top + offset,
        column: 1)
    }
  }

  // MARK: Below

  /// The line after `/`, what happened, or what a form lacks. On a small screen it is the top line, which then says
  /// where one is.
  private func drawNotice(_ row: Int, isTop: Bool, _ frame: inout Frame) {
    if drawTyped(row, &frame) { return }
    var notice = notice
    if case .form(let form) = overlay {
      notice = form.error.map { Notice(text: $0, isAlert: true) } ?? notice
    }
    if case .confirmation(let confirmation) = overlay { notice = notice ?? Notice(text: confirmation.text) }
    let text = notice?.text ?? (isTop ? title(of: screen) : filterWords)
    frame.put(
      setting.width.cut(text.visible, to: size.columns - 2), row: row, column: 1,
      style: notice?.isAlert == true ? .alert : isTop && notice == nil ? .title : .plain)
  }

  /// What the list is filtered for.
  private var filterWords: String {
    if !screen.marks.isEmpty {
      return wording.pick(
        "已标记\(screen.marks.count)项  d 办结 p 进展 r 催办 x 延期 f 交办 M 移动 # 标签 z 状态  Esc 取消",
        "\(screen.marks.count) marked: d p r x f M # z act on them; Esc unmarks")
    }
    return screen.filterText.isEmpty
      ? "" : wording.pick("筛选：\(screen.filterText)  Esc 清除", "Filter: \(screen.filterText)  Esc clears it")
  }

  /// A line that is being typed. Answers whether there is one.
  func drawTyped(_ row: Int, _ frame: inout Frame) -> Bool {
    let line: TextLine
    var remark = ""
    switch overlay {
    case .filter(let filter):
      line = filter.line
      remark = filterError(line.text) ?? filter.refused ?? ""
    case .help(let help) where help.isTyping: line = help.line
    default: return false
    }
    let width = setting.width
    let start = frame.put("/", row: row, column: 1, style: .key)
    let window = line.window(columns: size.columns - start - 1, width)
    let end = frame.put(window.text, row: row, column: start, style: .field)
    frame.put(
      width.cut(remark.visible, to: max(0, size.columns - end - 3)), row: row, column: end + 2, style: .dim)
    frame.setCursor(row: row, column: start + window.caret, isVisible: true)
    return true
  }
}
