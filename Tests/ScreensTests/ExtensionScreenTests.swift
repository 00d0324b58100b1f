import Campaigns
import Screens
import TerminalFrames
import Testing

/// Extensions on the screen, on Friday, 20 November 2026.
struct ExtensionScreenTests {
  /// One task overdue for two days, one on which a request waits, one without a time.
  private func office() throws -> Office {
    var campaign = Campaign(code: "h26", title: "工作要点", year: 2026)
    var late = Task(id: "h26-1", title: "专项检查", stage: .inProgress)
    late.deadline = Deadline(text: "11月18日前", kind: .date, end: Day(2026, 11, 18))
    var waits = Task(id: "h26-2", title: "民主评议", stage: .inProgress)
    waits.deadline = Deadline(text: "11月30日前", kind: .date, end: Day(2026, 11, 30))
    waits.extensions = [
      Extension(
        asked: Day(2026, 11, 12) ?? .epoch, from: Day(2026, 11, 30), until: Day(2026, 12, 10) ?? .epoch,
        reason: "等待上级通知")
    ]
    campaign.tasks = [late, waits, Task(id: "h26-3", title: "学习")]
    return try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign]))
  }

  private func task(_ played: Played, _ id: String) throws -> Campaigns.Task {
    try #require(played.office.snapshot.row(id: id)?.task)
  }

  @Test func askingForMoreTime() throws {
    let played = try play("3 x '下周五' Tab '补登需要时间' Tab '70' Enter", office())
    #expect(played.text.contains("已申请延期至2026-11-27，待批 · u 撤销  h26-1"))
    let request = try #require(task(played, "h26-1").pendingExtension)
    #expect(request.until == Day(2026, 11, 27) && request.percent == 70 && request.isLate)
    let page = try play("3 x '下周五' Tab '补登需要时间' Enter Enter", office())
    #expect(page.text.contains("申请延期至2026-11-27，逾期后申请：补登需要时间（待批）"))
    #expect(page.lines.last?.contains("x 延期") == true, "somebody waits for it")
    let granted = try play("3 x '2026-11-27' Tab '补登' Tab Tab '党委书记' Enter", office())
    #expect(granted.text.contains("已延期至2026-11-27 · u 撤销") && granted.selected.contains("11-27前"))
    #expect(try task(granted, "h26-1").log.map(\.leader) == [nil, "党委书记"])
    #expect(try task(play("3 x '2026-11-27' Tab '补登' Enter u u", office()), "h26-1").extensions.isEmpty)
  }

  private let wide = Size(columns: 120, rows: 30)

  @Test func decidingOnWhatWaits() throws {
    let form = try play("3 j x", office())
    #expect(form.text.contains("批复延期（申请延至2026-12-10）  h26-2") && form.text.contains("1 同意  2 不同意"))
    let granted = try play("3 j x '1' Tab '分管领导' Enter", office())
    #expect(granted.text.contains("已延期至2026-12-10") && granted.selected.contains("12-10前"))
    let shorter = try play("3 j x '同意' Tab '分管领导' Tab BS BS BS BS BS '12-05' Enter", office())
    #expect(try task(shorter, "h26-2").approvedEnd == Day(2026, 12, 5))
    let refused = try play("3 j x '２' Tab '分管领导' Tab Tab '按期办结' Enter Enter", office(), size: wide)
    #expect(refused.text.contains("（分管领导 2026-11-20 不同意延期）") && refused.text.contains("按期办结"))
    let english = try play("3 j x 'n' Tab '分管领导' Enter Enter", office(), size: wide, language: .en)
    #expect(english.text.contains("refused by 分管领导 on 2026-11-20"))
  }

  /// A form says what is wrong in the field where it is, and keeps what was typed.
  @Test(arguments: [
    ("3 x Enter", "延至"), ("3 x '改天' Tab '理由' Enter", "延至"), ("3 x '2026-11-27' Enter", "理由"),
    ("3 j x Enter", "意见"), ("3 j x '也许' Tab '分管领导' Enter", "意见"), ("3 j x '1' Enter", "批准人"),
    ("3 j x '1' Tab '分管领导' Tab ^U '改天' Enter", "延至"),
  ])
  func theFieldAtFault(keys: String, label: String) throws {
    let played = try play(keys, office())
    #expect(played.office.effects.allSatisfy { if case .act = $0 { false } else { true } })
    #expect(played.lines[played.cursor.row].contains(label) && played.cursor.isVisible, "\(keys)")
  }

  @Test func theRulesSpeak() throws {
    #expect(try play("3 x '2026-11-18' Tab '补登' Enter", office()).text.contains("应晚于现行时限2026-11-18"))
    #expect(try play("3 x '2026-11-17'", office()).text.contains("应晚于现行时限2026-11-18"))
    #expect(try play("3 G x", office()).text.contains("h26-3 尚无确定的时限，无从延期。"))
    #expect(try play("3 x", office(), isReadOnly: true).text.contains("只读"))
    #expect(try play("3 ?", office()).text.contains("延期：申请；有待批的则批复"))
    let kept = try play("3 x '2026-11-27' Esc x", office())
    #expect(kept.text.contains("上次未保存的内容") && kept.text.contains("2026-11-27"))
    #expect(try play("3 j x Esc", office()).model.unsent.isEmpty, "what was filled in is not typed")
    let draft = FormDraft(form: "decide h26-2", texts: ["opinion": "1"])
    let form = try #require(Form(draft))
    #expect(form.draft.form == "decide h26-2" && form.draft.texts["opinion"] == "1")
  }
}
