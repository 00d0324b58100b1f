/// What can be changed in the settings of a store.
package enum SettingsAct: Sendable, Equatable {
  /// What a day is to the organisation.
  package enum OwnDay: String, Sendable, CaseIterable {
    case off, working
    /// As the State Council's calendar has it.
    case usual
  }

  /// The organisation's name; an empty one takes it away.
  case organisation(String)
  /// When lights change; nil goes back to the defaults of docs/domain.md, "Lights".
  case lights(LightProfile?)
  /// Own days off and on.
  case ownDays([Day], OwnDay)
  /// The days of an event that deadlines hang on; nil takes them back.
  case event(name: String, EventDays?)

  /// Words to start a document or an entry from; nil takes them away.
  case template(name: String, text: String?)
  /// A filter that everybody has under a name; nil takes it away.
  case view(name: String, filter: String?)

  /// Logins and groups that may leave instructions and nothing else.
  case instructors([String])

  /// The acts that make own days these, none of which is of both kinds: all that go before all that come, so that a day can change from one kind to the other.
  package static func ownDays(
    from known: StoreSettings.OwnDays?, off: [Day], working: [Day]
  ) -> [SettingsAct] {
    let (before, wanted) = ((known?.off ?? []) + (known?.working ?? []), Set(off + working))
    let gone = before.filter { !wanted.contains($0) }
    let newOff = off.filter { known?.off.contains($0) != true }
    let newWorking = working.filter { known?.working.contains($0) != true }
    return [(gone, .usual), (newOff, .off), (newWorking, .working)].compactMap { days, kind in
      days.isEmpty ? nil : .ownDays(days, kind)
    }
  }

  /// The command that it is, as the journal names it.
  package var command: JournalCommand {
    switch self {
    case .organisation, .template, .view, .instructors: .editSettings
    case .lights: .setLights
    case .ownDays: .setOwnDays
    case .event: .setEvent
    }
  }

  /// What it is about: an event, days, or the setting's name in the store.
  fileprivate var subject: String {
    switch self {
    case .organisation: "organisation"
    case .lights: "lights"
    case .instructors: "instructors"
    case .ownDays(let days, _): days.map(\.iso).joined(separator: " ")
    case .event(let name, _), .template(let name, _), .view(let name, _): name
    }
  }
}

extension StoreSettings {
  /// The settings after an act.
  /// - Throws: `Refusal`; nothing has changed then.
  package func applying(_ act: SettingsAct) throws(Refusal) -> StoreSettings {
    var result = self
    switch act {
    case .organisation(let name): result.organisation = name.trimmed.isEmpty ? nil : name.trimmed
    case .lights(let profile):
      if let profile { try profile.requireSense() }
      result.lights = profile == .usual ? nil : profile
    case .ownDays(let days, let kind):
      var (off, working) = (Set(ownDays?.off ?? []), Set(ownDays?.working ?? []))
      for day in days {
        off.remove(day)
        working.remove(day)
        switch kind {
        case .off: off.insert(day)
        case .working: working.insert(day)
        case .usual: break
        }
      }
      result.ownDays =
        off.isEmpty && working.isEmpty ? nil : OwnDays(off: off.sorted(), working: working.sorted())
    case .instructors(let names):
      result.instructors = try names.map { name throws(Refusal) in try filled(name, .name) }
    case .event(let name, let days): try result.events.set(name, days)
    case .template(let name, let text):
      let name = try filled(name, .name)
      let template = try text.map { text throws(Refusal) in
        Template(name: name, text: try filled(text, .text))
      }
      result.templates.set(template, where: { $0.name == name })
    case .view(let name, let filter):
      result.views.set(try filter.map { filter throws(Refusal) in try SavedView(naming: name, filter) }) {
        $0.name == name
      }
    }
    guard result != self else { throw .nothingToDo(id: act.subject) }
    return result
  }
}

extension LightProfile {
  /// - Throws: `Refusal.badLights` where a number is none that lights could follow.
  fileprivate func requireSense() throws(Refusal) {
    guard (0...60).contains(dueSoonWorkingDays), (1...100).contains(behindYellow),
      (behindYellow...100).contains(behindRed)
    else { throw .badLights(self) }
  }
}

extension SavedView {
  /// A filter under a name that can stand behind the sign.
  /// - Throws: `Refusal.badViewName`, `Refusal.emptyText`.
  package init(naming name: String, _ filter: String) throws(Refusal) {
    guard SavedView.isName(name) else { throw .badViewName(name) }
    self.init(name: name, filter: try filled(filter, .text))
  }
}

extension Array {
  /// Puts an element in the place of the first that answers, or at the end; nil takes that one away.
  package mutating func set(_ element: Element?, where isIt: (Element) -> Bool) {
    let place = firstIndex(where: isIt)
    switch (place, element) {
    case (let place?, let element?): self[place] = element
    case (let place?, nil): remove(at: place)
    case (nil, let element?): append(element)
    case (nil, nil): break
    }
  }
}

extension [NamedEvent] {
  /// Gives an event its days, or takes them back.
  mutating func set(_ name: String, _ days: EventDays?) throws(Refusal) {
    let name = try filled(name, .name)
    set(days.map { NamedEvent(name: name, days: $0) }, where: { $0.name == name })
  }
}
