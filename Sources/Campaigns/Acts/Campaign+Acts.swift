extension Campaign {
  /// What an act changes in this campaign. Pure: nothing is changed yet.
  /// - Throws: `Refusal`, and then nothing is to be changed.
  package func change(for act: Act, _ context: ActContext) throws(Refusal) -> Change {
    if state == .closed, act != .openAgain { throw .campaignClosed(code: code) }
    if let after = try header(after: act, context) { return try replacing(header: after) }
    switch act {
    case .addTask(let draft): return try adding(draft, context)
    case .addPhase(let draft): return try adding(draft)
    case .editPhase(let id, let name, let time): return try editing(phase: id, name, time)
    case .editCampaign(let edit): return try editing(edit)
    case .revise(let id, let revision): return try revising(id, revision, context)
    case .drop(let id): return try dropping(id)
    case .merge(let id, let target): return try merging(id, into: target, context)
    case .splitDraft(let id, let title): return try splitting(draft: id, title, context)
    case .split(let id, let titles): return try splitting(id, into: titles, context)
    case .move(let id, let phase): return try moving(id, toPhase: phase, context)
    case .setEvent(let name, let days):
      var after = header
      try after.events.set(name, days)
      return try replacing(header: after)
    case .close(let day): return try closing(on: day ?? context.today, context)
    case .openAgain: return try openingAgain()
    case .editTask(let id, let edit):
      return try onTask(id) { task throws(Refusal) in
        let before = task
        try task.edit(edit, in: self)
        if task != before { task.changed = context.stamp }
      }
    case .assign(let id, let assignment):
      return try onTask(id) { task throws(Refusal) in try task.assign(assignment, context) }
    case .report(let id, let report):
      return try onTask(id) { task throws(Refusal) in
        try task.report(report, end: context.judge.end(of: task, in: self), context)
      }
    case .note(let id, let text):
      return try onTask(id) { task throws(Refusal) in
        task.enter(.note, on: context.today, text: try filled(text, .text), stamp: context.stamp)
      }
    case .instruct(let id, let text, let from):
      return try onTask(id) { task throws(Refusal) in
        let words = try filled(text, .text)
        let leader = from?.filled.flatMap { $0 == context.stamp.by ? nil : $0 }
        task.enter(.instruction(leader: leader), on: context.today, text: words, stamp: context.stamp)
      }
    case .correct(let id, let entry, let text):
      return try onTask(id) { task throws(Refusal) in try task.correct(entry, text, context) }
    case .complete(let id, let report):
      return try onTask(id) { task throws(Refusal) in
        try task.complete(report, end: context.judge.end(of: task, in: self), context)
      }
    case .submit(let id, let text):
      return try onTask(id) { task throws(Refusal) in try task.move(.submit, .submitted, text, context) }
    case .sendBack(let id, let reason):
      return try onTask(id) { task throws(Refusal) in
        try task.move(.sendBack, .returned, reason, context)
        task.returns = (task.returns ?? 0) + 1
      }
    case .strikeOff(let id, let reviewer, let day):
      return try onTask(id) { task throws(Refusal) in
        try task.strikeOff(reviewer, day ?? context.today, context)
      }
    case .reopen(let id, let reason, let from):
      return try onTask(id) { task throws(Refusal) in try task.reopen(reason, from: from, context) }
    case .suspend(let id, let reason):
      return try onTask(id) { task throws(Refusal) in
        let before = task.stage
        try task.move(.suspend, .suspended, reason, context)
        task.suspendedFrom = before
      }
    case .cancel(let id, let reason):
      return try onTask(id) { task throws(Refusal) in try task.move(.cancel, .cancelled, reason, context) }
    case .record(let id, let report):
      return try onTask(id) { task throws(Refusal) in
        try task.record(report, end: context.judge.end(of: task, in: self), context)
      }
    case .setTarget(let id, let draft):
      return try onTask(id) { task throws(Refusal) in try task.setTarget(draft, context) }
    case .removeTarget(let id, let name):
      return try onTask(id) { task throws(Refusal) in try task.removeTarget(name, context) }
    case .addReading(let id, let report):
      return try onTask(id) { task throws(Refusal) in try task.addReading(report, context) }
    case .extend(let id, let request):
      return try onTask(id) { task throws(Refusal) in
        try task.extend(request, end: context.judge.end(of: task, in: self), context)
      }
    case .decide(let id, let decision):
      return try onTask(id) { task throws(Refusal) in
        try task.decide(decision, end: context.judge.end(of: task, in: self), context)
      }
    case .remind(let id, let report):
      return try onTask(id) { task throws(Refusal) in try task.remind(report, in: self, context) }
    }
  }

  /// The change that `body` makes to one task.
  private func onTask(_ id: String, _ body: (inout Task) throws(Refusal) -> Void) throws(Refusal) -> Change {
    guard let before = task(id: id) else { throw .unknownTask(id: id) }
    var after = before
    try body(&after)
    guard after != before else { throw .nothingToDo(id: id) }
    return Change(code: code, tasks: [Change.Edit(before: before, after: after)])
  }

  private func adding(_ draft: TaskDraft, _ context: ActContext) throws(Refusal) -> Change {
    var task = Task(
      id: "\(code)-\(nextTask)", title: try filled(draft.title, .title), deadline: draft.deadline)
    task.number = draft.number
    task.text = draft.text
    task.tags = draft.tags
    task.sourceLine = draft.sourceLine
    try draft.deadline.check()
    if let wanted = draft.phase { task.phase = try phase(wanted).id }
    if let parent = draft.parent {
      guard self.task(id: parent) != nil else { throw .unknownTask(id: parent) }
      task.parent = parent
    }
    task.units = draft.leaders.map { Responsibility(unit: nil, name: $0, role: .leader) }
    for name in draft.units { try task.add(name, context.units) }
    task.units += draft.persons.map { Responsibility(unit: nil, name: $0, role: .person) }
    task.changed = context.stamp
    var index = tasks.count
    if let parent = task.parent,
      let place = tasks.lastIndex(where: { $0.id == parent || $0.parent == parent })
    {
      index = place + 1
    }
    return Change(code: code, tasks: [Change.Edit(before: nil, after: task, index: index)])
  }

  private func adding(_ draft: PhaseDraft) throws(Refusal) -> Change {
    let name = try filled(draft.name, .name)
    guard !phases.contains(where: { $0.name == name }) else { throw .nameTaken(name) }
    if let start = draft.start, let end = draft.end, end < start {
      throw .reversedRange(start: start, end: end)
    }
    let number = (phases.compactMap { countedNumber($0.id.dropFirst()) }.max() ?? 0) + 1
    var added = Phase(id: "p\(number)", name: name, start: draft.start, end: draft.end, timeText: draft.words)
    if draft.end == nil { added.until = draft.words.flatMap { EventBinding(endOf: $0) } }
    if let parent = draft.parent { added.parent = try phase(parent).id }
    return Change(code: code, phases: [Change.Edit(before: nil, after: added, index: phases.count)])
  }

  private func editing(phase id: String, _ name: String?, _ time: PhaseDraft?) throws(Refusal) -> Change {
    let before = try phase(id)
    var after = before
    if let name {
      after.name = try filled(name, .name)
      guard !phases.contains(where: { $0.name == after.name && $0.id != before.id }) else {
        throw .nameTaken(after.name)
      }
    }
    if let time {
      if let start = time.start, let end = time.end, end < start {
        throw .reversedRange(start: start, end: end)
      }
      (after.start, after.end, after.timeText) = (time.start, time.end, time.words)
      after.until = time.end == nil ? time.words.flatMap { EventBinding(endOf: $0) } : nil
    }
    guard after != before else { throw .nothingToDo(id: "\(code)/\(before.id)") }
    return Change(code: code, phases: [Change.Edit(before: before, after: after)])
  }

  /// A phase by id or name.
  func phase(_ wanted: String) throws(Refusal) -> Phase {
    guard let phase = phases.first(where: { $0.id == wanted || $0.name == wanted }) else {
      throw .unknownPhase(id: wanted)
    }
    return phase
  }

  private func editing(_ edit: CampaignEdit) throws(Refusal) -> Change {
    var after = header
    if let title = edit.title { after.title = try filled(title, .title) }
    if let number = edit.documentNumber { after.documentNumber = number.isEmpty ? nil : number }
    if let issuer = edit.issuer { after.issuer = issuer.isEmpty ? nil : issuer }
    if let group = edit.leadingGroup { after.leadingGroup = group.isEmpty ? nil : group }
    if let issued = edit.issued { after.issued = issued }
    if let year = edit.year { after.year = year }
    return try replacing(header: after)
  }

  private func closing(on day: Day, _ context: ActContext) throws(Refusal) -> Change {
    guard day <= context.today else { throw .dayInFuture(day) }
    var after = header
    after.state = .closed
    after.closed = day
    return try replacing(header: after)
  }

  private func openingAgain() throws(Refusal) -> Change {
    var after = header
    after.state = .open
    after.closed = nil
    return try replacing(header: after)
  }

  private func replacing(header after: Campaign) throws(Refusal) -> Change {
    guard after != header else { throw .nothingToDo(id: code) }
    return Change(code: code, header: Change.Edit(before: header, after: after))
  }
}
