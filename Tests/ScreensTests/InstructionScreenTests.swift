import Campaigns
import Screens
import TerminalFrames
import Testing

/// Instructions that wait for an answer, on the screen.
struct InstructionScreenTests {
  /// Two tasks with open instructions, one of them completed, and one whose instruction was answered.
  private func office() throws -> Office {
    var campaign = Campaign(code: "h26", title: "组织生活", year: 2026)
    func entry(_ id: Int, _ text: String, from: String, answer: Int? = nil) -> LogEntry {
      let stamp = Stamp(at: Moment(seconds: 1_794_000_000), by: "党办干事")
      return LogEntry(id: id, stamp: stamp, kind: .instruction(leader: from, answeredBy: answer), text: text)
    }
    var two = Task(id: "h26-1", title: "述职评议", stage: .inProgress)
    two.log = [entry(1, "逐个支部排期", from: "院长"), entry(2, "书面说明", from: "书记")]
    var done = Task(id: "h26-2", title: "整改报告", stage: .completed)
    done.log = [entry(1, "附上依据", from: "分管领导")]
    var answered = Task(id: "h26-3", title: "主题党日", stage: .inProgress)
    answered.log = [entry(1, "注意安全", from: "院长", answer: 2)]
    campaign.tasks = [two, done, answered]
    return try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign]))
  }

  private func task(_ played: Played, _ id: String) throws -> Campaigns.Task {
    try #require(played.office.snapshot.row(id: id)?.task)
  }

  @Test func homeCountsTheInstructionsBehindTheLine() throws {
    let home = try play("", office())
    #expect(home.text.contains("批示待复 3"))
    // The list has instructions, not tasks, the oldest first: whose, how old, the words, the task.
    let opened = try play("G Enter", office())
    #expect(opened.text.contains("批示待复") && opened.text.contains("3条批示") && !opened.text.contains("主题党日"))
    for words in ["院长", "逐个支部排期", "书记", "书面说明"] { #expect(opened.text.contains(words), "\(opened.text)") }
    #expect(try play("G Enter / '书面' Enter", office()).text.contains("1条批示") == false)
    #expect(try play("", office(), language: .en).text.contains("To answer 3"))
    // The one that is looked at is answered.
    let second = try play("G Enter", office()).lines.firstIndex { $0.contains("书面说明") } ?? 0
    let first = try play("G Enter", office()).lines.firstIndex { $0.hasPrefix(">") } ?? 0
    let keys = String(repeating: "j ", count: max(0, second - first))
    let answered = try play("G Enter \(keys) p '已报' Enter", office())
    #expect(try task(answered, "h26-1").log.last?.kind == .progress(answers: 2))
    #expect(answered.text.contains("2条批示"))
    #expect(!(try play("", .empty()).text.contains("批示待复")))
  }

  @Test func aReportAnswersByNumber() throws {
    let asked = try play("3 p", office())
    #expect(asked.text.contains("答复批示") && asked.text.contains("左右键选择：#1 院长：逐个支部排期"))
    #expect(try play("3 p S-Tab '2'", office()).text.contains("#2 书记：书面说明"))
    let played = try play("3 p '已排定' S-Tab '2' Enter", office())
    #expect(try task(played, "h26-1").openInstructions.map(\.id) == [1])
    #expect(try task(played, "h26-1").log.last?.kind == .progress(answers: 2))
    let none = try play("3 p '已排定' Enter", office())
    #expect(try task(none, "h26-1").openInstructions.count == 2 && task(none, "h26-1").log.count == 3)
    #expect(try play("3 p", office(), language: .en).text.contains("Left, Right: #1 院长: "))
  }

  @Test func aNumberThatIsNotOpenChoosesNothing() throws {
    let played = try play("3 p '已排定' S-Tab '7'", office())
    #expect(played.text.contains("左右键选择：#1 院长") && played.text.contains("已排定"))
  }

  @Test func theFieldIsThereWhereSomethingIsOpen() throws {
    #expect(!(try play("3 j j p", office()).text.contains("答复批示")))
    let kept = try play("3 p S-Tab '2' Esc p", office())
    #expect(kept.text.contains("上次未保存") && kept.text.contains("#2 书记"))
    // ^U empties a restored form and keeps its fields.
    #expect(try play("3 p S-Tab '2' Esc p ^U", office()).text.contains("左右键选择"))
    let resumed = try play("3 p", office(), drafts: kept.model.unsent)
    #expect(resumed.text.contains("#2 书记"))
  }

  @Test func aCompletedTaskCanAnswer() throws {
    let played = try play("3 j p '已附' Enter", office())
    #expect(try task(played, "h26-2").openInstructions.isEmpty && task(played, "h26-2").stage == .completed)
    // The only one that is open is filled in; who says that it is no answer reports on what is done.
    #expect(try play("3 j p '已附' S-Tab Right Enter", office()).text.contains("不能报进展"))
  }
}
