import Campaigns
import Testing

@testable import Screens

/// The page of settings: what concerns the store, events and templates, and who one is.
struct SettingsScreenTests {
  @Test func everySettingIsThere() throws {
    let page = try play(",")
    for words in ["单位名称", "我的姓名", "临期", "自定休息日", "事件", "党的十八大召开", "常用语", "催办", "新增事件…"] {
      #expect(page.text.contains(words), "\(words): \(page.text)")
    }
    #expect(try play(", j j Enter").text.contains("临期"))
    let focused = try play(", j j j j j Enter '2026-12-25' Enter")
    #expect(focused.office.ledger.settings.ownDays?.off.map(\.iso) == ["2026-12-25"])
    // Several kinds at once are one command, taken back by one.
    let both = try play(", Enter ^U '某院党办' Tab Tab ^U '5' Enter")
    #expect(both.office.ledger.settings.organisation == "某院党办")
    #expect(both.office.ledger.settings.lights?.dueSoonWorkingDays == 5)
    let undone = try play(", Enter ^U '某院党办' Tab Tab ^U '5' Enter u Enter")
    #expect(
      undone.office.ledger.settings.organisation != "某院党办" && undone.office.ledger.settings.lights == nil)
  }

  @Test func eventsAndTemplatesComeAndGo() throws {
    #expect(try play(", G").selected.contains("新增常用语…"))
    let added = try play(", G Enter '督办' Tab '请抓紧' ^O '两日内回复' Enter")
    #expect(added.office.ledger.settings.templates.last?.text == "请抓紧\n两日内回复")
    let renamed = try play(", G Enter '督办' Tab '请抓紧' Enter G k Enter Up ^U '督查' Enter")
    #expect(renamed.office.ledger.settings.templates.map(\.name).suffix(1) == ["督查"])
    let gone = try play(", G Enter '督办' Tab '请抓紧' Enter G k D y")
    #expect(gone.office.ledger.settings.templates.count == 3 && gone.text.contains("已保存设置"))
    let event = try play(", j j j j j j j a '汛期' Tab '6月1日至9月30日' Enter")
    #expect(event.office.ledger.settings.events.last?.days?.last.iso == "2026-09-30")
    let cleared = try play(", j j j j j j j Enter ^U Enter")
    #expect(cleared.office.ledger.settings.events.isEmpty)
    #expect(try play(", j j j j j j j Enter S-Tab '改名' Enter").text.contains("事件不能改名"))
  }

  @Test func oneIsCalledByOnesName() throws {
    let played = try play(", j Enter ^U '党办主任' Enter")
    #expect(played.office.effects.contains(.setUser("党办主任")) && played.text.contains("已设定姓名：党办主任"))
    #expect(played.text.contains("我的姓名            党办主任"), "\(played.text)")
    #expect(try play(",", isReadOnly: true).text.contains("当前为只读"))
  }

  /// A day changes from one kind to the other; what is refused leaves the form as it is, and nothing else of it is done.
  @Test func settingsHoldTogether() throws {
    let day = ", j j j j j j Enter '2026-12-26' Enter "
    let moved = try play(day + "Enter ^U S-Tab '2026-12-26' Enter")
    let days = moved.office.ledger.settings.ownDays
    #expect(days?.off.map(\.iso) == ["2026-12-26"] && days?.working.isEmpty == true, "\(moved.text)")
    let refused = try play(", Enter Tab '甲' Tab Tab ^U '60' Enter")
    #expect(!refused.office.effects.contains { if case .setUser = $0 { true } else { false } })
    #expect(refused.model.overlay != nil && refused.text.contains("60"), "\(refused.text)")
    #expect(try play(", G Enter '催办' Tab '另一句' Enter").text.contains("催办"))
    let taken = try play(", G Enter '催办' Tab '另一句' Enter")
    #expect(taken.model.overlay != nil && taken.office.ledger.settings.templates.count == 3)
  }

  /// ^T puts a template in, that of the act first, then the next one.
  @Test func templatesArePutIn() throws {
    let texts = try Office().ledger.settings.templates.map(\.text)
    let first = try play("4 r ^T Enter")
    #expect(first.office.snapshot.row(id: "h26-30")?.task.log.last?.text == texts[0])
    let second = try play("4 r ^T ^T Enter")
    #expect(second.office.snapshot.row(id: "h26-30")?.task.log.last?.text == texts[1])
    #expect(try play("4 x ^T").text.contains("这一栏不用常用语"))
    #expect(try play("2 a '方案' Enter Enter a '事' Enter m ^T", .empty()).text.contains("还没有常用语"))
  }

  /// A day is of one kind; which unit the office is, by its name, is told.
  @Test func whatIsMeantIsTold() throws {
    let both = try play(", j j j j j Enter '2026-12-26' Tab '2026-12-26' Enter")
    #expect(both.text.contains("不能既休息又上班") && both.office.ledger.settings.ownDays == nil)
    #expect(try play(",").text.contains("某市人民医院党委办公室（即党办，不催自己）"))
    #expect(try !play(", Enter ^U '某院' Enter").text.contains("不催自己"))
  }
}
