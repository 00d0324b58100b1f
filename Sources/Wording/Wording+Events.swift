import Campaigns

extension Wording {
  /// The days of an event: 2026-06-01 至 2026-09-30, or one day.
  package func days(_ days: EventDays) -> String {
    let (first, last) = (days.first.iso, days.last.iso)
    return days.isOneDay ? first : pick("\(first) 至 \(last)", "\(first) to \(last)")
  }

  /// The days of an event as they stand in an English sentence: on 2026-06-01, from 2026-06-01 to 2026-09-30.
  func onDays(_ days: EventDays) -> String { (days.isOneDay ? "on " : "from ") + self.days(days) }

  /// Why words are no days of an event.
  package func prose(_ error: EventDays.WordsError) -> String {
    switch error {
    case .unread(let words):
      pick(
        "\(quoted(words))不是日期，请写作 2026-11-08 或 2026-06-01..2026-09-30。",
        "\(quoted(words)) is no day; write 2026-11-08, or 2026-06-01..2026-09-30 for several days.")
    case .reversed(let first, let last): prose(.reversedRange(start: first, end: last))
    }
  }
}
