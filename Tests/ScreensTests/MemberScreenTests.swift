import Campaigns
import Screens
import TerminalFrames
import Testing

/// Members of collectives on the screen.
struct MemberScreenTests {
  @Test func aTaskOpensItsMembersAndOneOfThemItsPart() throws {
    let members = try play("4 j j j Enter Enter")
    #expect(members.text.contains("8/12") && members.lines.filter { $0.contains("支部") }.count >= 12)
    #expect(members.selected.contains("第一支部") && members.selected.contains("2026-11-03"))
    #expect(members.lines.contains { $0.contains("第三支部") && $0.contains("逾期 9天") && $0.contains("60%") })
    let member = try play("4 j j j Enter Enter j j Enter")
    #expect(member.text.contains("第三支部") && member.text.contains("为什么"))
    #expect(try play("4 j j j Enter Enter j j Enter Esc").selected.contains("第三支部"))
    // A task without collectives has no members to open.
    #expect(!(try play("3 / '党费收缴' Enter Enter Enter").text.contains("成员")))
  }

  @Test func keysActForTheMemberThatIsShown() throws {
    let done = try play("4 j j j Enter Enter j j d Enter")
    #expect(done.text.contains("已登记第三支部办结 · u 撤销") && done.text.contains("9/12"))
    #expect(done.office.snapshot.row(id: "h26-9")?.task.stage.isOpen == true)
    let reported = try play("4 j j j Enter Enter j j j j j j Enter p Tab '55' Enter")
    let status = reported.office.snapshot.row(id: "h26-9")?.task.members.first { $0.unit == "zhibu7" }
    #expect(status?.percent == 55)
    #expect(reported.office.snapshot.row(id: "h26-9")?.task.log.last?.unit == "zhibu7")
    // One that is done already says so.
    #expect(try play("4 j j j Enter Enter d").office.effects == [])
  }

  @Test func theLastMemberCompletesTheTask() throws {
    let played = try play("4 j j j Enter Enter j j d Enter j j j j d Enter j j d Enter j j d Enter")
    let task = try #require(played.office.snapshot.row(id: "h26-9")?.task)
    #expect(task.stage == .completed && task.completion?.missing == [])
    #expect(played.text.contains("全部成员均已办结，任务办结 · u 撤销"))
    #expect(
      try play("4 j j j Enter Enter j j d Enter j j j j d Enter j j d Enter j j d Enter u u").office.snapshot
        .row(id: "h26-9")?.task.stage
        .isOpen == true)
  }

  @Test func countingAsksWhoseItWas() throws {
    let asked = try play("3 / '三会一课' Enter c")
    #expect(asked.text.contains("第三支部 1/2"), "those first who have still to do something")
    let done = try play("3 / '三会一课' Enter c Tab '第三支部' Enter")
    #expect(done.text.contains("已登记1次（第三支部），本月 2/2 · u 撤销") && done.selected.contains("10/12"))
    let all = try play("3 / '三会一课' Enter c Enter y")
    #expect(all.text.contains("已登记1次（全体成员） · u 撤销"))
    #expect(all.office.snapshot.row(id: "h26-6")?.task.occurrences.last?.unit == nil)
  }

  @Test func aUnitsPageShowsItsOwnParts() throws {
    let lines = try play("5 / '第一支部' Enter Enter").lines
    #expect(lines.contains { $0.contains("h26-9") && $0.contains("办结") && $0.contains("h26-9") }, "\(lines)")
  }
}
