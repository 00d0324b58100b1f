/// What is to change in a task; nil leaves a field as it is, an empty text empties it.
package struct TaskEdit: Sendable, Equatable {
  /// Title.
  package var title: String?
  /// Number in the document.
  package var number: String?
  /// The document's words.
  package var text: String?
  /// Deadline; one of kind `none` takes it away.
  package var deadline: Deadline?
  /// Phase, by id or name.
  package var phase: String?
  /// What counts as done.
  package var standard: String?
  /// What stands in the way.
  package var problems: String?
  /// What comes next.
  package var nextSteps: String?
  /// How often a standing duty is looked at again.
  package var reviewEvery: Period?
  /// When a task of collectives is complete.
  package var memberRule: MemberRule?
  /// Tags to add.
  package var addTags: [String] = []
  /// Tags to take away.
  package var removeTags: [String] = []
  /// Tasks that must come first, by id.
  package var addDependencies: [String] = []
  /// Tasks that need not come first any more, by id.
  package var removeDependencies: [String] = []
  /// Names of those who answer for it, by what they answer for; they take the place of those who did.
  package var responsible: [Role: [String]] = [:]
  /// The task that it is part of, by id; empty: of none.
  package var parent: String?
  /// Makes a draft a registered task.
  package var registers = false

  /// An edit of nothing.
  package init() {}
}

/// A task is changed in what it says, not in how far it has come.
package struct EditTaskAct: OneTaskAct {
  let edit: TaskEdit
  package static let traits = Act.Traits(.editTask, restsOn: .nothing, makes: [.slipped, .broughtForward])
  package static let move: Move? = nil

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    let before = task
    if let title = edit.title { task.title = try filled(title, .title) }
    func replaced(_ value: String?, _ old: String?) -> String? { value.map { $0.filled } ?? old }
    task.number = replaced(edit.number, task.number)
    task.text = replaced(edit.text, task.text)
    task.standard = replaced(edit.standard, task.standard)
    task.problems = replaced(edit.problems, task.problems)
    task.nextSteps = replaced(edit.nextSteps, task.nextSteps)
    task.reviewEvery = edit.reviewEvery ?? task.reviewEvery
    if let rule = edit.memberRule {
      if rule.kind == .atLeast, (rule.count ?? 0) < 1 { throw .badCount(rule.count ?? 0) }
      task.memberRule = rule == .all ? nil : rule
    }
    if let deadline = edit.deadline {
      try deadline.check()
      task.deadline = deadline
      task.quotaDays = nil
    }
    if let phase = edit.phase { task.phase = phase.isEmpty ? nil : try campaign.phase(phase).id }
    task.tags.removeAll { edit.removeTags.contains($0) }
    for tag in edit.addTags where !task.tags.contains(tag) { task.tags.append(tag) }
    try task.answer(edit.responsible, context.units)
    if let parent = edit.parent { try task.join(parent.filled, in: campaign) }
    try task.wait(for: edit.addDependencies, notFor: edit.removeDependencies, in: campaign)
    if edit.registers { task.stage = try task.stage(after: .register) }
    if task != before { task.changed = context.stamp }
  }
}

extension Task {
  /// Others answer for it. Units of a draft need not be known yet.
  fileprivate mutating func answer(_ names: [Role: [String]], _ registry: UnitRegistry) throws(Refusal) {
    guard !names.isEmpty else { return }
    var all: [Responsibility] = []
    for role in [Role.leader, .lead, .supporting, .person] {
      guard let wanted = names[role] else {
        all += units(in: role)
        continue
      }
      for name in wanted {
        let part: Responsibility
        switch role {
        case .leader, .person: part = Responsibility(unit: nil, name: name, role: role)
        case .lead, .supporting:
          let unit = stage == .draft ? registry.unit(named: name) : try registry.known(name)
          part = Responsibility(unit: unit?.id, name: unit?.name ?? name, role: role)
        }
        let isKnown = all.contains { other in
          other.name == part.name && (other.role == role || part.unit != nil && other.unit == part.unit)
        }
        if !isKnown { all.append(part) }
      }
    }
    // The order in which leaders, units and persons stand changes nothing by itself.
    guard Set(all) != Set(units) || all.filter({ $0.unit != nil }) != units.filter({ $0.unit != nil }) else {
      return
    }
    units = all
  }

  /// Becomes part of another task, or of none.
  fileprivate mutating func join(_ other: String?, in campaign: Campaign) throws(Refusal) {
    if let other {
      guard campaign.task(id: other) != nil else {
        throw other.hasPrefix(campaign.code + "-")
          ? .unknownTask(id: other) : .otherCampaign(id: id, other: other)
      }
      var graph = campaign.above
      graph[id] = dependsOn
      if let chain = graph.chain(from: other, to: id) { throw .circle(chain: [id] + chain) }
    }
    parent = other
  }
}
