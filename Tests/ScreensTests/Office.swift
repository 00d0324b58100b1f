import CampaignStore
import Campaigns
import Foundation
import ReferenceData
import Screens
import TerminalFrames
import Testing
import Wording

/// An office in memory: the demonstration on a day, and acts that are done at once. Stands where the program stands in
/// earnest, so that sessions are played by the same loop.
struct Office {
  var ledger: Ledger
  let today: Day
  /// What the screen asked for, in order.
  var effects: [Effect] = []
  /// What others do at the next look.
  var others: [Act] = []

  /// The texts that drafts were read from.
  var sources: [String: SourceReading] = [:]

  /// What was done, with the ledger before and after; the first `standing` of them are not undone.
  private var history: [(entry: HistoryEntry, before: Ledger, after: Ledger)] = []
  private var standing = 0

  /// Whether the campaigns are gone when the store is read again.
  var isEmptiedAtReload = false

  static let day = Day(iso: "2026-11-20") ?? Day.epoch

  // Both are read once: every session of these tests begins with them.
  private static let demonstration = Demonstration(today: Office.day).map {
    Ledger(settings: $0.settings, units: $0.units, campaigns: $0.live)
  }
  private static let holidays = ReferenceData.allHolidays

  init(_ ledger: Ledger? = nil) throws {
    today = Office.day
    self.ledger = try ledger ?? #require(Office.demonstration)
  }

  /// An office with nothing in it.
  static func empty() throws -> Office {
    try Office(Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: []))
  }

  var snapshot: Snapshot {
    Snapshot(ledger, ledger.judge(today: today, years: Office.holidays))
  }

  mutating func perform(_ effect: Effect) -> [Message] {
    effects.append(effect)
    switch effect {
    case .act(let code, let act, let units):
      let before = ledger
      do throws(Refusal) {
        for name in units {
          ledger.units = try ledger.units.applying(
            .add(name: name, kind: .department, id: nil, aliases: [], members: [], contact: nil))
        }
      } catch { return [.failed(Wording(.zh).prose(error))] }
      return apply(act, code, by: "党办干事", says: true, before: before)
    case .setEvent(let name, let days, let code):
      let before = ledger
      do throws(Refusal) {
        if let code, let place = ledger.campaigns.firstIndex(where: { $0.code == code }) {
          let stamp = Stamp(at: Moment(seconds: 1_795_000_000), by: "党办干事")
          let context = ActContext(judge: snapshot.judge, stamp: stamp)
          let change = try ledger.campaigns[place].change(for: .setEvent(name: name, days), context)
          ledger.campaigns[place] = try change.applied(to: ledger.campaigns[place])
          record(.setEvent, code, change, before: before)
        } else {
          ledger.settings = try ledger.settings.applying(.event(name: name, days))
        }
      } catch { return [.failed(Wording(.zh).prose(error))] }
      let event = ledger.awaitedEvents.first { $0.name == name && $0.campaign == code }
      return [.loaded(snapshot, flaws: []), .dated(event: name, days, count: event?.tasks.count ?? 0)]
    case .transfer(let id, let from, let to, let phase): return transfer(id, from, to, phase)
    case .offer(let reversal):
      let place = reversal == .undo ? standing - 1 : standing
      guard history.indices.contains(place) else { return [.failed("没有可撤销的操作。")] }
      return [.offered(reversal, history[place].entry)]
    case .reverse(let reversal, _):
      if reversal == .undo { standing -= 1 }
      let step = history[standing]
      ledger = reversal == .undo ? step.before : step.after
      if reversal == .redo { standing += 1 }
      return [.loaded(snapshot, flaws: []), .reversed(reversal, step.entry)]
    case .addCampaign(let title, let number, let year):
      var campaign = Campaign(code: "h99", title: title, year: year ?? today.year)
      campaign.documentNumber = number
      ledger.campaigns.append(campaign)
      return [.loaded(snapshot, flaws: []), .added(campaign)]
    case .look:
      guard !others.isEmpty else { return [] }
      return apply(others.removeFirst(), "h26", by: "党办副主任", says: false)
    case .reload:
      if isEmptiedAtReload { ledger.campaigns = [] }
      return [.loaded(snapshot, flaws: [])]
    case .source(let code): return sources[code].map { [.source(code: code, $0)] } ?? []
    case .accept(let code): return accept(code, into: nil)
    case .updatePlan(let code, let draft): return accept(draft, into: code)
    case .makeStore(.empty): return [.loaded(snapshot, flaws: [])]
    default: return []
    }
  }

  private mutating func transfer(_ id: String, _ from: String, _ to: String, _ phase: String?) -> [Message] {
    let before = ledger
    guard let source = ledger.campaigns.firstIndex(where: { $0.code == from }),
      let target = ledger.campaigns.firstIndex(where: { $0.code == to })
    else { return [.failed("?")] }
    let stamp = Stamp(at: Moment(seconds: 1_795_000_000), by: "党办干事")
    do throws(Refusal) {
      let transfer = try ledger.campaigns[source].transfer(
        of: id, to: ledger.campaigns[target], phase: phase, ActContext(judge: snapshot.judge, stamp: stamp))
      ledger.campaigns[source] = try transfer.from.applied(to: ledger.campaigns[source])
      ledger.campaigns[target] = try transfer.to.applied(to: ledger.campaigns[target])
      record(.moveTask, to, transfer.to, before: before)
      let new = transfer.to.tasks.compactMap(\.after).first { $0.formerIDs.last == id }?.id ?? id
      return [.loaded(snapshot, flaws: []), .moved(from: id, to: new)]
    } catch {
      return [.failed(Wording(.zh).prose(error))]
    }
  }

  private mutating func record(_ command: JournalCommand, _ code: String, _ change: Change, before: Ledger) {
    var entry = HistoryEntry(
      id: history.count + 1, stamp: Stamp(at: Moment(seconds: 1_795_000_000), by: "党办干事"), login: "db",
      command: command)
    entry.campaigns = [code]
    entry.tasks = change.tasks.compactMap { ($0.after ?? $0.before)?.id }
    history = Array(history.prefix(standing)) + [(entry, before, ledger)]
    standing = history.count
  }

  private mutating func accept(_ code: String, into plan: String?) -> [Message] {
    let before = ledger
    guard let place = ledger.campaigns.firstIndex(where: { $0.code == code }) else { return [.failed("?")] }
    let stamp = Stamp(at: Moment(seconds: 1_795_000_000), by: "党办干事")
    do throws(Refusal) {
      let draft = ledger.campaigns[place]
      let change = try draft.accepting(&ledger.units, stamp)
      ledger.campaigns[place] = try change.applied(to: draft)
      guard let plan, let old = ledger.campaigns.firstIndex(where: { $0.code == plan }) else {
        record(.accept, code, change, before: before)
        return [.loaded(snapshot, flaws: []), .accepted(code: code, count: change.tasks.count)]
      }
      let update = try ledger.campaigns[old].updating(with: ledger.campaigns[place], stamp)
      ledger.campaigns[old] = try update.applied(to: ledger.campaigns[old])
      ledger.campaigns.remove(at: place)
      record(.updatePlan, plan, update, before: before)
      return [.loaded(snapshot, flaws: []), .accepted(code: plan, count: update.tasks.count)]
    } catch {
      return [.failed(Wording(.zh).prose(error))]
    }
  }

  private mutating func apply(
    _ act: Act, _ code: String, by name: String, says: Bool, before: Ledger? = nil
  ) -> [Message] {
    guard let place = ledger.campaigns.firstIndex(where: { $0.code == code }) else { return [.failed("?")] }
    let stamp = Stamp(at: Moment(seconds: 1_795_000_000), by: name)
    do throws(Refusal) {
      let change = try ledger.campaigns[place].change(
        for: act, ActContext(judge: snapshot.judge, stamp: stamp))
      ledger.campaigns[place] = try change.applied(to: ledger.campaigns[place])
      if let before { record(act.command, code, change, before: before) }
      return [.loaded(snapshot, flaws: [])] + (says ? [.acted(act, code: code, change)] : [])
    } catch {
      return [.failed(Wording(.zh).prose(error))]
    }
  }
}

/// A session at the scripted terminal.
struct Played {
  var office: Office
  var model: Model
  var frames: [Frame]
  var ending: Ending

  /// The last screen as text.
  var lines: [String] { frames.last?.lines ?? [] }
  var text: String { lines.joined(separator: "\n") }
  var cursor: Frame.Cursor { frames.last?.cursor ?? Frame.Cursor(row: 0, column: 0, isVisible: false) }
  /// The line with the mark.
  var selected: String { lines.first { $0.hasPrefix(">") } ?? "" }
}

/// Plays a script; see `[Event].init(script:)`. The terminal is hung up at its end unless somebody left before.
func play(
  _ script: String, _ office: Office? = nil, size: Size = Size(columns: 80, rows: 24),
  language: Language = .zh,
  width: DisplayWidth = DisplayWidth(), isReadOnly: Bool = false, isFirstRun: Bool = false,
  drafts: [Form] = []
) throws -> Played {
  var office = try office ?? Office()
  let paths = StorePaths(store: "/srv/duban", demonstration: "/srv/duban-demo")
  let setting = Model.Setting(
    wording: Wording(language), width: width, isReadOnly: isReadOnly, paths: paths)
  var model = isFirstRun ? Model(firstRun: setting, office.snapshot) : Model(setting, office.snapshot)
  model.resume(drafts)
  var terminal = ScriptedTerminal(size: size, events: try #require([Event](script: script), "\(script)"))
  let ending = model.run(on: &terminal) { office.perform($0) }
  return Played(office: office, model: model, frames: terminal.frames, ending: ending)
}

/// Compares with a file in Golden/. A missing one fails; UPDATE_GOLDEN=1 writes it.
func expectGolden(
  _ text: String, _ path: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let golden = try? String(contentsOf: url, encoding: .utf8)
  #expect(golden == text, "\(path) differs or is missing", sourceLocation: location)
}
