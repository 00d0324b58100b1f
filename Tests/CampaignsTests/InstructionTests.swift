import Campaigns
import TestSupport
import Testing

/// Instructions stay open until they are answered.
struct InstructionTests {
  private func campaign() -> Campaign {
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = [Task(id: "h11-1", title: "评议"), Task(id: "h11-2", title: "整改")]
    return campaign
  }

  private func applying(_ act: Act, _ campaign: Campaign, on today: String = "2011-05-01") throws -> Campaign
  {
    try campaign.change(for: act, try Fixture.context(today)).applied(to: campaign)
  }

  private func refusal(_ act: Act, _ campaign: Campaign) throws -> Refusal? {
    let context = try Fixture.context("2011-05-01")
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  private func answer(_ entry: Int, percent: Int? = nil) -> Act {
    var report = Report(text: "已办", percent: percent)
    report.answers = entry
    return .report(id: "h11-1", report)
  }

  private func instructed() throws -> Campaign {
    var campaign = try applying(
      .instruct(id: "h11-1", text: "抓紧", from: "院长"), campaign(), on: "2011-04-20")
    campaign = try applying(.instruct(id: "h11-1", text: "书面说明"), campaign)
    campaign = try applying(.note(id: "h11-1", text: "已电话询问"), campaign)
    return try applying(.instruct(id: "h11-1", text: "误录"), campaign)
  }

  @Test func openUntilAnsweredOrStruck() throws {
    var campaign = try instructed()
    #expect(campaign.tasks[0].openInstructions.map(\.id) == [1, 2, 4])
    campaign = try applying(.correct(id: "h11-1", entry: 4, text: "录错任务"), campaign)
    #expect(campaign.tasks[0].openInstructions.map(\.id) == [1, 2])
    campaign = try applying(answer(1), campaign)
    #expect(campaign.tasks[0].openInstructions.map(\.id) == [2] && campaign.tasks[0].log[0].answeredBy == 6)
    // A corrected answer is an answer all the same, in other words.
    campaign = try applying(.correct(id: "h11-1", entry: 6, text: "已办一半"), campaign)
    #expect(campaign.tasks[0].openInstructions.map(\.id) == [2] && campaign.tasks[0].log[0].answeredBy == 7)
  }

  @Test func whatCannotBeAnswered() throws {
    var campaign = try applying(answer(2), instructed())
    campaign = try applying(.correct(id: "h11-1", entry: 4, text: "录错任务"), campaign)
    #expect(try refusal(answer(9), campaign) == .unknownEntry(id: "h11-1", entry: 9))
    #expect(try refusal(answer(3), campaign) == .notOpen(id: "h11-1", entry: 3, .noInstruction(.note)))
    #expect(try refusal(answer(2), campaign) == .notOpen(id: "h11-1", entry: 2, .answered(by: 5)))
    #expect(try refusal(answer(4), campaign) == .notOpen(id: "h11-1", entry: 4, .struck(by: 6)))
    #expect(try refusal(answer(1), campaign) == nil)
  }

  @Test func aTaskThatIsDoneCanStillAnswer() throws {
    let done = try applying(.complete(id: "h11-1", CompletionReport()), instructed())
    let answered = try applying(answer(1), done).tasks[0]
    #expect(answered.stage == .completed && answered.percent == 100 && answered.openInstructions.count == 2)
    let forbidden = Refusal.stageForbids(id: "h11-1", move: .report, stage: .completed)
    #expect(try refusal(answer(1, percent: 50), done) == forbidden)
    #expect(try refusal(.report(id: "h11-1", Report(text: "x")), done) == forbidden)
    var draft = try instructed()
    draft.tasks[0].stage = .draft
    #expect(try refusal(answer(1), draft) == .stageForbids(id: "h11-1", move: .report, stage: .draft))
  }

  @Test func listedOldestFirst() throws {
    var campaign = try applying(
      .instruct(id: "h11-2", text: "报方案"), instructed(), on: "2011-04-25")
    campaign = try applying(answer(2), campaign)
    let rows = campaign.rows(try Fixture.judge("2011-05-10"))
    let open = rows.instructions()
    #expect(open.map { "\($0.row.task.id) \($0.entry.id)" } == ["h11-1 1", "h11-2 1", "h11-1 4"])
    #expect(open.map(\.days) == [20, 15, 9] && open.map(\.from) == ["院长", "党办干事", "党办干事"])
    let all = rows.instructions(all: true)
    #expect(all.count == 4 && all[2].answer?.text == "已办" && all[2].days == 0)
    for (text, ids) in [
      ("is:instructed", ["h11-1", "h11-2"]), ("批示待复", ["h11-1", "h11-2"]), ("is:待复 评议", ["h11-1"]),
    ] {
      let filter = try FilterReader.read(text, .plain)
      #expect(rows.filter { filter.matches($0, Fixture.units) }.map(\.task.id) == ids, "\(text)")
    }
  }
}
