import Campaigns
import Wording

extension ApplyPlan {
  /// What a line asks for of a campaign, and of which task, where that is there.
  struct Asked {
    var code: String
    var acts: [Act]
    var target: String?
  }

  /// What a line asks for, and of which campaign; nil where it has mistakes, or names a task whose line has some.
  mutating func acts(for deed: ApplyDeed, _ fields: inout ApplyFields) -> Asked? {
    switch deed {
    // Units are no campaign's: `ApplyDeed.unit` reads them.
    case .unit: return nil
    case .task: return newTask(&fields)
    case .phase: return newPhase(&fields)
    case .edit:
      if case .text(let id) = fields.line.values[.id], id.contains("/") { return phaseEdit(&fields) }
      guard let (code, id) = target(&fields) else {
        _ = edit(in: nil, &fields)
        return nil
      }
      return Asked(code: code, acts: [.editTask(id: id, edit(in: code, &fields))], target: id)
    case .report, .note, .done, .assign, .tag, .instruct, .submit, .return, .strike, .reopen, .suspend,
      .cancel, .correct, .record, .remind, .extend:
      let found = target(&fields)
      // What else is wrong in the line is told with it.
      let act = act(deed, on: found?.id ?? "", &fields)
      guard let found, let act else { return nil }
      return Asked(code: found.code, acts: [act], target: found.id)
    }
  }

  private func target(_ fields: inout ApplyFields) -> (code: String, id: String)? {
    let id = fields.needed(.id)
    return id.isEmpty ? nil : task(id, &fields)
  }

  // MARK: What is added

  private mutating func newTask(_ fields: inout ApplyFields) -> Asked? {
    let campaign = campaign(&fields)
    var draft = TaskDraft(title: fields.needed(.title))
    draft.number = fields.text(.number)
    draft.text = fields.text(.text)
    draft.phase = fields.text(.phase)
    draft.leaders = fields.list(.leader)
    draft.persons = fields.list(.person)
    draft.tags = fields.list(.tags)
    // The first one leads.
    for unit in [fields.text(.lead)].compactMap(\.self) + fields.list(.unit) + fields.list(.supporting)
    where !draft.units.contains(unit) { draft.units.append(unit) }
    if let deadline = deadline(.due, in: campaign, &fields) { draft.deadline = deadline }
    var isWaiting = false
    if let parent = fields.text(.parent) {
      draft.parent = task(parent, &fields)?.id
      isWaiting = draft.parent == nil
    }
    var edit = TaskEdit()
    edit.standard = fields.text(.standard)
    guard let campaign, !isWaiting else { return nil }
    let id = "\(campaign.code)-\(campaign.nextTask)"
    return Asked(
      code: campaign.code, acts: [.addTask(draft)] + (edit == TaskEdit() ? [] : [.editTask(id: id, edit)]))
  }

  private mutating func newPhase(_ fields: inout ApplyFields) -> Asked? {
    let campaign = campaign(&fields)
    var draft = PhaseDraft(name: fields.needed(.name))
    draft.parent = fields.text(.parent)
    fill(&draft, in: campaign, &fields)
    return campaign.map { Asked(code: $0.code, acts: [.addPhase(draft)]) }
  }

  private mutating func fill(_ draft: inout PhaseDraft, in campaign: Campaign?, _ fields: inout ApplyFields) {
    guard let time = deadline(.due, in: campaign, &fields) else { return }
    (draft.words, draft.start, draft.end) = (fields.text(.due), time.start, time.end)
  }

  /// `h26/p2`: a phase's name and time.
  private mutating func phaseEdit(_ fields: inout ApplyFields) -> Asked? {
    let words = fields.needed(.id)
    let code = String(words.prefix { $0 != "/" })
    let id = String(words.dropFirst(code.count + 1))
    let (session, ledger) = (session, ledger)
    let found = fields.read(.id) { _ throws(Failure) in
      try session.requireNotArchived(code, ledger)
      return try ledger.campaign(matching: code)
    }
    let campaign = found.flatMap { self.campaign(code: $0.code) }
    let name = fields.text(.name) ?? fields.text(.title)
    var time: PhaseDraft?
    if fields.line.values[.due] != nil {
      var draft = PhaseDraft(name: id)
      fill(&draft, in: campaign, &fields)
      time = draft
    } else if name == nil {
      fields.fault(.missing(.name))
    }
    return campaign.map { Asked(code: $0.code, acts: [.editPhase(id: id, name: name, time: time)]) }
  }

  // MARK: What is there

  private mutating func edit(in code: String?, _ fields: inout ApplyFields) -> TaskEdit {
    var edit = TaskEdit()
    edit.title = fields.text(.title)
    edit.number = fields.change(.number)
    edit.text = fields.change(.text)
    edit.phase = fields.change(.phase)
    edit.standard = fields.change(.standard)
    edit.problems = fields.change(.problems)
    edit.nextSteps = fields.change(.next)
    edit.reviewEvery = fields.choice(.review) { [$0.rawValue, Wording(.zh).period($0)] }
    edit.addTags = fields.list(.tags)
    edit.removeTags = fields.list(.untag)
    for other in fields.list(.after) {
      if let found = task(other, &fields) { edit.addDependencies.append(found.id) }
    }
    for other in fields.list(.notAfter) {
      if let found = task(other, &fields) { edit.removeDependencies.append(found.id) }
    }
    if let parent = fields.change(.parent) { edit.parent = parent.isEmpty ? "" : task(parent, &fields)?.id }
    if fields.text(.due) == "-" {
      edit.deadline = Deadline()
    } else {
      edit.deadline = deadline(.due, in: code.flatMap { campaign(code: $0) }, &fields)
    }
    return edit
  }

  private mutating func act(_ deed: ApplyDeed, on id: String, _ fields: inout ApplyFields) -> Act? {
    switch deed {
    case .task, .unit, .phase, .edit: return nil
    case .report:
      var report = Report(text: fields.needed(.message), percent: fields.number(.percent))
      report.on = day(.on, &fields)
      report.from = fields.text(.from)
      report.via = fields.text(.via)
      report.answers = fields.number(.answers)
      return .report(id: id, report)
    case .note: return .note(id: id, text: fields.needed(.message))
    case .done:
      let report = CompletionReport(
        text: fields.text(.message), on: day(.on, &fields), evidence: fields.text(.evidence),
        from: fields.text(.from))
      return .complete(id: id, report)
    case .assign:
      let assignment = Assignment(
        add: fields.list(.unit) + fields.list(.supporting), lead: fields.text(.lead),
        remove: fields.list(.remove))
      if assignment == Assignment() { fields.fault(.missing(.unit)) }
      return .assign(id: id, assignment)
    case .tag:
      var edit = TaskEdit()
      (edit.addTags, edit.removeTags) = (fields.list(.tags), fields.list(.untag))
      if edit == TaskEdit() { fields.fault(.missing(.tags)) }
      return .editTask(id: id, edit)
    case .instruct: return .instruct(id: id, text: fields.needed(.message), from: fields.text(.from))
    case .submit: return .submit(id: id, text: fields.text(.message))
    case .return: return .sendBack(id: id, reason: fields.needed(.message))
    case .strike: return .strikeOff(id: id, reviewer: fields.needed(.reviewer), on: day(.on, &fields))
    case .reopen: return .reopen(id: id, reason: fields.text(.message), from: fields.text(.from))
    case .suspend: return .suspend(id: id, reason: fields.needed(.message))
    case .cancel: return .cancel(id: id, reason: fields.needed(.message))
    case .correct:
      if fields.line.values[.entry] == nil { fields.fault(.missing(.entry)) }
      let text = fields.needed(.message)
      return fields.number(.entry).map { .correct(id: id, entry: $0, text: text) }
    case .record:
      let report = OccurrenceReport(
        count: fields.number(.count) ?? 1, on: day(.on, &fields), from: fields.text(.from),
        note: fields.text(.message))
      return .record(id: id, report)
    case .remind:
      let report = ChaseReport(
        units: fields.list(.unit), text: fields.text(.message), on: day(.on, &fields))
      return .remind(id: id, report)
    case .extend:
      let reason = fields.needed(.message)
      if fields.line.values[.until] == nil { fields.fault(.missing(.until)) }
      let until = deadline(.until, in: nil, isDay: true, &fields)?.end
      let (percent, on) = (fields.number(.percent), day(.on, &fields))
      let approvedBy = fields.text(.approvedBy)
      return until.map {
        .extend(
          id: id,
          ExtensionRequest(until: $0, reason: reason, percent: percent, on: on, approvedBy: approvedBy))
      }
    }
  }

  private func day(_ key: ApplyKey, _ fields: inout ApplyFields) -> Day? {
    let session = session
    return fields.read(key) { text throws(Failure) in
      try Session.day(text, option: session.wording.name(key), year: session.today.year)
    }
  }
}

extension ApplyDeed {
  /// The unit that a line adds.
  static func unit(_ fields: inout ApplyFields) -> UnitDraft {
    var draft = UnitDraft(name: fields.needed(.name))
    draft.kind = fields.choice(.kind) { [$0.rawValue, Wording(.zh).unitKind($0)] } ?? .department
    draft.id = fields.text(.id)
    draft.aliases = fields.list(.alias)
    draft.members = fields.list(.members)
    draft.contact = fields.text(.contact)
    return draft
  }
}
