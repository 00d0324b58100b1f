import Campaigns
import Screens
import TerminalFrames
import Testing

/// Everything that a task, a campaign, a phase and a unit say can be put right on the screen.
struct EditFormTests {
  /// Goes to the field of a name in the form that is open, empties it and types.
  private func keys(_ opening: String, _ fields: [(Int, String)]) -> String {
    var at = 0
    var keys = opening
    for (place, text) in fields {
      keys += String(repeating: " Tab", count: place - at) + " ^U '\(text)'"
      at = place
    }
    return keys + " Enter"
  }

  private func task(_ played: Played, _ id: String) throws -> Campaigns.Task {
    try #require(played.office.snapshot.row(id: id)?.task)
  }

  @Test func everyFieldOfATask() throws {
    let opening = "/ 'h26-30' Enter e"
    let before = try task(play(opening), "h26-30")
    let edits = [
      (0, "清理整顿新媒体阵地"), (1, "12月5日前"), (2, "院办"), (3, "宣传科、工会"), (4, "分管副院长"), (5, "督查整改阶段"),
      (6, "网信专员"), (7, "三（2）"), (8, "账号清单齐全"), (9, "两个账号失联"), (10, "逐个注销"), (11, "重点、网信"), (12, "h26-1"),
      (13, "h26-37"), (14, "对新媒体阵地逐一清理。"),
    ]
    let played = try play(keys(opening, edits))
    let task = try task(played, "h26-30")
    #expect(task.title == "清理整顿新媒体阵地" && task.deadline.end?.iso == "2026-12-05", "\(played.text)")
    #expect(task.units(in: .lead).map(\.name) == ["院办"])
    #expect(task.units(in: .supporting).map(\.name) == ["宣传科", "工会"])
    #expect(
      task.units(in: .leader).map(\.name) == ["分管副院长"] && task.units(in: .person).map(\.name) == ["网信专员"])
    #expect(played.office.snapshot.row(id: "h26-30")?.phase?.name == "督查整改阶段")
    #expect(task.number == "三（2）" && task.standard == "账号清单齐全" && task.problems == "两个账号失联")
    #expect(task.nextSteps == "逐个注销" && task.tags == ["重点", "网信"] && task.text == "对新媒体阵地逐一清理。")
    #expect(task.dependsOn == ["h26-1"] && task.parent == "h26-37" && task.stage == before.stage)
    #expect(task.log == before.log, "what was done is not touched")
    // One command, taken back by one.
    var undone = try self.task(play(keys(opening, edits) + " u u"), "h26-30")
    undone.changed = before.changed
    #expect(undone == before)
  }

  @Test func whatIsNotTypedOverStays() throws {
    #expect(try play("4 e Enter").text.contains("没有改动"))
    let before = try task(play("4"), "h26-30")
    var after = try task(play("4 e ^U '新名称' Enter"), "h26-30")
    #expect(after.title == "新名称")
    (after.title, after.changed) = (before.title, before.changed)
    #expect(after == before)
    // So it is where the form was kept on the disk.
    let kept = try play("4 e ^U '新名称' Esc").model.unsent
    let again = kept.compactMap { Form($0.draft) }
    var resumed = try task(play("4 e Enter", drafts: again), "h26-30")
    #expect(resumed.title == "新名称")
    (resumed.title, resumed.changed) = (before.title, before.changed)
    #expect(resumed == before)
  }

  @Test(arguments: [
    (1, "4月31日前", "4月没有31日"), (2, "无此科", "没有单位“无此科”"), (5, "无此阶段", "无此阶段"), (12, "h26-99", "h26-99"),
    (13, "h26-30", "h26-30"),
  ])
  func whatCannotBeSaysWhy(field: Int, text: String, words: String) throws {
    let played = try play(keys("/ 'h26-30' Enter e", [(field, text)]))
    #expect(played.text.contains(words) && played.text.contains("修改  h26-30"), "\(played.text)")
    #expect(try task(played, "h26-30") == task(play(""), "h26-30"))
  }

  @Test func aPlan() throws {
    let played = try play(
      keys(
        "2 e",
        [
          (0, "2027年党建工作推进计划"), (1, "某医党〔2027〕1号"), (2, "某市人民医院党委"), (3, "2027-01-08"),
          (5, "上级工作要点；院工作会议部署"), (6, "落实责任"), (7, "党委书记任组长"),
        ]))
    let campaign = try #require(played.office.ledger.campaign(code: "h26"))
    #expect(campaign.title == "2027年党建工作推进计划" && campaign.year == 2027, "its year follows its title")
    #expect(campaign.documentNumber == "某医党〔2027〕1号" && campaign.issued?.iso == "2027-01-08")
    #expect(campaign.issuer == "某市人民医院党委" && campaign.leadingGroup == "党委书记任组长")
    #expect(campaign.basis == ["上级工作要点", "院工作会议部署"] && campaign.goals == ["落实责任"])
    #expect(try play("2 a '2028年要点' Enter").office.ledger.campaign(code: "h28")?.year == 2028)
  }

  @Test func aPhase() throws {
    let played = try play(keys("2 Enter k k e", [(0, "督查阶段"), (1, "11月25日至12月31日"), (2, "1")]))
    let phases = try #require(played.office.ledger.campaign(code: "h26")?.phases)
    #expect(phases.first?.name == "督查阶段" && phases.first?.start?.iso == "2026-11-25", "\(phases.map(\.name))")
    #expect(phases.count == 4 && played.selected.contains("督查阶段"))
    let undone = try play(keys("2 Enter k k e", [(2, "1")]) + " u u").office.ledger.campaign(code: "h26")
    #expect(undone?.phases == (try Office().ledger.campaign(code: "h26")?.phases))
    // A plan that has none says how one comes to be.
    let empty = try play("2 a '要点' Enter Enter", .empty())
    #expect(empty.text.contains("未设阶段") && empty.selected.contains("还没有任务"))
    let added = try play("2 a '要点' Enter Enter k a '动员' Tab '1月至3月' Enter", .empty())
    #expect(added.office.ledger.campaigns.first?.phases.map(\.name) == ["动员"], "\(added.text)")
  }

  @Test func aUnit() throws {
    let played = try play(keys("5 / '院感' Enter e", [(0, "感染管理科"), (1, "感控科"), (4, "8021")]))
    let unit = try #require(played.office.ledger.units.unit(named: "感染管理科"))
    #expect(unit.aliases.contains("感控科") && unit.aliases.contains("院感科") && unit.contact == "8021")
    // A department becomes a collective by its members.
    let group = try play(keys("5 / '院感' Enter e", [(3, "护理部、质控科（2026-03-01起）")]))
    let made = try #require(group.office.ledger.units.unit(named: "院感科"))
    #expect(
      made.kind == .collective && made.members.map { $0.from?.iso } == [nil, "2026-03-01"], "\(group.text)")
    #expect(try play("5 / '院感' Enter e Tab Tab Tab '护理部（随时）' Enter").text.contains("看不懂"))
    #expect(try play("5 a '宣讲团' Tab Tab Tab '党办、宣传科' Enter").selected.contains("宣讲团"))
  }

  @Test func aTaskGoesBesideTheSelectedOne() throws {
    let played = try play("2 Enter G a '汇编成册' Enter")
    let added = try #require(played.office.ledger.campaign(code: "h26")?.tasks.last)
    #expect(added.title == "汇编成册" && played.office.snapshot.row(id: added.id)?.phase?.name == "总结提升阶段")
    let below = try play("2 Enter G a '汇编成册' S-Tab 'h26-43' Enter")
    #expect(below.office.ledger.campaign(code: "h26")?.tasks.first { $0.title == "汇编成册" }?.parent == "h26-43")
    // What was suggested of one plan is nothing of another.
    let other = try play("2 Enter G a '汇编成册' Tab Tab Tab ^U 'h26b' Enter")
    #expect(other.office.ledger.campaign(code: "h26b")?.tasks.last?.title == "汇编成册", "\(other.text)")
  }
}
