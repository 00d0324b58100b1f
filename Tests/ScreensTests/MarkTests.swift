import Campaigns
import Screens
import TerminalFrames
import Testing

/// Marks, and what is done to all that is marked.
struct MarkTests {
  private func stages(_ played: Played, _ ids: [String]) -> [Stage?] {
    ids.map { played.office.snapshot.row(id: $0)?.task.stage }
  }

  private func chased(_ played: Played) -> [String] {
    played.office.snapshot.rows.filter {
      $0.task.log.last?.kind.name == .chase && $0.task.log.last?.day == Office.day
    }
    .map(\.task.id)
  }

  @Test func spaceMarksAndGoesOn() throws {
    let played = try play("3 / 'is:overdue' Enter Space Space")
    #expect(played.lines.count { $0.hasPrefix("*") } == 2 && played.text.contains("已标记2项"), "\(played.text)")
    #expect(try play("3 Space k Space").text.contains("已标记") == false, "the same key takes it away")
    #expect(try play("3 Space Space Esc").text.contains("已标记") == false)
    #expect(try play("3 / 'is:overdue' Enter v j j v").text.contains("已标记3项"))
    #expect(try play("3 / 'is:overdue' Enter *").text.contains("已标记6项"))
    #expect(try play("3 / 'is:overdue' Enter * *").text.contains("已标记") == false)
    #expect(try play("2 Space").text.contains("先在列表中选中一项任务"))
  }

  @Test func oneCommandForAll() throws {
    let keys = "3 / 'is:overdue' Enter Space Space d '已核实' Enter"
    let played = try play(keys)
    let ids = Array(
      try play("3 / 'is:overdue' Enter").office.snapshot.rows(matching: .condition(.overdue)).prefix(2)
    )
    .map(\.task.id)
    #expect(
      stages(played, ids) == [.completed, .completed] && played.text.contains("已办结2项 · u 撤销"),
      "\(played.text)")
    #expect(played.office.snapshot.row(id: ids[0])?.task.completion?.summary == "已核实")
    #expect(!played.text.contains("已标记"))
    let undone = try play(keys + " u u")
    #expect(stages(undone, ids).allSatisfy { $0?.isOpen == true }, "one command, taken back by one")
  }

  /// Three or more are asked about, with the count.
  @Test func manyAreAskedAbout() throws {
    let asked = try play("3 / 'is:overdue' Enter * r Enter")
    #expect(
      asked.text.contains("催办 5项任务？（跳过1项：h26-12 没有应催办的单位。）") && asked.selected.contains("取消")
        && chased(asked).isEmpty,
      "\(asked.text)")
    #expect(chased(try play("3 / 'is:overdue' Enter * r Enter Enter")).isEmpty)
    let done = try play("3 / 'is:overdue' Enter * r '请抓紧' Enter y")
    #expect(chased(done).count == 5 && done.text.contains("已催办5项，跳过1项"), "\(done.text)")
    let units = done.office.snapshot.row(id: "h26-9")?.task.log.filter { $0.text == "请抓紧" }.compactMap(\.unit)
    #expect(units?.count ?? 0 > 1, "each task's own units")
  }

  /// What a filter hides is not touched, and said.
  @Test func whatIsHiddenStays() throws {
    let form = try play("3 / 'is:overdue' Enter * / ^U 'h26-30' Enter d")
    #expect(form.text.contains("被筛选隐藏，不动"), "\(form.text)")
    let played = try play("3 / 'is:overdue' Enter * / ^U 'h26-30' Enter p '已催' Enter")
    let told = played.office.snapshot.rows.filter { $0.task.log.last?.text == "已催" }.map(\.task.id)
    #expect(told == ["h26-30"])
  }

  /// Those that it cannot be done to are passed over, which is said before and behind.
  @Test func whomItCannotBeDoneTo() throws {
    let keys = "3 / 'h26-30 or h26-1' Enter * d"
    let before = try play(keys).text
    #expect(before.contains("跳过1项：h26-1"), "\(before)")
    let played = try play(keys + " Enter")
    #expect(
      played.text.contains("已办结1项，跳过1项") && stages(played, ["h26-30"]) == [.completed], "\(played.text)")
    // So does the question before many, and the form with what was typed is there again for who decides against it.
    let asked = try play("3 / 'is:overdue or h26-1' Enter * d '已核实' Enter")
    #expect(asked.text.contains("办结 6项任务？（跳过1项：h26-1"), "\(asked.text)")
    #expect(try play("3 / 'is:overdue or h26-1' Enter * d '已核实' Enter Esc").text.contains("已核实"))
    // What is done to one at a time says so.
    #expect(try play("3 Space K").text.contains("逐个办理"))
  }

  /// A unit's parts of tasks are marked as its own.
  @Test func partsAreTheUnits() throws {
    let played = try play("4 j j Space d Enter")
    let task = try #require(played.office.snapshot.row(id: "h26-9")?.task)
    #expect(task.stage.isOpen && task.members.contains { $0.unit == "zhibu3" && $0.completed == Office.day })
  }

  @Test(arguments: [
    ("x '下周五' Tab '补登' Enter", "extensions"), ("f '院办' Enter", "units"), ("# '专项' Enter", "tags"),
    ("z '等通知' Enter", "suspended"), ("M Tab ^U '督查整改阶段' Enter", "phase"),
  ])
  func othersToo(keys: String, what: String) throws {
    let played = try play("3 / 'h26-30 or h26-35' Enter * " + keys)
    for id in ["h26-30", "h26-35"] {
      let row = try #require(played.office.snapshot.row(id: id))
      let isDone =
        switch what {
        case "extensions": row.task.pendingExtension != nil
        case "units": row.task.units.contains { $0.name == "院办" }
        case "tags": row.task.tags.contains("专项")
        case "suspended": row.task.stage == .suspended
        default: row.phase?.name == "督查整改阶段"
        }
      #expect(isDone, "\(what) of \(id)\n\(played.text)")
    }
  }
}
