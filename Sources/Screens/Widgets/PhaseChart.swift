import Campaigns
import TerminalFrames
import Wording

/// Phases as bars against months, with today marked; the whole plan where it has no phases with dates.
struct PhaseChart {
  /// Its lines; none where nothing has a date.
  let lines: [[Span]]

  init(_ campaign: Campaign, rows: [TaskRow], _ scene: Scene) {
    let dated = campaign.phases.filter { $0.start != nil || $0.end != nil }
    let days =
      dated.flatMap { [$0.start, $0.end] }.compactMap(\.self)
      + rows.flatMap { [$0.task.deadline.start, $0.verdict.end] }.compactMap(\.self)
    guard let low = days.min(), let high = days.max(), scene.columns >= 40 else {
      lines = []
      return
    }
    let (first, last) = (low.firstOfMonth, high.lastOfMonth)
    let label = min(20, max(6, dated.map { scene.width.columns($0.name.visible) }.max() ?? 0))
    let chart = Chart(first: first, span: last - first + 1, columns: scene.columns - label - 1)
    let today = chart.column(of: scene.snapshot.today)
    let blank = String(repeating: " ", count: label + 1)
    var lines = [[Span(blank + chart.months(scene), .dim)]]
    let bars =
      dated.isEmpty
      ? [(scene.wording.pick("全程", "whole"), low, high)]
      : dated.map { ($0.name, $0.start ?? low, $0.end ?? high) }
    for (name, start, end) in bars {
      let bar = chart.bar(from: start, through: end, today: today)
      let isNow = start <= scene.snapshot.today && scene.snapshot.today <= end
      lines.append([
        Span(scene.width.fitted(name.visible, to: label), isNow ? .title : .plain), Span(" "), Span(bar),
      ])
    }
    if let today {
      let word = scene.wording.pick("今天", "today")
      let column = max(0, min(today, chart.columns - scene.width.columns(word)))
      lines.append([Span(blank + String(repeating: " ", count: column) + word, .key)])
    }
    self.lines = lines
  }

  /// Days laid over columns.
  private struct Chart {
    let first: Day
    let span: Int
    let columns: Int

    func column(of day: Day) -> Int? {
      let days = day - first
      return days >= 0 && days < span ? days * columns / span : nil
    }

    func bar(from start: Day, through end: Day, today: Int?) -> String {
      let from = max(0, min(columns - 1, (start - first) * columns / span))
      let through = max(from, min(columns - 1, (end - first) * columns / span))
      return String((0..<columns).map { $0 == today ? "|" : $0 >= from && $0 <= through ? "=" : "." })
    }

    /// The names of months where they begin, as many as there is room for.
    func months(_ scene: Scene) -> String {
      var line = ""
      var month = first
      while month - first < span {
        let name = scene.wording.pick(
          month.month == 1 && month != first ? "\(month.year)" : "\(month.month)月",
          month.month == 1 && month != first ? "\(month.year)" : "\(month.month)")
        let place = column(of: month) ?? 0
        let used = scene.width.columns(line)
        if place >= used + (used > 0 ? 1 : 0), place + scene.width.columns(name) <= columns {
          line += String(repeating: " ", count: place - used) + name
        }
        month = month.lastOfMonth + 1
      }
      return line
    }
  }
}
