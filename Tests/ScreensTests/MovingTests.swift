import Campaigns
import Screens
import Testing

/// Moving a task on the screen.
struct MovingTests {
  @Test func toAnotherPhase() throws {
    let form = try play("4 M")
    #expect(form.text.contains("移到别的阶段或方案  h26-30") && form.text.contains("组织实施阶段"))
    let moved = try play("4 M Tab '总结' Enter")
    let phase = moved.office.snapshot.row(id: "h26-30")?.phase?.name
    #expect(phase?.contains("总结") == true || moved.text.contains("没有阶段"), "\(moved.text)")
    #expect(try play("4 M Enter").text.contains("请填写阶段"))
    #expect(try play("4 M ^U '没有' Enter").text.contains("没有编号为"))
  }

  /// The page follows the task under its new id, and comes back with undo.
  @Test func toAnotherPlan() throws {
    let moved = try play("4 Enter M ^U 'h26b' Enter")
    #expect(moved.text.contains("已移动 · u 撤销  h26-30 → h26b-15"), "\(moved.text)")
    #expect(moved.text.contains("新媒体宣传阵地清理整顿") && moved.text.contains("/ h26b-15"))
    let row = try #require(moved.office.snapshot.row(id: "h26b-15"))
    #expect(row.task.formerIDs == ["h26-30"] && row.task.log.contains { $0.kind.name == .instruction })
    #expect(moved.office.snapshot.row(id: "h26-30") == nil)
    let selected = try play("4 M ^U 'h26b' Enter")
    #expect(selected.selected.contains("h26b-15"), "\(selected.text)")
    let back = try play("4 M ^U 'h26b' Enter u Enter")
    #expect(back.office.snapshot.row(id: "h26-30") != nil)
    #expect(!(try play("4 M", isReadOnly: true).text.contains("移到别的")))
  }
}
