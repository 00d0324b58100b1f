import Campaigns
import TerminalFrames
import Wording

/// Every key that is live here and now, from the table of keys; those that are not say why. `/` filters it, Enter runs
/// the selected one.
struct Help: Sendable {
  /// What is typed after `/`; the line is open while `isTyping`.
  var line = TextLine()
  var isTyping = false
  /// The first key of the action that Enter runs.
  private(set) var selected: Key?
  /// The action that Enter runs: none while it is out of sight.
  var running: Key? { beyond > 0 ? nil : selected }
  /// Lines that are scrolled on behind the last key, where there is more to read.
  private var beyond = 0

  /// What it says where it has nothing.
  static func noSuchKey(_ wording: Wording) -> String {
    wording.pick("没有这样的键。", "There is no such key.")
  }

  /// Help with the first key selected that changes nothing: Enter at once does no harm.
  init(_ model: Model) { move(0, model) }

  struct Row {
    let binding: KeyBinding?
    let spans: [Span]
  }

  /// Its lines for the model as it is.
  func rows(_ model: Model, columns: Int) -> [Row] {
    let (wording, width) = (model.wording, model.setting.width)
    let wanted = line.text.lowercased().trimmed
    var rows: [Row] = []
    for group in KeyGroup.allCases {
      let bindings = KeyTable.all.filter { binding in
        binding.action.group == group && model.availability(binding.action) != .absent
          && (wanted.isEmpty || binding.action.title(wording).lowercased().contains(wanted)
            || binding.keys.contains { wording.name($0).lowercased() == wanted })
      }
      guard !bindings.isEmpty else { continue }
      rows.append(Row(binding: nil, spans: [Span(wording.title(group), .title)]))
      for binding in bindings {
        let (keys, title) = (
          binding.keys.map(wording.name).joined(separator: " "), binding.action.title(wording)
        )
        var spans = [Span("  "), Span(width.fitted(keys, to: 14), .key)]
        if case .disabled(let reason) = model.availability(binding.action) {
          spans.append(Span(width.cut("\(title)  \(reason.visible)", to: columns - 17), .dim))
        } else {
          spans.append(Span(width.cut(title, to: columns - 17)))
        }
        rows.append(Row(binding: binding, spans: spans))
      }
    }
    return rows + Help.numbers(wording, wanted, columns, width)
      + Help.filters(wording).flatMap { Help.packed($0, columns: columns - 3, width) }
      .filter { wanted.isEmpty || $0.lowercased().contains(wanted) }
      .map { Row(binding: nil, spans: [Span("  "), Span($0)]) }
  }

  /// Words in lines of so many columns, none of them parted.
  private static func packed(_ words: [String], columns: Int, _ width: DisplayWidth) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, width.columns(last) + width.columns(word) + 2 <= columns {
        lines[lines.count - 1] = last + "  " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// The numbers on top: what each counts.
  private static func numbers(_ wording: Wording, _ wanted: String, _ columns: Int, _ width: DisplayWidth)
    -> [Row]
  {
    let others = [
      (
        wording.pick("待核对", "to check"),
        wording.pick("导入的草稿，核对后立项", "imported drafts that wait to be checked")
      ),
      (wording.openInstructions, wording.pick("尚未答复的批示", "instructions without an answer")),
      (
        wording.pick("办结率", "rate"),
        wording.pick(
          "已办结数占全部的比例（不含草稿、撤销、长期任务）", "completed of all; not drafts, not what was cancelled or goes on")
      ),
    ]
    let all = Tally.Part.allCases.map { (wording.part($0), wording.meaning(of: $0)) } + others
    let shown = all.filter { wanted.isEmpty || $0.0.contains(wanted) || $0.1.lowercased().contains(wanted) }
    guard !shown.isEmpty else { return [] }
    let title = wording.pick("上方数字（Tab 选中，回车打开）", "Numbers on top (Tab, then Enter)")
    return [Row(binding: nil, spans: [Span(title, .title)])]
      + shown.map { name, meaning in
        Row(
          binding: nil,
          spans: [
            Span("  "), Span(width.fitted(name, to: 14), .key), Span(width.cut(meaning, to: columns - 17)),
          ])
      }
  }

  /// What can be typed behind `/`, and behind `is:`.
  private static func filters(_ wording: Wording) -> [[String]] {
    [
      [
        wording.pick("/ 后可写：", "Behind /:"), wording.pick("词、拼音、首字母", "words"),
      ] + FilterKey.allCases.map { wording.filterExample($0) } + [
        wording.pick("时限:7d", "due:7d"), wording.pick("时限:2026-06-01..", "due:2026-06-01.."),
        wording.pick("非", "not"), wording.pick("或", "or"), "( )", wording.pick("@视图", "@view"),
      ], [wording.pick("状态: 后可写：", "Behind is:")] + wording.filterWords(.is),
    ]
  }

  /// Selects the binding so many bindings on. Where what was selected is not shown any more, the first one is that was
  /// looked for, or that changes nothing; none where nothing is shown: what cannot be seen is not run.
  mutating func move(_ steps: Int, _ model: Model) {
    let rows = rows(model, columns: model.size.columns)
    let bindings = rows.compactMap(\.binding)
    guard !bindings.isEmpty else {
      (selected, beyond) = (nil, 0)
      return
    }
    let start = line.isEmpty ? bindings.firstIndex { $0.action.group != .change } ?? 0 : 0
    let place = selected.flatMap { key in bindings.firstIndex { $0.keys.first == key } } ?? start
    let last = bindings.count - 1
    let wanted = place + beyond + max(-place - beyond, steps)
    selected = bindings[max(0, min(last, wanted))].keys.first
    let behind = rows.count - 1 - (rows.lastIndex { $0.binding != nil } ?? 0)
    beyond = max(0, min(behind, wanted - last))
  }

  /// The first line to show, so that the selected one is among `count`: from the beginning as long as it is.
  func top(_ rows: [Row], count: Int) -> Int {
    let place = beyond + (rows.firstIndex { $0.binding != nil && $0.binding?.keys.first == selected } ?? 0)
    return max(0, min(place < count ? 0 : place - count / 2, rows.count - count))
  }
}
