import CampaignStore
import Campaigns
import ReferenceData

/// What a file of changes comes to: every line is worked out upon what those before it left, and nothing is written.
struct ApplyPlan {
  /// What became of a line.
  struct Outcome {
    var line: Int
    var deed: ApplyDeed
    /// Of the task, the unit, or of the phase as in h26/p2.
    var id: String
    var title: String
    /// False where there was nothing to change.
    var changes = true
  }

  let session: Session
  /// The store as it was read.
  let ledger: Ledger
  private(set) var acts: [CampaignAct] = []
  private(set) var newUnits: [UnitDraft] = []
  private(set) var outcomes: [Outcome] = []
  private(set) var faults: [ApplyFault]
  /// Tasks that were there before, each once.
  private(set) var touched: [String] = []
  /// What was assumed in reading deadlines, with the lines.
  private(set) var notes: [(words: String, lines: [Int])] = []

  private var campaigns: [String: Campaign] = [:]
  private var context: ActContext
  private var known: [String: (code: String, id: String)] = [:]
  private var isTouched: Set<String> = []
  /// Tasks of this file by the names that it gives them; nil: the line has a mistake.
  private var named: [String: (code: String, id: String)?] = [:]
  private let calendar = WorkCalendar(years: ReferenceData.allHolidays)

  /// Works a file out.
  init(_ file: ApplyFile, _ session: Session) throws(Failure) {
    self.session = session
    ledger = try session.ledger(for: file.lines)
    faults = file.faults
    for campaign in ledger.campaigns {
      campaigns[campaign.code] = campaign
      for task in campaign.tasks { known[task.id.lowercased()] = (campaign.code, task.id) }
    }
    context = ActContext(
      judge: session.judge(of: ledger, on: session.today), stamp: Stamp(at: session.clock(), by: ""))
    let lines = file.lines.map { line in
      var fields = ApplyFields(line)
      return (deed: ApplyPlan.deed(&fields), fields: fields)
    }
    // All units first, as the store adds them: a line may name one that stands below.
    for (deed, fields) in lines where deed == .unit { add(fields) }
    for (deed, fields) in lines where deed != .unit {
      if let deed { work(deed, fields) } else { faults += fields.faults }
    }
    faults.sort { $0.line < $1.line }
    outcomes.sort { $0.line < $1.line }
  }

  private static func deed(_ fields: inout ApplyFields) -> ApplyDeed? {
    let values = fields.line.values
    guard let word = fields.text(.do) else {
      if values[.title] != nil, values[.id] == nil { return .task }
      if values[.do] == nil { fields.fault(.noDeed) }
      return nil
    }
    guard let deed = ApplyDeed(named: word) else {
      fields.fault(.unknownDeed(word))
      return nil
    }
    return deed
  }

  // MARK: Lines

  private mutating func add(_ fields: ApplyFields) {
    var fields = fields
    let draft = ApplyDeed.unit(&fields)
    fields.finish(.unit)
    guard fields.faults.isEmpty else { return faults += fields.faults }
    do throws(Refusal) {
      let units = try context.units.applying(draft.act)
      var next = ledger
      next.units = units
      context = ActContext(judge: session.judge(of: next, on: session.today), stamp: context.stamp)
      newUnits.append(draft)
      outcomes.append(
        Outcome(
          line: fields.line.number, deed: .unit, id: units.unit(named: draft.name)?.id ?? "",
          title: draft.name))
    } catch { tell(.failure(.refused(error)), fields) }
  }

  private mutating func work(_ deed: ApplyDeed, _ fields: ApplyFields) {
    var fields = fields
    let name = taskName(deed, &fields)
    let asked = acts(for: deed, &fields)
    fields.finish(deed)
    if let name { named.updateValue(nil, forKey: name) }
    guard fields.faults.isEmpty else { return faults += fields.faults }
    // What hangs on a line with a mistake is worked out once that is put right.
    guard let asked else { return }
    perform(asked, deed, name, fields)
  }

  /// The name that a line gives its new task.
  private mutating func taskName(_ deed: ApplyDeed, _ fields: inout ApplyFields) -> String? {
    guard deed == .task, let text = fields.text(.as) else { return nil }
    let name = text.hasPrefix("@") ? text : "@" + text
    guard name.count > 1, !name.contains(where: { $0.isWhitespace || "、，,；;|".contains($0) }) else {
      fields.fault(.badName(text))
      return nil
    }
    if named[name] != nil {
      fields.fault(.nameTaken(name))
      return nil
    }
    return name
  }

  private mutating func perform(
    _ asked: Asked, _ deed: ApplyDeed, _ name: String?, _ fields: ApplyFields
  ) {
    // Taken out while it is worked on: what two hold is copied for every line.
    guard var campaign = campaigns.removeValue(forKey: asked.code) else { return }
    let before = asked.acts.count > 1 ? campaign : nil
    defer { campaigns[asked.code] = campaign }
    var outcome = Outcome(line: fields.line.number, deed: deed, id: "", title: "")
    var made: [CampaignAct] = []
    do throws(Refusal) {
      for act in asked.acts {
        do throws(Refusal) {
          let change = try campaign.change(for: act, context)
          try change.apply(to: &campaign)
          let added = change.tasks.first { $0.before == nil }?.after
          let phase = change.phases.compactMap(\.after).last
          if let task = added ?? change.tasks.first?.after, made.isEmpty {
            (outcome.id, outcome.title) = (task.id, task.title)
          }
          if let phase { (outcome.id, outcome.title) = ("\(asked.code)/\(phase.id)", phase.name) }
          made.append(CampaignAct(code: asked.code, act: act, expects: added?.id))
        } catch {
          // As with several tasks of one command: it is told, and is no reason to leave the others undone.
          guard case .nothingToDo(let id) = error else { throw error }
          if made.isEmpty { (outcome.id, outcome.title) = (id, campaign.task(id: id)?.title ?? "") }
        }
      }
    } catch {
      // One act alone changed nothing.
      if let before { campaign = before }
      return tell(.failure(.refused(error)), fields)
    }
    outcome.changes = !made.isEmpty
    // An act on a task is about that one, whatever else goes with it.
    if let id = asked.target, let task = campaign.task(id: id) {
      (outcome.id, outcome.title) = (id, task.title)
      if known[id.lowercased()] != nil, outcome.changes, isTouched.insert(id).inserted { touched.append(id) }
    }
    acts += made
    outcomes.append(outcome)
    if let name { named[name] = (asked.code, outcome.id) }
  }

  private mutating func tell(_ kind: ApplyFault.Kind, _ fields: ApplyFields) {
    faults.append(ApplyFault(line: fields.line.number, kind: kind))
  }

  // MARK: What lines name

  /// The campaign that a line is for, as the lines before it left it.
  func campaign(_ fields: inout ApplyFields) -> Campaign? {
    guard fields.line.values[.campaign] != nil else {
      fields.fault(.missing(.campaign))
      return nil
    }
    let (session, ledger) = (session, ledger)
    let found = fields.read(.campaign) { code throws(Failure) in
      try session.requireNotArchived(code, ledger)
      return try ledger.campaign(matching: code)
    }
    return found.flatMap { campaigns[$0.code] }
  }

  /// A task by its id, or by the name that a line before it gave it; nil where there is none, which is told.
  func task(_ id: String, _ fields: inout ApplyFields) -> (code: String, id: String)? {
    if id.hasPrefix("@") {
      guard let entry = named[id] else {
        fields.fault(.unknownName(id))
        return nil
      }
      return entry
    }
    if let found = known[id.lowercased()] { return found }
    do throws(Failure) {
      let found = try session.worked(id, ledger)
      return (found.campaign.code, found.task.id)
    } catch {
      fields.fault(.failure(error))
      return nil
    }
  }

  /// The campaign of a code, as the lines before left it.
  func campaign(code: String) -> Campaign? { campaigns[code] }

  /// A deadline in words, in the light of a campaign; of what was assumed it is kept in which lines.
  mutating func deadline(
    _ key: ApplyKey, in campaign: Campaign?, isDay: Bool = false, _ fields: inout ApplyFields
  ) -> Deadline? {
    let (session, today, calendar) = (session, session.today, calendar)
    let reading = fields.read(key) { words throws(Failure) in
      let reading = TimeReading(of: words, in: campaign, today: today, calendar: calendar)
      guard reading.deadline.kind != .none else { throw .unreadTime(words, notes: reading.notes) }
      guard !isDay || reading.isWhole && reading.deadline.end != nil else {
        throw .badDate(option: session.wording.name(key), text: words)
      }
      do throws(Refusal) { try reading.deadline.check() } catch { throw .refused(error) }
      return reading
    }
    guard let reading else { return nil }
    for note in reading.notes where !note.isOfEvent {
      let words = session.wording.note(note)
      if let place = notes.firstIndex(where: { $0.words == words }) {
        notes[place].lines.append(fields.line.number)
      } else {
        notes.append((words, [fields.line.number]))
      }
    }
    return reading.deadline
  }
}

extension Session {
  /// What a file of changes works on: the campaigns that its ids and codes name exactly; all that there are where one is not so.
  fileprivate func ledger(for lines: [ApplyLine]) throws(Failure) -> Ledger {
    var (codes, ids) = (Set<String>(), Set<String>())
    for line in lines {
      for key in [ApplyKey.campaign, .id, .parent, .after, .notAfter] {
        // A unit's own id is nobody's code, and does no harm.
        var fields = ApplyFields(line)
        for word in fields.list(key) where !word.hasPrefix("@") {
          if key == .campaign {
            codes.insert(word)
          } else if let mark = word.firstIndex(of: "/") {
            codes.insert(String(word[..<mark]))
          } else if key != .parent || word.contains("-") {
            ids.insert(word)
          }
        }
      }
    }
    let ofIDs = Set(ids.compactMap { id in id.lastIndex(of: "-").map { String(id[..<$0]) } })
    let wanted = codes.union(ofIDs).sorted()
    let named = try onStore { store throws(StoreError) in try store.ledger(of: wanted) }
    let exact = Set(named.campaigns.flatMap { $0.tasks.map(\.id) })
    let isWhole =
      ids.isSubset(of: exact) && codes.isSubset(of: named.campaigns.map(\.code))
    return isWhole ? named : try ledger(meantBy: (codes.union(ids)).sorted())
  }
}
