import Campaigns
import Screens
import TerminalFrames
import Testing

/// What never counted goes for good; what has a history stays.
struct TakeAwayTests {
  @Test func aTaskByMistake() throws {
    let keys = "2 Enter G a '误登' Enter"
    let before = try play(keys).office.ledger.campaign(code: "h26")
    let asked = try play(keys + " D")
    #expect(asked.selected.contains("取消") && asked.text.contains("去掉？h26-46  误登"), "\(asked.text)")
    for wrong in ["D Enter", "D D", "D Esc"] {
      #expect(
        try play("\(keys) \(wrong)").office.ledger.campaign(code: "h26")?.tasks.count == before?.tasks.count)
    }
    let gone = try play(keys + " D y")
    #expect(gone.office.snapshot.row(id: "h26-46") == nil && gone.text.contains("已去掉 · u 撤销  h26-46  误登"))
    #expect(gone.office.ledger.campaign(code: "h26")?.nextTask == 47, "its number is never used again")
    let back = try play(keys + " D y u Enter").office.ledger.campaign(code: "h26")
    #expect(back?.tasks == before?.tasks)
    // Its page goes with it.
    #expect(!(try play(keys + " Enter D y").text.contains("已不在库中")))
  }

  @Test func whatHasAHistoryStays() throws {
    let played = try play("4 D")
    #expect(played.text.contains("已有办理记录，不能去掉") && played.office.effects.isEmpty)
    let plan = try play("2 D y")
    #expect(plan.text.contains("已有办理记录") && plan.office.ledger.campaign(code: "h26") != nil)
    let phase = try play("2 Enter k D y")
    #expect(phase.text.contains("中有") && phase.text.contains("不能去掉"), "\(phase.text)")
    let unit = try play("5 D y")
    #expect(unit.text.contains("不能去掉") && unit.office.ledger.units.unit(named: "党办") != nil)
  }

  @Test func plansPhasesAndUnits() throws {
    let plan = try play("2 a '误立' Enter D y")
    #expect(plan.office.ledger.campaigns.allSatisfy { $0.title != "误立" } && plan.text.contains("已去掉"))
    #expect(try play("2 a '误立' Enter D y u Enter").office.ledger.campaigns.contains { $0.title == "误立" })
    let unit = try play("5 a '误设科' Enter D y")
    #expect(unit.office.ledger.units.unit(named: "误设科") == nil, "\(unit.text)")
    #expect(try play("5 a '误设科' Enter D y u Enter").office.ledger.units.unit(named: "误设科") != nil)
    let phase = try play("2 Enter k a '误设' Enter D y u Enter")
    #expect(phase.office.ledger.campaign(code: "h26")?.phases.last?.name == "误设", "\(phase.text)")
  }
}
