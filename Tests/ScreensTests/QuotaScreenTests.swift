import Campaigns
import Screens
import TerminalFrames
import Testing

/// Quotas and targets on the screen.
struct QuotaScreenTests {
  /// Twice a quarter until 20 December, once a month, a rate of 90 %: seen on 20 November 2026.
  private func office() throws -> Office {
    var campaign = Campaign(code: "h26", title: "组织生活", year: 2026)
    var party = Task(id: "h26-1", title: "到支部讲党课", stage: .inProgress)
    party.deadline = Deadline(
      text: "每季度不少于二次，12月20日之前", kind: .date, end: Day(2026, 12, 20),
      quota: Quota(times: 2, unit: "次", per: .quarter))
    party.occurrences = [("2026-02-10", 2), ("2026-05-12", 1), ("2026-08-12", 2), ("2026-10-20", 1)].map {
      Occurrence(on: Day(iso: $0.0) ?? .epoch, count: $0.1)
    }
    var day = Task(id: "h26-2", title: "主题党日", stage: .inProgress)
    day.deadline = Deadline(
      text: "每月一次", kind: .recurring, start: Day(2026, 10, 1), quota: Quota(times: 1, per: .month))
    day.occurrences = [Occurrence(on: Day(2026, 10, 20) ?? .epoch)]
    var rate = Task(id: "h26-3", title: "满意度测评", stage: .inProgress)
    rate.targets = [
      Target(
        name: "满意率", atLeast: 90, unit: "%",
        readings: [("2026-10-10", 91.2), ("2026-11-10", 89.9)].map {
          Target.Reading(on: Day(iso: $0.0) ?? .epoch, value: $0.1)
        })
    ]
    campaign.tasks = [party, day, rate]
    return try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign]))
  }

  @Test func listsShowThePeriod() throws {
    let played = try play("3", office())
    let rows = played.lines.filter { $0.contains("h26-") }
    #expect(rows[0].contains("欠1次") && rows[0].contains("1/2"))
    #expect(rows[1].contains("本月 0/1") && rows[1].contains("0/1"))
    #expect(played.text.contains("次数不足 1"))
    #expect(try play("4", office()).lines.filter { $0.contains("h26-") }.count == 1)
    #expect(try play("3 / 'is:short' Enter", office()).text.contains("1项"))
    #expect(try play("3 / '未达标' Enter", office()).selected.contains("h26-3"))
  }

  @Test func thePageNamesWhatIsMissing() throws {
    let text = try play("3 Enter", office(), size: Size(columns: 80, rows: 40)).text
    for words in [
      "第一季度 2/2", "第二季度 1/2 缺1次", "第三季度 2/2", "本季度 1/2", "2026年累计 6次", "计数：第二季度 1/2 缺1次", "c 计数",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
    let english = try play("3 Enter", office(), size: Size(columns: 80, rows: 40), language: .en).text
    for words in ["Q2 1/2, 1 short", "this quarter 1/2", "1 short  red", "c count"] {
      #expect(english.contains(words), "\(words)\n\(english)")
    }
    #expect(try play("3 G Enter", office()).text.contains("满意率 ≥ 90%  2026-11-10 89.9% 未达标 下降（上次91.2%）"))
  }

  @Test func oneKeyRecordsOne() throws {
    let played = try play("3 j c Enter", office())
    #expect(played.text.contains("已登记1次，本月 1/1 · u 撤销  h26-2"))
    #expect(played.selected.contains("本月 1/1"))
    let task = try #require(played.office.snapshot.row(id: "h26-2")?.task)
    #expect(
      task.occurrences.last == Occurrence(on: Office.day, id: 1) && task.log.last?.kind == .progress(count: 1)
    )
    let undone = try play("3 j c Enter u u", office())
    #expect(undone.office.snapshot.row(id: "h26-2")?.task.occurrences.count == 1)
    // Two more than the quarter asks for make up for the second quarter.
    #expect(try play("3 c Enter c Enter", office()).text.contains("本季度 3/2"))
    #expect(try play("3 c Enter c Enter", office()).selected.contains("本季度 3/2"))
  }

  @Test func theKeyIsLiveWhereThereIsAQuota() throws {
    let played = try play("3 G c", office())
    #expect(played.office.effects.isEmpty && played.text.contains("h26-3 没有按期次数要求"))
    #expect(try play("3 G ?", office()).text.contains("计数：登记完成一次  h26-3 没有按期次数要求"))
    #expect(!(try play("3 ?", office()).text.contains("没有按期次数要求")))
    #expect(try play("3 c", office(), isReadOnly: true).office.effects.isEmpty)
  }

  @Test func readingATarget() throws {
    let form = try play("3 G T", office())
    #expect(form.text.contains("满意率 ≥ 90%  2026-11-10 89.9% 未达标") && form.text.contains("至少达到"))
    let read = try play("3 G T '93' Tab '11月18日' Tab '复评' Enter", office())
    let target = try #require(read.office.snapshot.row(id: "h26-3")?.task.targets.first)
    #expect(target.last?.value == 93 && target.last?.on == Day(2026, 11, 18) && target.last?.note == "复评")
    #expect(read.text.contains("满意率 ≥ 90%  2026-11-18 93% 达标"))
    #expect(read.office.effects.count == 1, "what passes is as it was")
    // Another least, a new target, and what is wrong.
    let raised = try play("3 G T '93' Tab Tab Tab ^U '95%' Enter", office())
    #expect(raised.office.snapshot.row(id: "h26-3")?.task.targets.first?.atLeast == 95)
    #expect(raised.text.contains("2026-11-20 93% 未达标"))
    let new = try play("3 T '参评党员' Tab '88%' Tab Tab Tab '90%' Enter", office())
    #expect(new.office.snapshot.row(id: "h26-1")?.task.targets.first?.last?.value == 88)
    for (keys, words) in [
      ("3 T Enter", "请填写指标"), ("3 G T Enter", "请填写读数"), ("3 G T '九成' Enter", "不是数"),
      ("3 G T '93' Tab '某天' Enter", "不是一个日期"), ("3 T '参评' Tab '88' Enter", "没有"),
      ("3 G T '93' Tab '2026-12-01' Enter", "还没有到"),
    ] {
      let played = try play(keys, office())
      #expect(played.text.contains(words), "\(keys)\n\(played.text)")
      #expect(played.office.snapshot.row(id: "h26-3")?.task.targets.first?.readings.count == 2)
    }
  }
}
