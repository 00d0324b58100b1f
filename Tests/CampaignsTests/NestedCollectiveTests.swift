import Campaigns
import TestSupport
import Testing

/// Collectives in collectives, as hands may write them: each is looked into once.
struct NestedCollectiveTests {
  private func collective(_ id: String, _ members: [Unit.Membership]) -> Unit {
    Unit(id: id, name: id, kind: .collective, members: members)
  }

  /// Two on each level, both with both of the next: 2²⁴ ways to the bottom.
  @Test func manyWaysToTheSameCostNoMore() {
    var units = [Unit(id: "x", name: "第一支部", kind: .branch)]
    for level in 0..<24 {
      let next = level == 0 ? ["x"] : ["a\(level - 1)", "b\(level - 1)"]
      for name in ["a", "b"] { units.append(collective("\(name)\(level)", next.map { .init(unit: $0) })) }
    }
    let registry = UnitRegistry(units: units)
    #expect(registry.members(of: "a23", on: .epoch).map(\.id) == ["x"])
  }

  @Test func depthHasNoBound() {
    var units = [Unit(id: "c0", name: "第一支部", kind: .branch)]
    for level in 1...20_000 { units.append(collective("c\(level)", [.init(unit: "c\(level - 1)")])) }
    let registry = UnitRegistry(units: units)
    #expect(registry.members(of: "c20000", on: .epoch).map(\.id) == ["c0"])
    #expect(registry.inconsistencies.isEmpty)
  }

  /// What nests too deep is refused.
  @Test func depthIsRefused() throws {
    var registry = UnitRegistry(
      units: (0...17).map { Unit(id: "c\($0)", name: "第\($0)组", kind: .collective) })
    for level in 1...16 {
      registry = try registry.applying(
        .membership(unit: "c\(level - 1)", of: "c\(level)", leaves: false, on: .epoch))
    }
    #expect(throws: Refusal.nestedTooDeep(unit: "第16组", of: "第17组", limit: 16)) {
      try registry.applying(.membership(unit: "c16", of: "c17", leaves: false, on: .epoch))
    }
  }

  /// By two ways on other days: on each day those of both.
  @Test func daysOfSeveralWaysCount() {
    func day(_ number: Int) -> Day { .epoch + number }
    let registry = UnitRegistry(units: [
      collective(
        "all",
        [
          .init(unit: "a", from: day(0), until: day(9)), .init(unit: "b", from: day(5), until: day(20)),
        ]),
      collective("a", [.init(unit: "in")]), collective("b", [.init(unit: "in")]),
      collective("in", [.init(unit: "x")]), Unit(id: "x", name: "第一支部", kind: .branch),
    ])
    for number in [-1, 0, 5, 9, 10, 20, 21] {
      #expect(registry.members(of: "all", on: day(number)).isEmpty == !(0...20).contains(number), "\(number)")
    }
  }

  /// Those that lead back to themselves are named, whatever else hangs on them.
  @Test func circlesAreNamed() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<200 {
      let count = Int.random(in: 1...8, using: &numbers)
      let next = (0..<count).map { _ in
        (0..<count).filter { _ in Int.random(in: 0..<5, using: &numbers) == 0 }
      }
      let registry = UnitRegistry(
        units: (0..<count).map { one in
          collective("c\(one)", next[one].map { .init(unit: "c\($0)") })
        })
      let back = (0..<count).filter { start in
        var (seen, open) = (Set<Int>(), next[start])
        while let one = open.popLast() {
          if one == start { return true }
          if seen.insert(one).inserted { open += next[one] }
        }
        return false
      }
      let found = registry.inconsistencies.compactMap { problem -> String? in
        if case .collectiveCircle(let id) = problem { id } else { nil }
      }
      #expect(found == back.map { "c\($0)" }, "\(next)")
    }
  }
}
