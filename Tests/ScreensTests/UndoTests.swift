import Campaigns
import Screens
import TerminalFrames
import Testing

struct UndoKeyTests {
  /// All tasks, without who changed them last.
  private func tasks(_ office: Office) -> [Campaigns.Task] {
    office.ledger.campaigns.flatMap(\.tasks).map { task in
      var task = task
      task.changed = nil
      return task
    }
  }

  @Test func uTakesBackAndUDoesAgain() throws {
    let done = try play("d Enter")
    let id = "h26-30"
    #expect(done.text.contains("已办结 · u 撤销"))
    let undone = try play("d Enter u u")
    #expect(tasks(undone.office) == (try tasks(Office())))
    #expect(undone.text.contains("已撤销 · U 重做  办结  \(id)") && undone.selected.contains(id))
    for key in ["U", "^R", "Ｕ"] {
      let redone = try play("d Enter u u \(key) Enter")
      #expect(tasks(redone.office) == tasks(done.office))
      #expect(redone.text.contains("已重做 · u 撤销  办结  \(id)"))
    }
    #expect(try play("u", Office.empty()).text.contains("没有可撤销的操作"))
  }

  /// Three tasks or more are asked about, the cursor on Cancel: neither `u` again nor Enter goes on.
  @Test func manyAreAskedAbout() throws {
    let office = try ReviewTests.office()
    let accepted = try play(ReviewTests.accepting, office)
    let after = tasks(accepted.office)
    let asked = try play(ReviewTests.accepting + " u", office)
    #expect(asked.text.contains("将撤销") && tasks(asked.office) == after)
    for keys in ["u u", "u Enter", "u Esc", "u n"] {
      #expect(try tasks(play(ReviewTests.accepting + " " + keys, office).office) == after, "\(keys)")
    }
    let undone = try play(ReviewTests.accepting + " u y", office)
    #expect(tasks(undone.office) == tasks(office))
    // It is a draft again: its page as a plan would be empty.
    #expect(accepted.text.contains("已立项 · u 撤销") && !undone.text.contains("还没有任务"))
  }

  /// The page of a task that is taken back is left.
  @Test func thePageOfWhatIsGoneIsLeft() throws {
    let played = try play("2 Enter a '新任务' Enter Enter u Enter")
    #expect(played.text.contains("已撤销") && !played.text.contains("已不在库中"))
  }

  @Test func readersSeeNoSuchKeys() throws {
    let played = try play("u", isReadOnly: true)
    #expect(played.office.effects.allSatisfy { $0 != .offer(.undo) })
    #expect(played.text.contains("只读"))
  }
}
