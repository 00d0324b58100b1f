import Campaigns
import Wording

extension Form {
  /// The event's days for one campaign, or for all where none is named.
  func datingEvent(of id: String, _ model: Model) throws(FormError) -> Effect {
    let (wording, ledger) = (model.wording, model.snapshot.ledger)
    guard let name = model.snapshot.row(id: id)?.task.deadline.event?.name else {
      throw FormError(wording.pick("\(id) 的时限不依事件。", "The deadline of \(id) hangs on no event."), .day)
    }
    let text = try words(.day, model)
    let days: EventDays
    do throws(EventDays.WordsError) { days = try eventDays(text, model) } catch {
      throw FormError(wording.prose(error), .day)
    }
    let code = self[.campaign].trimmed
    if !code.isEmpty, ledger.campaign(code: code) == nil {
      throw FormError(
        wording.pick("没有编号为\(wording.quoted(code))的方案。", "There is no campaign \(wording.quoted(code))."),
        .campaign)
    }
    // 2026年汛期 has its days as 汛期 where those are set.
    let known = ledger.event(sameAs: name, on: days).first ?? name
    return .setEvent(name: known, days, code: code.isEmpty ? nil : code)
  }

  /// What stands beside the days of an event: what is made of them, else those that it has, else how to write them.
  func eventRemark(of id: String, _ model: Model) -> String {
    let (wording, text) = (model.wording, self[.day].trimmed)
    guard text.isEmpty else {
      do throws(EventDays.WordsError) { return wording.days(try eventDays(text, model)) } catch {
        switch error {
        case .unread: return wording.pick("看不懂", "cannot be read")
        case .reversed: return wording.pick("止日早于起日", "it ends before it begins")
        }
      }
    }
    let known = model.snapshot.eventDays(of: id)
    return known.map { wording.pick("现定于\(wording.days($0))", "now \(wording.days($0))") }
      ?? wording.pick("如 12月10日、6月1日至9月30日", "as in 2026-12-10 or 2026-06-01..2026-09-30")
  }

  private func eventDays(_ text: String, _ model: Model) throws(EventDays.WordsError) -> EventDays {
    try EventDays(words: text, today: model.snapshot.today, calendar: model.snapshot.judge.calendar)
  }
}

extension Snapshot {
  /// The days that the event has on which a task's deadline hangs.
  fileprivate func eventDays(of id: String) -> EventDays? {
    guard let row = row(id: id), let event = row.task.deadline.event else { return nil }
    return ledger.campaign(code: row.code).flatMap { judge.days(of: event, in: $0) }
  }
}
