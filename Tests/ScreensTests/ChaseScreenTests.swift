import Campaigns
import Screens
import TerminalFrames
import Testing

/// Chases on the screen, on Friday, 20 November 2026.
struct ChaseScreenTests {
  /// Late since the 10th, chased on the 12th: one of a unit alone, one of a unit and two branches, one not late, one of nobody.
  private func office() throws -> Office {
    let units = UnitRegistry(units: [
      Unit(id: "dangban", name: "党办", kind: .department), Unit(id: "z1", name: "第一支部", kind: .branch),
      Unit(id: "z2", name: "第二支部", kind: .branch),
      Unit(
        id: "all", name: "各支部", kind: .collective, members: ["z1", "z2"].map { Unit.Membership(unit: $0) }),
    ])
    func task(_ number: Int, _ end: Day?, _ ids: [String]) -> Campaigns.Task {
      var task = Task(id: "h26-\(number)", title: "事项\(number)", stage: .inProgress)
      task.deadline = Deadline(kind: .date, end: end)
      task.units = ids.enumerated().map {
        Responsibility(unit: $1, name: units.unit(id: $1)?.name ?? "", role: $0 == 0 ? .lead : .supporting)
      }
      return task
    }
    var campaign = Campaign(code: "h26", title: "工作要点", year: 2026)
    let late = Day(2026, 11, 10)
    var several = task(2, late, ["dangban", "all"])
    let chase = LogEntry(
      id: 1, stamp: Stamp(at: Moment(seconds: 1_794_500_000), by: "党办干事"),
      kind: .chase(level: 1, number: 1), on: Day(2026, 11, 12), unit: "z2")
    several.log = [chase]
    campaign.tasks = [
      task(1, late, ["dangban"]), several, task(3, Day(2026, 12, 31), ["dangban"]), task(4, late, []),
    ]
    return try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: units, campaigns: [campaign]))
  }

  private func log(_ played: Played, _ id: String) throws -> [LogEntry] {
    try #require(played.office.snapshot.row(id: id)?.task.log)
  }

  @Test func oneUnitIsChasedAtOnce() throws {
    let played = try play("3 r Enter", office())
    #expect(played.text.contains("已催办 党办 第1次（加急） · u 撤销  h26-1"))
    #expect(try log(played, "h26-1").map(\.kind) == [.chase(level: 2, number: 1)], "eight working days late")
    #expect(try log(play("3 r Enter u u", office()), "h26-1").isEmpty)
    #expect(try play("3 j j r Enter", office()).text.contains("已催办 党办 第1次（普通）"))
  }

  @Test func ofSeveralOneAsksWhom() throws {
    let asked = try play("3 j r", office())
    #expect(asked.text.contains("催办  h26-2  事项2") && asked.text.contains("3个单位"))
    #expect(asked.text.contains("第二支部（第2次，通报）") && asked.text.contains("党办（第1次，加急）"))
    #expect(
      try log(play("3 j r Enter", office()), "h26-2").compactMap(\.unit) == ["z2", "dangban", "z1", "z2"])
    let one = try play("3 j r Tab ^U '第二支部' Enter", office())
    #expect(
      try log(one, "h26-2").map(\.kind) == [.chase(level: 1, number: 1), .chase(level: 3, number: 2)]
        && one.text.contains("已催办 第二支部 第2次（通报）"))
    #expect(try play("3 j r Esc", office()).office.effects.isEmpty)
  }

  @Test func thePageSaysWhoIsToBeChased() throws {
    let page = try play("3 j Enter", office())
    #expect(page.text.contains("催办    第二支部  2026-11-12 第1次（普通），未回复"))
    #expect(page.text.contains("应催    党办（第1次，加急）、第一支部（第1次，加急）、第二支部（第2次，通"))
    #expect(page.lines.last?.contains("r 催办") == true)
    #expect(try play("3 j Enter r Enter", office()).lines.last?.contains("r 催办") == false)
    let english = try play("3 j Enter", office(), language: .en).text
    #expect(
      english.contains("2026-11-12 no. 1 (ordinary), no answer") && english.contains("党办 (no. 1, urgent)"))
    #expect(try play("3 / 'is:chase' Enter", office()).text.contains("2项"))
  }

  @Test func theRulesSpeak() throws {
    #expect(try play("3 G r", office()).text.contains("h26-4 没有应催办的单位。"))
    #expect(try play("3 r Enter", office(), isReadOnly: true).office.effects.isEmpty)
    #expect(try play("3 ?", office()).text.contains("催办：催未办的"))
  }
}
