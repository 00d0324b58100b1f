import Campaigns

/// Rule: a unit that the store does not know is told, with the nearest that it knows.
enum UnknownUnits {
  static func findings(_ plans: [DraftPlan], _ units: UnitRegistry) -> [Finding] {
    let names = units.units.filter { $0.mergedInto == nil }.map(\.name)
    var told: Set<String> = []
    return plans.flatMap(\.tasks).flatMap { task in
      (task.leads + task.supporting).compactMap { name -> Finding? in
        guard units.unit(named: name) == nil, told.insert(name).inserted else { return nil }
        return Finding(
          .unknownUnit, line: task.line, words: name, suggestion: nearest(to: name, among: names))
      }
    }
  }
}
