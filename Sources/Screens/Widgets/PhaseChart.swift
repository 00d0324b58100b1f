import Campaigns
import TerminalFrames

/// Phases as bars against months, with today marked; the whole plan where it has no phases with dates. A phase without dates has
/// a line without a bar.
struct PhaseChart {
  /// Its lines, and the id of the phase that one is of; none where there are neither phases nor dates.
  let lines: [(phase: String?, spans: [Span])]

  init(_ campaign: Campaign, rows: [TaskRow], _ scene: Scene) {
    let dated = campaign.phases.filter { $0.start != nil || $0.end != nil }
    let days =
      dated.flatMap { [$0.start, $0.end] }.compactMap(\.self)
      + rows.flatMap { [$0.task.deadline.start, $0.verdict.end] }.compactMap(\.self)
    guard let earliest = days.min(), let latest = days.max(), scene.columns >= 40,
      let (low, high) = PhaseChart.window(earliest, latest, around: scene.snapshot.today)
    else {
      lines = campaign.phases.map { phase in
        (phase.id, [Span("\(phase.name)  \(scene.wording.time(of: phase))".visible)])
      }
      return
    }
    let (first, last) = (low.firstOfMonth, high.lastOfMonth)
    let label = min(20, max(6, campaign.phases.map { scene.width.columns($0.name.visible) }.max() ?? 0))
    let chart = Chart(first: first, span: last - first + 1, columns: scene.columns - label - 1)
    let today = chart.column(of: scene.snapshot.today)
    let blank = String(repeating: " ", count: label + 1)
    var lines: [(phase: String?, spans: [Span])] = [(nil, [Span(blank + chart.months(scene), .dim)])]
    func add(_ phase: String?, _ name: String, _ days: (Day, Day)?) {
      let bar = days.map { chart.bar(from: $0, through: $1, today: today) }
      let isNow = days.map { $0 <= scene.snapshot.today && scene.snapshot.today <= $1 } ?? false
      lines.append(
        (
          phase,
          [
            Span(scene.width.fitted(name.visible, to: label), isNow ? .title : .plain), Span(" "),
            bar.map { Span($0) } ?? Span(scene.wording.pick("未定日期", "no dates"), .dim),
          ]
        ))
    }
    if dated.isEmpty { add(nil, scene.wording.pick("全程", "whole"), (low, high)) }
    for phase in campaign.phases {
      let isDated = phase.start != nil || phase.end != nil
      add(phase.id, phase.name, isDated ? (phase.start ?? low, phase.end ?? high) : nil)
    }
    if let today {
      let word = scene.wording.pick("今天", "today")
      let column = max(0, min(today, chart.columns - scene.width.columns(word)))
      lines.append((nil, [Span(blank + String(repeating: " ", count: column) + word, .key)]))
    }
    self.lines = lines
  }

  /// The most months that are drawn: where a day is mistyped by centuries, those around today.
  static let mostMonths = 1_200

  /// First and last day that are drawn; nil where all of them are too far from today.
  private static func window(_ earliest: Day, _ latest: Day, around today: Day) -> (Day, Day)? {
    let months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
    guard months > mostMonths else { return (earliest, latest) }
    let low = max(earliest, today.adding(months: -mostMonths / 2))
    let high = min(latest, today.adding(months: mostMonths / 2 - 1))
    return low <= high ? (low, high) : nil
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
      let isOutside = end < first || start - first >= span || end < start
      let from = isOutside ? columns : max(0, min(columns - 1, (start - first) * columns / span))
      let through = max(from, min(columns - 1, (end - first) * columns / span))
      return String((0..<columns).map { $0 == today ? "|" : $0 >= from && $0 <= through ? "=" : "." })
    }

    /// The names of months and years where they begin, as many as there is room for, round years first.
    func months(_ scene: Scene) -> String {
      var names: [(place: Int, name: String)] = []
      func add(_ number: Int, _ name: String) {
        guard let place = column(of: first.adding(months: number)) else { return }
        let width = scene.width.columns(name)
        let isFree = names.allSatisfy { other in
          place + width < other.place || other.place + scene.width.columns(other.name) < place
        }
        if isFree, place + width <= columns { names.append((place, name)) }
      }
      let count = span / 28 + 1
      for step in [100, 50, 20, 10, 5, 2, 1] {
        for number in stride(from: (13 - first.month) % 12, to: count, by: 12) where number > 0 || count > 60
        {
          let year = first.year + (number + first.month - 1) / 12
          if year % step == 0, year <= 9999 { add(number, "\(year)") }
        }
      }
      for number in 0..<count where count <= 60 {
        let month = (first.month - 1 + number) % 12 + 1
        add(number, scene.wording.pick("\(month)月", "\(month)"))
      }
      return names.sorted { $0.place < $1.place }.reduce(into: "") { line, next in
        line += String(repeating: " ", count: next.place - scene.width.columns(line)) + next.name
      }
    }
  }
}
