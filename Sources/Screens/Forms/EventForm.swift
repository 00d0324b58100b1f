import Campaigns

/// The days of the event that a task's deadline hangs on, for one campaign or for all.
struct EventForm: TaskFormKind {
  let id: String
  var fields: [FormField] {
    [
      FormField(
        .day,
        hint: { _, model in
          model.eventDays(of: id).map {
            model.wording.pick("现定于\(model.wording.days($0))", "now \(model.wording.days($0))")
          }
            ?? model.wording.pick("如 12月10日、6月1日至9月30日", "as in 2026-12-10 or 2026-06-01..2026-09-30")
        },
        remark: { form, model in
          do throws(EventDays.WordsError) { return model.wording.days(try form.eventDays(model)) } catch {
            return switch error {
            case .unread: model.wording.pick("看不懂", "cannot be read")
            case .reversed: model.wording.pick("止日早于起日", "it ends before it begins")
            }
          }
        }), FormField.campaign,
    ]
  }

  func title(_ model: Model) -> String {
    let name = model.wording.quoted(model.snapshot.row(id: id)?.task.deadline.event?.name ?? "")
    return model.wording.pick(
      "\(name)的日期（方案留空则对全部方案）", "The days of \(name); without a campaign, for all")
  }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    if isNew { form[.campaign] = model.snapshot.row(id: id)?.code ?? "" }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let (wording, ledger) = (model.wording, model.snapshot.ledger)
    guard let name = model.snapshot.row(id: id)?.task.deadline.event?.name else {
      throw FormError(wording.pick("\(id) 的时限不依事件。", "The deadline of \(id) hangs on no event."), .day)
    }
    _ = try form.words(.day, model)
    let days: EventDays
    do throws(EventDays.WordsError) { days = try form.eventDays(model) } catch {
      throw FormError(wording.prose(error), .day)
    }
    let campaign = form.optional(.campaign) == nil ? nil : try form.knownCampaign(model)
    // 2026年汛期 has its days as 汛期 where those are set.
    let known = ledger.event(sameAs: name, on: days).first ?? name
    return [.setEvent(name: known, days, code: campaign?.code)]
  }
}

extension Form {
  fileprivate func eventDays(_ model: Model) throws(EventDays.WordsError) -> EventDays {
    try EventDays(
      words: self[.day].trimmed, today: model.snapshot.today, calendar: model.snapshot.judge.calendar)
  }
}

extension Model {
  /// The days that the event has on which a task's deadline hangs.
  fileprivate func eventDays(of id: String) -> EventDays? {
    guard let event = snapshot.row(id: id)?.task.deadline.event else { return nil }
    return campaign(of: id).flatMap { snapshot.judge.days(of: event, in: $0) }
  }
}
