import Campaigns
import Testing

/// What is counted and read, and taken back.
struct RecordTests {
  private func campaign() throws -> Campaign {
    var task = Task(id: "h11-1", title: "主题党日")
    task.deadline = Deadline(
      text: "每季度不少于二次", kind: .recurring, quota: Quota(times: 2, unit: "次", per: .quarter))
    task.units = [Responsibility(unit: "gezhibu", name: "各支部", role: .lead)]
    var campaign = Campaign(code: "h11", title: "工作要点", year: 2011)
    campaign.tasks = [task, Task(id: "h11-2", title: "评议")]
    return campaign
  }

  private func applying(_ acts: [Act], _ campaign: Campaign) throws -> Campaign {
    try acts.reduce(campaign) {
      try $0.change(for: $1, try Fixture.context("2011-05-01")).applied(to: $0)
    }
  }

  private func refusal(_ act: Act, _ campaign: Campaign) throws -> Refusal? {
    let context = try Fixture.context("2011-05-01")
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  @Test func recordingAndTakingBack() throws {
    let report = OccurrenceReport(count: 2, on: try day("2011-04-20"), from: "第一支部", note: " 参观 ")
    var campaign = try applying(
      [.record(id: "h11-1", OccurrenceReport()), .record(id: "h11-1", report)], try campaign())
    var task = campaign.tasks[0]
    #expect(task.stage == .inProgress)
    #expect(
      task.occurrences == [
        Occurrence(on: try day("2011-05-01"), id: 1),
        Occurrence(on: try day("2011-04-20"), count: 2, unit: "zhibu1", note: "参观", id: 2),
      ])
    #expect(task.log.map(\.kind) == [.progress(count: 1), .progress(count: 2)])
    #expect(task.log[1].text == "参观" && task.log[1].unit == "zhibu1" && task.log[1].on == Day(2011, 4, 20))
    campaign = try applying([.correct(id: "h11-1", entry: 2, text: "重复登记")], campaign)
    task = campaign.tasks[0]
    #expect(
      task.occurrences.map(\.id) == [1] && task.log[1].struckBy == 3
        && task.log[1].kind == .progress(count: 2))
  }

  @Test func recordsThatAreRefused() throws {
    let campaign = try campaign()
    func refused(_ report: OccurrenceReport) throws -> Refusal? {
      try refusal(.record(id: "h11-1", report), campaign)
    }
    #expect(try refused(OccurrenceReport(count: 0)) == .badCount(0))
    #expect(try refused(OccurrenceReport(count: -1)) == .badCount(-1))
    #expect(try refused(OccurrenceReport(count: 10_000)) == .badCount(10_000))
    let tomorrow = try day("2011-05-02")
    #expect(try refused(OccurrenceReport(on: tomorrow)) == .dayInFuture(tomorrow))
    #expect(try refused(OccurrenceReport(from: "党办")) == .notResponsible(id: "h11-1", unit: "党办"))
    #expect(try refused(OccurrenceReport(from: "各支部")) == nil)
    #expect(try refused(OccurrenceReport(from: "第九支部")) != nil)
    #expect(try refusal(.record(id: "h11-2", OccurrenceReport()), campaign) == .noQuota(id: "h11-2"))
    let done = try applying([.complete(id: "h11-1", CompletionReport())], campaign)
    #expect(
      try refusal(.record(id: "h11-1", OccurrenceReport()), done)
        == .stageForbids(id: "h11-1", move: .report, stage: .completed))
  }

  @Test(arguments: ["每季度不少于0次", "每季度三至二次", "每月一次，全年不少于0次"])
  func quotasOfNothingAreRefused(words: String) throws {
    let deadline = TimeReader(TimeContext(year: 2011, calendar: chinese)).read(words).deadline
    try #require(deadline.quota != nil)
    var edit = TaskEdit()
    edit.deadline = deadline
    #expect(try refusal(.editTask(id: "h11-1", edit), try campaign()) == .badQuota)
    var draft = TaskDraft(title: "x")
    draft.deadline = deadline
    #expect(try refusal(.addTask(draft), try campaign()) == .badQuota)
  }

  @Test func targetsAndTheirReadings() throws {
    let rate = TargetDraft(name: "满意率", atLeast: 90, unit: "%")
    var campaign = try applying(
      [
        .setTarget(id: "h11-2", rate),
        .addReading(id: "h11-2", ReadingReport(target: "满意率", value: 89.9, on: try day("2011-04-20"))),
      ], try campaign())
    #expect(campaign.tasks[1].isFailing && campaign.tasks[1].targets[0].trend == nil)
    #expect(campaign.tasks[1].log[0].text == "满意率 89.9%")
    campaign = try applying(
      [
        .addReading(id: "h11-2", ReadingReport(target: "满意", value: 92.5, note: "复评")),
        // One that comes late stands where its day is.
        .addReading(id: "h11-2", ReadingReport(target: "满意率", value: 95, on: try day("2011-04-01"))),
      ], campaign)
    let target = campaign.tasks[1].targets[0]
    #expect(target.readings.map(\.value) == [95, 89.9, 92.5] && target.readings.map(\.id) == [3, 1, 2])
    #expect(target.isPassed == true && target.trend == .rising && !campaign.tasks[1].isFailing)
    campaign = try applying([.correct(id: "h11-2", entry: 2, text: "录错")], campaign)
    #expect(campaign.tasks[1].targets[0].trend == .falling && campaign.tasks[1].isFailing)
    campaign = try applying([.setTarget(id: "h11-2", TargetDraft(name: "满意率", atLeast: 85))], campaign)
    #expect(campaign.tasks[1].targets[0].unit == "%" && !campaign.tasks[1].isFailing)
    campaign = try applying([.removeTarget(id: "h11-2", name: "满意率")], campaign)
    #expect(campaign.tasks[1].targets.isEmpty)
  }

  @Test func targetsThatAreRefused() throws {
    let campaign = try applying(
      [.setTarget(id: "h11-2", TargetDraft(name: "满意率", atLeast: 90))], try campaign())
    let tomorrow = try day("2011-05-02")
    let acts: [(Act, Refusal)] = [
      (.setTarget(id: "h11-2", TargetDraft(name: " ", atLeast: 1)), .emptyText(.name)),
      (.setTarget(id: "h11-2", TargetDraft(name: "x", atLeast: .nan)), .badFigure),
      (.setTarget(id: "h11-2", TargetDraft(name: "满意率", atLeast: 90)), .nothingToDo(id: "h11-2")),
      (.addReading(id: "h11-2", ReadingReport(target: "满意率", value: .infinity)), .badFigure),
      (
        .addReading(id: "h11-2", ReadingReport(target: "满意率", value: 1, on: tomorrow)), .dayInFuture(tomorrow)
      ),
      (
        .addReading(id: "h11-2", ReadingReport(target: "参评", value: 1)),
        .unknownTarget(id: "h11-2", name: "参评", nearest: "满意率")
      ),
      (
        .removeTarget(id: "h11-1", name: "满意率"), .unknownTarget(id: "h11-1", name: "满意率", nearest: nil)
      ),
    ]
    for (act, wanted) in acts { #expect(try refusal(act, campaign) == wanted) }
  }

  @Test(arguments: [
    ("92.5%", 92.5, "%"), ("９０％", 90, "%"), ("89.9", 89.9, nil), ("-3", -3, nil), ("120人", 120, "人"),
    ("0.00001", 0.00001, nil), ("99.99999", 99.99999, nil), ("123456789012345", 123_456_789_012_345, nil),
  ])
  func figures(text: String, value: Double, unit: String?) throws {
    let figure = try #require(Figure.read(text))
    #expect(figure.value == value && figure.unit == unit)
    #expect(Figure.read(Figure.text(value))?.value == value)
  }

  @Test(arguments: [
    "", "nan", "inf", "1e5", "0x10", "1.2.3", "--1", "1-2", ".", "-", "九十", "1234567890123456", "90 %x", "½",
  ])
  func noFigures(text: String) { #expect(Figure.read(text) == nil) }

  @Test func figuresAreShownAsTyped() {
    for text in ["89.9", "90", "0.1", "99.95", "0.00001", "-0.5", "33.333"] {
      #expect(Figure.read(text).map { Figure.text($0.value) } == text)
    }
  }
}
