/// Something that names what is not there, or is there twice. No act leads to one; hands can.
package enum Inconsistency: Hashable, Sendable {
  case repeatedTask(String)
  case repeatedPhase(campaign: String, phase: String)
  case repeatedEntry(task: String, entry: Int)
  /// A task whose id does not begin with its campaign's code.
  case foreignID(task: String, campaign: String)
  /// The next task would get a number that is taken.
  case numberTaken(campaign: String, next: Int)
  case unknownPhase(owner: String, phase: String)
  case unknownTask(owner: String, task: String)
  /// Tasks or phases that are part of each other, or wait for each other.
  case circle(owner: String)
  case unknownUnit(owner: String, unit: String)
  case reversedRange(owner: String)
  case badPercent(task: String, percent: Int)
  case repeatedUnit(String)
  /// A unit that is a member twice on the same days, or has two statuses in a task.
  case repeatedMember(owner: String, unit: String)
  case collectiveCircle(String)
  /// A unit that was merged into itself by a detour.
  case mergeCircle(String)
  /// A code that would lead out of the folder, or a revision below nothing.
  case badCode(String)
}

extension Campaign {
  /// What is wrong within it, and between it and the units.
  package func inconsistencies(_ units: UnitRegistry) -> [Inconsistency] {
    var found: [Inconsistency] = isSafeName(code) ? [] : [.badCode(code)]
    let taskIDs = Set(tasks.map(\.id))
    let phaseIDs = Set(phases.map(\.id))
    let unitIDs = Set(units.units.map(\.id))
    found += repeated(phases.map(\.id)).map { .repeatedPhase(campaign: code, phase: $0) }
    found += repeated(tasks.map(\.id)).map { .repeatedTask($0) }
    for phase in phases {
      if let parent = phase.parent, !phaseIDs.contains(parent) {
        found.append(.unknownPhase(owner: "\(code)/\(phase.id)", phase: parent))
      }
      if let start = phase.start, let end = phase.end, end < start {
        found.append(.reversedRange(owner: "\(code)/\(phase.id)"))
      }
    }
    for task in tasks {
      let number = task.id.hasPrefix(code + "-") ? Int(task.id.dropFirst(code.count + 1)) : nil
      if let number {
        if number >= nextTask { found.append(.numberTaken(campaign: code, next: nextTask)) }
      } else {
        found.append(.foreignID(task: task.id, campaign: code))
      }
      found += repeated(task.log.map(\.id)).map { .repeatedEntry(task: task.id, entry: $0) }
      if let phase = task.phase, !phaseIDs.contains(phase) {
        found.append(.unknownPhase(owner: task.id, phase: phase))
      }
      for other in task.dependsOn + [task.parent].compactMap(\.self) where !taskIDs.contains(other) {
        found.append(.unknownTask(owner: task.id, task: other))
      }
      let named =
        task.units.compactMap(\.unit) + task.members.map(\.unit) + task.members.compactMap(\.collective)
        + task.occurrences.compactMap(\.unit) + task.log.compactMap(\.unitID)
      for unit in Set(named).sorted() where !unitIDs.contains(unit) {
        found.append(.unknownUnit(owner: task.id, unit: unit))
      }
      found += repeated(task.members.map(\.unit)).map { .repeatedMember(owner: task.id, unit: $0) }
      if let start = task.deadline.start, let end = task.deadline.end, end < start {
        found.append(.reversedRange(owner: task.id))
      }
      if let percent = task.percent, !(0...100).contains(percent) {
        found.append(.badPercent(task: task.id, percent: percent))
      }
    }
    found += circles(above).map { .circle(owner: $0) }
    let around = Dictionary(phases.map { ($0.id, [$0.parent].compactMap(\.self)) }) { $1 }
    found += circles(around).map { .circle(owner: "\(code)/\($0)") }
    return found
  }
}

extension UnitRegistry {
  /// What is wrong among the units.
  package var inconsistencies: [Inconsistency] {
    let ids = Set(units.map(\.id))
    var found: [Inconsistency] = repeated(units.map(\.id)).map { .repeatedUnit($0) }
    for unit in units {
      for other in unit.members.map(\.unit) + [unit.mergedInto].compactMap(\.self) where !ids.contains(other)
      {
        found.append(.unknownUnit(owner: unit.id, unit: other))
      }
      for member in unit.members {
        if let from = member.from, let until = member.until, until < from - 1 {
          found.append(.reversedRange(owner: unit.id))
        }
      }
    }
    for unit in units {
      let twice = unit.members.enumerated().filter { index, member in
        unit.members[..<index].contains { $0.unit == member.unit && $0.overlaps(member) }
      }
      found += Set(twice.map(\.element.unit)).sorted().map { .repeatedMember(owner: unit.id, unit: $0) }
    }
    let inside = Dictionary(units.map { ($0.id, $0.members.map(\.unit)) }) { $1 }
    found += circles(inside).map { .collectiveCircle($0) }
    let merged = Dictionary(units.map { ($0.id, [$0.mergedInto].compactMap(\.self)) }) { $1 }
    return found + circles(merged).map { .mergeCircle($0) }
  }
}

extension LogEntry {
  /// The id of the unit that it names, where the program wrote it.
  fileprivate var unitID: String? {
    switch kind {
    case .progress, .chase, .completed, .reopened: unit
    case .note, .instruction, .correction, .assigned, .acknowledged, .submitted, .returned, .struckOff,
      .suspended, .resumed, .cancelled, .extensionAsked, .extensionDecided, .edited, .split, .moved:
      nil
    }
  }
}

extension Unit.Membership {
  /// Whether both hold on the same day.
  fileprivate func overlaps(_ other: Unit.Membership) -> Bool {
    let first = [from, other.from].compactMap(\.self).max()
    let last = [until, other.until].compactMap(\.self).min()
    guard let first, let last else { return true }
    return first <= last
  }
}

/// Elements that occur more than once, each once.
private func repeated<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var (seen, found) = (Set<Element>(), [Element]())
  for element in elements where !seen.insert(element).inserted && !found.contains(element) {
    found.append(element)
  }
  return found
}

/// Those that lead back to themselves.
private func circles(_ next: [String: [String]]) -> [String] {
  // Tarjan's components, each id looked at once, on a stack of our own: what people nest has no bound.
  var (order, lowest) = ([String: Int](), [String: Int]())
  var (open, found) = ([String](), [String]())
  var isOpen: Set<String> = []
  for start in next.keys.sorted() where order[start] == nil {
    var path: [(id: String, step: Int)] = [(start, 0)]
    while let (id, step) = path.popLast() {
      let followers = next[id] ?? []
      if step == 0 {
        (order[id], lowest[id]) = (order.count, order.count)
        open.append(id)
        isOpen.insert(id)
      } else {
        lowest[id] = min(lowest[id] ?? 0, lowest[followers[step - 1]] ?? 0)
      }
      // One that is done already and in no circle with this one says nothing.
      let rest = followers[step...].firstIndex { order[$0] == nil || isOpen.contains($0) }
      if let place = rest {
        path.append((id, place + 1))
        if order[followers[place]] == nil { path.append((followers[place], 0)) }
        continue
      }
      guard lowest[id] == order[id], let place = open.lastIndex(of: id) else { continue }
      let component = open[place...]
      if component.count > 1 || followers.contains(id) { found += component }
      isOpen.subtract(component)
      open.removeSubrange(place...)
    }
  }
  return found.sorted()
}
