import Campaigns
import Wording

/// 事件: an event and its days, for one campaign or for all. What it is about is its name, and behind a tab the campaign whose own
/// days it has.
struct NamedEventForm: FormKind {
  let subject: String
  private var name: String { String(subject.prefix { $0 != "\t" }) }
  private var code: String? { subject.contains("\t") ? String(subject.dropFirst(name.count + 1)) : nil }
  let fields = [
    FormField(.name, "如 集中督查、汛期", "as in 集中督查"),
    FormField(.day, "如 12月10日、6月1日至9月30日；清空即取消日期", "as in 2026-12-10; empty takes the days back") {
      form, model in
      do throws(EventDays.WordsError) { return model.wording.days(try form.namedDays(model)) } catch {
        return model.wording.prose(error)
      }
    },
  ]

  func title(_ model: Model) -> String {
    subject.isEmpty
      ? model.wording.pick("新增事件", "New event")
      : model.wording.pick("事件  \(name)", "Event  \(name)") + (code.map { "  \($0)" } ?? "")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard !subject.isEmpty else { return }
    let event = model.snapshot.ledger.awaitedEvents.first { $0.name == name && $0.campaign == code }
    let days = event?.days ?? model.snapshot.settings.events.first { $0.name == name }?.days
    form.fill([.name: name, .day: days?.iso ?? ""], isNew: isNew)
    form.focus(on: .day)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let typed = try form.words(.name, model)
    // Its name is what deadlines hang on: another name is another event.
    guard subject.isEmpty || typed == name else {
      throw FormError(
        model.wording.pick("事件不能改名；请另增一个。", "An event keeps its name; add another one."), .name)
    }
    if subject.isEmpty, model.snapshot.settings.events.contains(where: { $0.name == typed && $0.days != nil })
    {
      throw FormError(model.wording.prose(Refusal.nameTaken(typed)), .name)
    }
    guard form.optional(.day) != nil else {
      guard !subject.isEmpty, form.changed(.day) != nil else { throw .nothingChanged(form, model) }
      return [clearing(typed)]
    }
    do throws(EventDays.WordsError) {
      let days = try form.namedDays(model)
      return [.setEvent(name: typed, days, code: code)]
    } catch { throw FormError(model.wording.prose(error), .day) }
  }

  private func clearing(_ name: String) -> Effect {
    code.map { .act(code: $0, .setEvent(name: name, nil)) } ?? .settings([.event(name: name, nil)])
  }
}

extension Form {
  fileprivate func namedDays(_ model: Model) throws(EventDays.WordsError) -> EventDays {
    try EventDays(
      words: self[.day].trimmed, today: model.snapshot.today, calendar: model.snapshot.judge.calendar)
  }
}
