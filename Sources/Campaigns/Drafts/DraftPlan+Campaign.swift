extension DraftPlan {
  /// The campaign that the draft becomes, its tasks still drafts. Units that `units` knows are bound; the others are
  /// kept by name until the draft is accepted. Ids are numbered in the document's order.
  package func campaign(code: String, source: CampaignSource?, units: UnitRegistry) -> Campaign {
    var campaign = Campaign(code: code, title: title ?? code, year: year)
    campaign.documentNumber = documentNumber
    campaign.issuer = issuer
    campaign.issued = issued
    campaign.basis = basis
    campaign.source = source
    campaign.phases = phases.enumerated().map { index, phase in
      Phase(
        id: "p\(index + 1)", name: phase.name, start: phase.start, end: phase.end,
        timeText: phase.timeText.isEmpty ? nil : phase.timeText, sourceLine: phase.line, until: phase.until)
    }
    campaign.tasks = tasks.enumerated().map { index, draft in
      draft.task(id: "\(code)-\(index + 1)", code: code, units)
    }
    campaign.nextTask = tasks.count + 1
    return campaign
  }
}

extension DraftTask {
  /// The task of that id that it becomes in the plan of that code, as its plan numbers phases and tasks.
  package func task(id: String, code: String, _ units: UnitRegistry) -> Task {
    var task = Task(id: id, title: title, deadline: deadline, stage: .draft)
    task.number = number
    task.text = text
    task.sourceLine = line
    task.phase = phase.map { "p\($0 + 1)" }
    task.parent = parent.map { "\(code)-\($0 + 1)" }
    task.units = responsibilities(units)
    return task
  }

  /// Its units, bound where they are known, then leaders and persons by post.
  func responsibilities(_ units: UnitRegistry) -> [Responsibility] {
    var seen: Set<String> = []
    func parts(_ names: [String], _ role: Role) -> [Responsibility] {
      names.compactMap { name in
        let unit = units.unit(named: name)
        guard seen.insert(unit?.id ?? name).inserted else { return nil }
        return Responsibility(unit: unit?.id, name: unit?.name ?? name, role: role)
      }
    }
    return parts(leads, .lead) + parts(supporting, .supporting)
      + leaders.map { Responsibility(unit: nil, name: $0, role: .leader) }
      + persons.map { Responsibility(unit: nil, name: $0, role: .person) }
  }
}

extension Campaign {
  /// The change that accepts an import: drafts are registered, their units bound; those that `units` does not know are
  /// added to it, names of groups (各支部, 各科室) as collectives.
  /// - Throws: `Refusal.nothingToDo` where nothing is a draft.
  package func accepting(_ units: inout UnitRegistry, _ stamp: Stamp) throws(Refusal) -> Change {
    var edits: [Change.Edit<Task>] = []
    for draft in tasks where draft.stage == .draft {
      var task = draft
      task.stage = .registered
      task.changed = stamp
      task.units = task.units.map { part in
        guard part.unit == nil, part.role == .lead || part.role == .supporting else { return part }
        let unit = units.unit(named: part.name) ?? units.adding(part.name)
        return Responsibility(unit: unit.id, name: unit.name, role: part.role)
      }
      edits.append(Change.Edit(before: draft, after: task))
    }
    guard !edits.isEmpty else { throw .nothingToDo(id: code) }
    return Change(code: code, tasks: edits)
  }
}

extension UnitRegistry {
  /// Adds a unit that a document names. Answers it.
  mutating func adding(_ name: String) -> Unit {
    let unit = Unit(id: freeID(), name: name, kind: Unit.Kind(named: name))
    units.append(unit)
    return unit
  }
}

extension Unit.Kind {
  /// What a unit is, by its name: 各支部 is a collective, 第一支部 a branch, 书记 a post.
  package init(named name: String) {
    let groups = ["各", "全体", "所有", "有关", "相关", "市直各", "县直各"]
    let posts = ["书记", "主任", "院长", "局长", "科长", "处长", "部长", "组长", "负责人", "责任人", "领导", "成员", "干部", "经理"]
    if groups.contains(where: name.hasPrefix) {
      self = .collective
    } else if name.hasSuffix("支部") || name.hasSuffix("总支") || name.hasSuffix("党小组") {
      self = .branch
    } else if posts.contains(where: name.hasSuffix) {
      self = .post
    } else if name.hasSuffix("办公室") || name.hasSuffix("办") {
      self = .office
    } else if ["局", "医院", "公司", "学校", "政府", "街道", "镇", "乡", "区", "县", "市"].contains(where: name.hasSuffix) {
      self = .organisation
    } else {
      self = .department
    }
  }
}
