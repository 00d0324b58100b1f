/// The name of an event taken apart: 2026年汛期 is 汛期 of 2026, 2026年度考核 is 年度考核 of 2026.
struct EventName: Hashable {
  /// The year in front, where there is one.
  let year: Int?
  /// The name without it.
  let core: String

  init(_ words: String) {
    let digits = words.prefix(4).compactMap(\.wholeNumberValue).filter { (0...9).contains($0) }
    var rest = words.dropFirst(4)
    guard digits.count == 4, rest.count > 2, rest.first == "年" else {
      (year, core) = (nil, words)
      return
    }
    if !rest.hasPrefix("年度") { rest = rest.dropFirst() }
    if rest.first == "的", rest.count > 2 { rest = rest.dropFirst() }
    (year, core) = (digits.reduce(0) { $0 * 10 + $1 }, String(rest))
  }

  /// Whether a deadline that names this event hangs on the other one, which begins in the year `first`. A name without a
  /// year speaks of the year of its campaign.
  func hangs(on other: EventName, from first: Int, in campaign: Int?) -> Bool {
    guard core == other.core else { return false }
    return switch (year, other.year) {
    case (nil, nil): true
    case (let year?, nil): year == first
    case (nil, let other?): other == campaign
    case (let year?, let other?): year == other
    }
  }
}

/// The event that gives a deadline its days.
struct GivenEvent: Hashable {
  /// Its name where its days were set, which may differ from the deadline's by the year.
  var name: String
  var days: EventDays
  /// Whether the campaign has it for itself.
  var isOwn: Bool
}

extension Campaign {
  /// The event that gives its days to deadlines that name it so: one of that very name, else the same one with or without
  /// its year (docs/decisions/time-rules.md); the campaign's own before those that hold for `all`.
  func event(named name: String, _ all: [NamedEvent]) -> GivenEvent? {
    func first(_ isMeant: (NamedEvent, EventDays) -> Bool) -> GivenEvent? {
      for (events, isOwn) in [(events, true), (all, false)] {
        for event in events {
          guard let days = event.days, isMeant(event, days) else { continue }
          return GivenEvent(name: event.name, days: days, isOwn: isOwn)
        }
      }
      return nil
    }
    if let exact = first({ event, _ in event.name == name }) { return exact }
    let wanted = EventName(name)
    return first { event, days in
      wanted.hangs(on: EventName(event.name), from: days.first.year, in: year ?? issued?.year)
    }
  }
}
