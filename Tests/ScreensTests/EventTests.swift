import Campaigns
import Screens
import TerminalFrames
import Testing

/// A task whose deadline hangs on an event gets it in a small form.
struct EventKeyTests {
  /// The page of a task that waits for an event.
  private static let open = "/ 'h26-38' Enter Enter "

  @Test func theDayIsGivenInAForm() throws {
    let asked = try play(Self.open + "t")
    #expect(asked.text.contains("集中督查结束") && asked.text.contains("日期") && asked.text.contains("h26"))
    let dated = try play(Self.open + "t '2026-12-10' Enter")
    #expect(dated.text.contains("已定期 · u 撤销  集中督查结束 2026-12-10，1项任务随之定期"))
    let row = try #require(dated.office.snapshot.row(id: "h26-38"))
    #expect(row.verdict.end != nil && row.verdict.condition != .unscheduled)
    #expect(dated.text.contains("2026-12-24前（含当日）"))
    let day = Day(iso: "2026-12-10")
    #expect(
      dated.office.ledger.campaign(code: "h26")?.events.contains { $0.name == "集中督查结束" && $0.day == day }
        == true)
    // Without a campaign it is the store's.
    let all = try play(Self.open + "t '12月10日' Tab ^U Enter")
    #expect(all.office.ledger.settings.events.contains { $0.name == "集中督查结束" })
    #expect(
      try play(Self.open + "t '2026-12-10' Enter u u").office.snapshot.row(id: "h26-38")?.verdict.end == nil)
  }

  /// First and last day, in the words that a command takes; what hangs on it counts from the last one.
  @Test func severalDaysAreGivenToo() throws {
    let typed = try play(Self.open + "t '12月1日至12月10日'")
    #expect(typed.text.contains("2026-12-01 至 2026-12-10"))
    let dated = try play(Self.open + "t '2026-12-01..2026-12-10' Enter")
    #expect(dated.text.contains("已定期 · u 撤销  集中督查结束 2026-12-01 至 2026-12-10，1项任务随之定期"))
    #expect(dated.text.contains("2026-12-24前（含当日）"))
    let again = try play(Self.open + "t '2026-12-01 2026-12-10' Enter t")
    #expect(again.text.contains("现定于2026-12-01 至 2026-12-10"))
    let days = again.office.ledger.campaign(code: "h26")?.events.first { $0.name == "集中督查结束" }?.days
    #expect(days?.first.iso == "2026-12-01" && days?.last.iso == "2026-12-10")
  }

  /// An event that has its days under its year keeps that name.
  @Test func theYearIsKept() throws {
    var office = try Office()
    let first = try #require(Day(iso: "2026-12-01"))
    try office.prepare {
      _ = try $0.updateSettings(.event(name: "2026年集中督查结束", EventDays(first: first, last: first)), $1)
    }
    let dated = try play(Self.open + "t '2026-12-10' Tab ^U Enter", office)
    #expect(
      dated.office.ledger.settings.events.filter { $0.name.contains("集中督查结束") } == [
        NamedEvent(name: "2026年集中督查结束", day: Day(iso: "2026-12-10"))
      ])
  }

  @Test func whatIsNoDayIsSaid() throws {
    #expect(try play(Self.open + "t '下个月' Enter").text.contains("不是日期"))
    #expect(try play(Self.open + "t '下个月'").text.contains("看不懂"))
    #expect(try play(Self.open + "t '2026-12-10..2026-12-01'").text.contains("止日早于起日"))
    #expect(
      try play(Self.open + "t '2026-12-10..2026-12-01' Enter").text.contains("止日2026-12-01早于起日2026-12-10"))
    #expect(try play(Self.open + "t Enter").text.contains("请填写日期"))
    #expect(try play("t").text.contains("不依事件"))
    #expect(try play(Self.open + "t '2026-12-10' Tab ^U 'x9' Enter").text.contains("没有编号为"))
    #expect(try play("t", isReadOnly: true).text.contains("只读"))
  }
}
