import Campaigns
import TerminalFrames
import Testing

@testable import Screens

/// A notice is found in the folders of the machine, shown for what it would be, kept as a draft.
struct FilesTests {
  @Test func aFileBecomesADraft() throws {
    let shown = try play("2 I")
    #expect(shown.text.contains("导入 /home/db") && shown.text.contains("来文/"))
    #expect(shown.text.contains("4项任务 存疑") && shown.text.contains("2026年冬季安全工作要点"))
    // What it would be is asked about; Esc leaves all as it is.
    let asked = try play("2 I j Enter")
    #expect(asked.selected.contains("存为草稿并核对：4项任务"), "\(asked.text)")
    let left = try play("2 I j Enter Esc")
    #expect(left.office.ledger.campaigns.count == 2)
    let kept = try play("2 I j Enter Enter")
    let draft = try #require(kept.office.ledger.campaigns.last)
    #expect(draft.tasks.count == 4 && draft.tasks.allSatisfy { $0.stage == .draft })
    #expect(kept.text.contains("核对草稿 2026年冬季安全工作要点") && kept.text.contains("已存草稿 · u 撤销"))
    #expect(kept.text.contains(">    4 1、开展隐患排查"))
    // Esc goes back to where one came from, not through the folders; undo takes the draft away.
    #expect(try play("2 I j Enter Enter Esc").text.contains("督办 / 方案  "))
    #expect(try play("2 I j Enter Enter u y").office.ledger.campaigns.count == 2)
  }

  @Test func foldersAreGoneThrough() throws {
    let inside = try play("2 I Enter")
    #expect(inside.text.contains("导入 /home/db/来文") && inside.text.contains("空白.txt"))
    #expect(inside.text.contains("没有方案"))
    // Enter on what is no plan says so.
    #expect(try play("2 I Enter Enter").text.contains("空白.txt：没有读出方案和任务"))
    let up = try play("2 I Enter k Enter")
    #expect(up.model.screen.place == .files("/home/db"))
    #expect(try play("2 I / '冬季' Enter Enter Enter").office.ledger.campaigns.count == 3)
  }

  @Test func pathsAreTyped() throws {
    let kept = try play(": '/home/db/冬季安全工作要点.txt' Enter Enter")
    #expect(kept.office.ledger.campaigns.count == 3 && kept.text.contains("核对草稿"))
    #expect(try play(": '/home/db/来文' Enter").text.contains("空白.txt"))
    let missing = try play(": '/home/x' Enter")
    #expect(missing.text.contains("/home/x 不存在") && missing.model.overlay != nil)
    #expect(try play("2 I", isReadOnly: true).text.contains("当前为只读"))
  }
}
