import Campaigns
import Screens
import TerminalFrames
import Testing

/// Splitting a task that is being worked on, on the screen.
struct SplitScreenTests {
  private func office() throws -> Office {
    var campaign = Campaign(code: "h26", title: "组织生活", year: 2026)
    campaign.tasks = [
      Task(id: "h26-1", title: "排查整改", stage: .inProgress), Task(id: "h26-2", title: "总结", stage: .completed),
    ]
    campaign.nextTask = 3
    return try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign]))
  }

  private func titles(_ played: Played) -> [String] { played.office.ledger.campaigns[0].tasks.map(\.title) }

  @Test func aFormWithATitleForEach() throws {
    let form = try play("3 K", office())
    for words in ["拆成几项  h26-1  排查整改", "第一项  排查整改  编号不变", "第二项    新任务", "第三项    可不填"] {
      #expect(form.text.contains(words), "\(words)\n\(form.text)")
    }
    let two = try play("3 K ^U '排查' Tab '整改' Enter", office())
    #expect(titles(two) == ["排查", "整改", "总结"] && two.text.contains("已拆成2项 · u 撤销  h26-1、h26-3"))
    let three = try play("3 K Tab '整改' Tab '回访' Enter", office())
    #expect(titles(three) == ["排查整改", "整改", "回访", "总结"])
    #expect(titles(try play("3 K Tab '整改' Enter u u", office())) == ["排查整改", "总结"])
    #expect(try play("3 K", office(), language: .en).text.contains("keeps the id"))
  }

  @Test func whatDoesNotGoStaysInTheForm() throws {
    let empty = try play("3 K Enter", office())
    #expect(empty.text.contains("请填写第二项") && empty.office.effects.isEmpty)
    let same = try play("3 K Tab '排查整改' Enter", office())
    #expect(same.text.contains("拆分后名称不能相同：“排查整改”。") && titles(same).count == 2)
    #expect(try play("3 j K", office()).text.contains("不能拆分"))
    #expect(try play("3 K", office(), isReadOnly: true).office.effects.isEmpty)
    #expect(!(try play("3 K", office(), isReadOnly: true).text.contains("第二项")))
  }

  @Test func halfTypedTitlesAreKept() throws {
    let kept = try play("3 K Tab '整改' Esc", office())
    #expect(try play("3 K", office(), drafts: kept.model.unsent).text.contains("第二项  整改"))
    let emptied = try play("3 K Tab '整改' Esc K ^U", office())
    #expect(emptied.text.contains("第一项  排查整改") && !emptied.text.contains("第二项  整改"))
    #expect(try play("3 K Esc", office()).model.unsent.isEmpty)
  }
}
