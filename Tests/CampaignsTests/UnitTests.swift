import Campaigns
import Testing

struct UnitTests {
  @Test func renamingKeepsTheOldNameAndTheId() throws {
    let after = try Fixture.units.applying(.rename(unit: "党办", to: "党委办公室"))
    #expect(after.unit(named: "党委办公室")?.id == "dangban" && after.unit(named: "党办")?.id == "dangban")
    #expect(after.unit(named: "院党办")?.id == "dangban")
  }

  @Test func mergingLeadsOldNamesToTheNewUnit() throws {
    let merged = try Fixture.units.applying(.merge(unit: "监察室", into: "党办"))
    #expect(merged.current(id: "jianchashi")?.name == "党办" && merged.unit(named: "监察室")?.id == "dangban")
    #expect(merged.unit(id: "jianchashi")?.name == "监察室")
  }

  @Test func membersJoinAndLeaveFromADayOn() throws {
    let left = try Fixture.units.applying(
      .membership(unit: "第三支部", of: "各支部", leaves: true, on: try day("2011-06-01")))
    #expect(left.members(of: "gezhibu", on: try day("2011-05-31")).count == 3)
    #expect(left.members(of: "gezhibu", on: try day("2011-06-01")).map(\.name) == ["第一支部", "第二支部"])
    let back = try left.applying(
      .membership(unit: "第三支部", of: "各支部", leaves: false, on: try day("2011-09-01")))
    #expect(back.members(of: "gezhibu", on: try day("2011-07-01")).count == 2)
    #expect(back.members(of: "gezhibu", on: try day("2011-09-01")).count == 3)
  }

  @Test(arguments: [
    (
      UnitAct.add(name: "党办", kind: .department, id: nil, aliases: [], members: [], contact: nil),
      Refusal.nameTaken("党办")
    ),
    (
      .add(name: "", kind: .department, id: nil, aliases: [], members: [], contact: nil),
      .emptyText(.name)
    ),
    (
      .add(name: "新", kind: .department, id: "../x", aliases: [], members: [], contact: nil), .badCode("../x")
    ),
    (
      .add(name: "组", kind: .collective, id: nil, aliases: [], members: ["党办", "院党办"], contact: nil),
      .alreadyMember(unit: "党办", of: "组")
    ),
    (.merge(unit: "党办", into: "院党办"), .nothingToDo(id: "dangban")),
    (.rename(unit: "党办", to: "团委"), .nameTaken("团委")),
    (.membership(unit: "党办", of: "党办", leaves: false, on: .epoch), .collectiveCircle("党办", of: "党办")),
    (.membership(unit: "团委", of: "党办", leaves: true, on: .epoch), .notACollective(unit: "党办")),
  ])
  func refusals(act: UnitAct, refusal: Refusal) {
    #expect(throws: refusal) { try Fixture.units.applying(act) }
  }

  @Test(arguments: ["", "../x", "a/b", ".x", "-x", "党", "a b", "a\u{0}", String(repeating: "a", count: 33)])
  func unsafeNames(name: String) { #expect(!isSafeName(name)) }

  @Test func safeNames() { #expect(isSafeName("h11b") && isSafeName("cx-11_a") && isSafeName("9")) }

  /// What a unit says of itself is changed; what was asked of members before stays asked.
  @Test func edits() throws {
    let today = Day(2026, 11, 20) ?? .epoch
    var edit = UnitEdit()
    edit.members = [UnitEdit.Member(name: "团委"), UnitEdit.Member(name: "党办", until: today + 30)]
    let made = try Fixture.units.applying(
      .add(name: "组", kind: .department, id: "zu", aliases: [], members: [], contact: nil)
    ).applying(.edit(unit: "组", edit, on: today))
    let unit = try #require(made.unit(id: "zu"))
    #expect(
      unit.kind == .collective && unit.members.map(\.from) == [nil, nil], "they always were, of a new one")
    #expect(unit.members.map(\.until) == [nil, today + 30])
    // Who is not named any more leaves; who comes joins on that day; who joined on it was never one.
    edit.members = [UnitEdit.Member(name: "党办")]
    let left = try made.applying(.edit(unit: "组", edit, on: today))
    #expect(left.unit(id: "zu")?.members.first { $0.unit != "dangban" }?.until == today - 1)
    edit.members = [UnitEdit.Member(name: "党办"), UnitEdit.Member(name: "团委")]
    let back = try left.applying(.edit(unit: "组", edit, on: today + 5))
    #expect(back.unit(id: "zu")?.members.last?.from == today + 5)
    edit.members = [UnitEdit.Member(name: "党办")]
    #expect(try back.applying(.edit(unit: "组", edit, on: today + 5)).unit(id: "zu")?.members.count == 2)
    edit.members = [UnitEdit.Member(name: "组")]
    #expect(throws: Refusal.collectiveCircle("组", of: "组")) {
      try made.applying(.edit(unit: "组", edit, on: today))
    }
    edit.members = nil
    edit.kind = .branch
    #expect(throws: Refusal.hasMembers(unit: "组")) { try made.applying(.edit(unit: "组", edit, on: today)) }
    edit.kind = nil
    edit.aliases = ["团委"]
    #expect(throws: Refusal.nameTaken("团委")) { try made.applying(.edit(unit: "组", edit, on: today)) }
    // A department that somebody joins is a collective then.
    let joined = try Fixture.units.applying(.membership(unit: "团委", of: "党办", leaves: false, on: today))
    #expect(joined.unit(id: "dangban")?.kind == .collective)
  }
}
