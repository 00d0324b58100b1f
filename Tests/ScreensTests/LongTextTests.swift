import Campaigns
import Screens
import TerminalFrames
import Testing

/// Text of several lines is typed, pasted, kept and shown as such.
struct LongTextTests {
  @Test func linesAreKeptAndShown() throws {
    let played = try play("4 Enter m '甲支部已开' ^O '乙支部未开' Enter")
    let row = try #require(
      played.office.snapshot.rows.first { $0.task.log.last?.text?.contains("甲支部") == true })
    #expect(row.task.log.last?.text == "甲支部已开\n乙支部未开")
    #expect(played.text.contains("乙支部未开") && !played.text.contains("␊"))
  }

  /// Up and Down go through the rows before they leave the field; what is shown begins with its label.
  @Test func upAndDownStayInTheText() throws {
    let text = try play("4 e S-Tab ^U '一' ^O '二' ^O '三' Up Up '头'").text
    #expect(text.contains("文件原文  一头\n           二\n           三"), "\(text)")
    let away = try play("4 e S-Tab ^U '一' ^O '二' Up Up 'h26-9'").text
    #expect(away.contains("上级任务  h26-9") && away.contains("文件原文  一↵二"), "\(away)")
  }

  /// On one line the label stays.
  @Test func aLineHasItsLabel() throws {
    let text = try play("4 m '已问'", size: Size(columns: 20, rows: 4)).text
    #expect(text.hasPrefix("内容 已问"), "\(text)")
  }
}
