import Campaigns
import TerminalFrames
import Testing
import Wording

@testable import Screens

/// An imported draft is checked beside its source and accepted.
struct ReviewTests {
  static let notice = [
    "某医党〔2026〕12号", "2026年冬季安全工作要点", "",
    "1、开展隐患排查，形成清单并逐项整改。责任科室：保卫科、各科室，完成时间：12月5日前。",
    "2、组织消防演练，每季度一次。责任科室：保卫科，完成时间：12月20日前。",
    "3、更新应急预案，报党办备案。责任科室：应急办，完成时间：12月25前。",
    "4、总结通报。责任科室：党办，完成时间：长期。",
  ]

  // Imported once for all tests that begin with it.
  private static let full = Result { try imported(into: Office()) }
  private static let empty = Result { try imported(into: .empty()) }

  private static func imported(into office: Office) throws -> Office {
    var office = office
    try office.take(notice, code: "h26z")
    return office
  }

  /// The office with a draft.
  static func office(empty: Bool = false) throws -> Office { try (empty ? Self.empty : full).get() }

  private static let open = "2 G Enter "
  /// Opens the draft and accepts it.
  static let accepting = open + "A y"

  @Test(arguments: Language.allCases)
  func asItLooks(language: Language) throws {
    for (name, keys) in [
      ("review", "j j"), ("review-edit", "j j e"), ("review-accept", "A"), ("review-drop", "D"),
    ] {
      for size in GoldenTests.sizes(of: name) {
        let played = try play(ReviewTests.open + keys, ReviewTests.office(), size: size, language: language)
        try expectGolden(
          played.text + "\n", "Golden/\(name).\(size.columns)x\(size.rows).\(language.rawValue).txt")
      }
    }
  }

  private func tasks(_ played: Played) -> [Task] {
    played.office.ledger.campaign(code: "h26z")?.tasks ?? []
  }

  @Test func sourceAndDraftMoveTogether() throws {
    let played = try play(ReviewTests.open + "j j", ReviewTests.office())
    #expect(played.text.contains("待核对 4项") && played.text.contains("存疑 2处"))
    #expect(played.text.contains(">    6 3、更新应急预案"))
    #expect(played.text.contains("应急办（新）") && played.text.contains("缺“日”字"))
    let next = try play(ReviewTests.open + "j j j", ReviewTests.office())
    #expect(next.text.contains(">    7 4、总结通报") && !next.text.contains("缺“日”字"))
  }

  @Test func aDraftIsPutRight() throws {
    let keys = "e ^U '全面排查隐患' Tab ^U '11月30日前' Tab ^U '保卫科' Tab ^U '后勤保障部、安委办' Enter"
    let played = try play(ReviewTests.open + keys, ReviewTests.office())
    let task = try #require(tasks(played).first)
    #expect(task.title == "全面排查隐患" && task.deadline.end?.iso == "2026-11-30" && task.stage == .draft)
    #expect(task.units.map(\.name) == ["保卫科", "后勤保障部", "安委办"])
    #expect(task.units.map { $0.unit == nil } == [false, false, true])
    // Esc leaves it as it was, and what cannot be read is not saved.
    #expect(
      try tasks(play(ReviewTests.open + "e Esc", ReviewTests.office())).first?.title.hasPrefix("开展") == true)
    let wrong = try play(ReviewTests.open + "e Tab ^U '尽快' Enter", ReviewTests.office())
    #expect(
      wrong.text.contains("看不懂时限")
        && wrong.office.effects.allSatisfy { if case .act = $0 { false } else { true } })
  }

  @Test func droppingAsks() throws {
    #expect(try tasks(play(ReviewTests.open + "D Enter", ReviewTests.office())).count == 4)
    #expect(try tasks(play(ReviewTests.open + "D D", ReviewTests.office())).count == 4)
    let dropped = try play(ReviewTests.open + "j D y", ReviewTests.office())
    #expect(tasks(dropped).map(\.id) == ["h26z-1", "h26z-3", "h26z-4"])
    #expect(dropped.text.contains("已去掉 · u 撤销  h26z-2"))
  }

  @Test func mergingAndSplitting() throws {
    let merged = try play(ReviewTests.open + "j J J", ReviewTests.office())
    let task = try #require(tasks(merged).first)
    #expect(tasks(merged).count == 3 && task.text?.contains("消防演练") == true)
    #expect(task.deadline.others == ["12月20日前"])
    #expect(try play(ReviewTests.open + "J", ReviewTests.office()).text.contains("已是第一项"))
    let split = try play(ReviewTests.open + "K '逐项整改' Enter", ReviewTests.office())
    #expect(tasks(split).map(\.title).prefix(2) == ["开展隐患排查，形成清单并逐项整改", "逐项整改"])
    #expect(tasks(split)[1].id == "h26z-5" && tasks(split)[1].sourceLine == 4)
  }

  @Test func acceptingRegistersInOneChange() throws {
    #expect(
      try tasks(play(ReviewTests.open + "A Enter", ReviewTests.office())).allSatisfy { $0.stage == .draft })
    let played = try play(ReviewTests.open + "A y", ReviewTests.office())
    #expect(tasks(played).allSatisfy { $0.stage == .registered })
    #expect(played.office.effects.count { $0 == .accept(code: "h26z") } == 1)
    #expect(played.office.ledger.units.unit(named: "应急办") != nil)
    #expect(played.text.contains("已立项 · u 撤销  h26z：4项任务") && played.text.contains("h26z-1"))
  }

  /// The office with a plan of which a task is under way, and a draft of its later version.
  static func officeWithEarlier() throws -> Office {
    var earlier = ReviewTests.notice.dropLast()
    earlier[4] = "2、组织消防演练。责任科室：保卫科，完成时间：12月20日前。"
    var office = try Office()
    try office.take(Array(earlier), code: "h26y", isRegistered: true)
    try office.prepare {
      _ = try $0.update("h26y", .report(id: "h26y-1", Report(text: "已部署", percent: 40)), $1)
    }
    try office.take(ReviewTests.notice, code: "h26z")
    return office
  }

  @Test func aLaterVersionUpdatesThePlan() throws {
    let office = try ReviewTests.officeWithEarlier()
    let shown = try play(ReviewTests.open, office)
    #expect(shown.text.contains("有改动 1") && shown.text.contains("新增 1"))
    let updated = try play(ReviewTests.open + "A y", office)
    let tasks = try #require(updated.office.ledger.campaign(code: "h26y")?.tasks)
    #expect(tasks.count == 4 && tasks[0].percent == 40 && tasks[1].title.contains("每季度一次"))
    #expect(updated.office.ledger.campaign(code: "h26z") == nil)
  }

  @Test func readOnlyPeopleOnlyLook() throws {
    let played = try play(ReviewTests.open + "e D J K A", ReviewTests.office(), isReadOnly: true)
    #expect(!played.text.contains("e 修改") && !played.text.contains("A 立项"))
    #expect(played.office.effects.allSatisfy { $0 == .source(code: "h26z") || $0 == .look })
  }

  @Test func draftsWaitOnHome() throws {
    let home = try play("Tab Tab Tab Tab", ReviewTests.office())
    #expect(home.text.contains("待核对 4"), "\(home.text)")
    #expect(try play("Tab Tab Tab Tab Enter", ReviewTests.office()).text.contains("核对草稿"))
    #expect(try play("", ReviewTests.office(empty: true)).text.contains("待核对 4"))
  }

  // MARK: What is left to be looked at

  /// Doubts follow their item, go when it is put right, and are counted down; A names those that are left.
  @Test func doubtsAreCountedDown() throws {
    let begin = ReviewTests.open + "j j "
    #expect(try play(begin, ReviewTests.office()).text.contains("存疑 2处"))
    let dated = try play(begin + "e Tab ^U '12月25日前' Enter", ReviewTests.office())
    #expect(dated.text.contains("存疑 1处") && !dated.text.contains("缺“日”字"))
    let all = try play(begin + "e Tab ^U '12月25日前' Tab ^U '保卫科' Enter", ReviewTests.office())
    #expect(!all.text.contains("存疑") && !all.text.contains("?  "), "\(all.text)")
    let asked = try play(begin + "A", ReviewTests.office())
    #expect(asked.text.contains("新增单位：应急办") && asked.text.contains("尚有存疑1处") && asked.text.contains("第6行"))
    #expect(try !play(begin + "e Tab ^U '12月25日前' Enter A", ReviewTests.office()).text.contains("尚有存疑"))
    // An item that is gone takes its doubts along; undo brings both back.
    #expect(try !play(begin + "D y", ReviewTests.office()).text.contains("存疑"))
    #expect(try play(begin + "D y u Enter", ReviewTests.office()).text.contains("存疑 2处"))
  }

  @Test func whatWasLeftOutComesBack() throws {
    let dropped = try play(ReviewTests.open + "j j D y", ReviewTests.office())
    #expect(dropped.text.contains("已去掉（a 取回）") && dropped.text.contains("更新应急预案"))
    #expect(try play(ReviewTests.open + "j j D y A", ReviewTests.office()).text.contains("已去掉1项，不立项"))
    let asked = try play(ReviewTests.open + "j j D y G a", ReviewTests.office())
    #expect(tasks(asked).count == 3 && asked.text.contains("将取回 更新应急预案"))
    let back = try play(ReviewTests.open + "j j D y G a Enter", ReviewTests.office())
    let before = try tasks(play(ReviewTests.open, ReviewTests.office()))[2]
    let after = try #require(tasks(back).dropFirst(2).first)
    #expect(after.id == "h26z-5" && after.stage == .draft && !back.text.contains("已去掉（a 取回）"))
    #expect(after.title == before.title && after.units == before.units && after.deadline == before.deadline)
    #expect(back.selected.contains("更新应急预案"))
    // What was merged is not left out.
    #expect(try !play(ReviewTests.open + "j J J", ReviewTests.office()).text.contains("已去掉（a 取回）"))
  }

  @Test func whatWasMissedIsAdded() throws {
    let keys = "j a '开展一次夜查' Tab '12月10日前' Tab '保卫科、夜班组' Enter"
    let played = try play(ReviewTests.open + keys, ReviewTests.office())
    let task = try #require(tasks(played).first { $0.title == "开展一次夜查" })
    #expect(tasks(played).map(\.id) == ["h26z-1", "h26z-2", "h26z-5", "h26z-3", "h26z-4"])
    #expect(task.stage == .draft && task.sourceLine == 5 && task.deadline.end?.iso == "2026-12-10")
    #expect(task.units.map(\.name) == ["保卫科", "夜班组"] && task.units.map { $0.unit == nil } == [false, true])
    #expect(played.selected.contains("开展一次夜查"))
    // After a split the new half is selected.
    let split = try play(ReviewTests.open + "K '逐项整改' Enter", ReviewTests.office())
    #expect(split.selected.contains("逐项整改") && split.model.screen.selected == .task("h26z-5"))
  }

  /// Doubts go along with what was merged, brought back and split, and count once.
  @Test func doubtsGoAlong() throws {
    let begin = ReviewTests.open + "j j "
    #expect(try play(begin + "J J", ReviewTests.office()).text.contains("存疑 2处"))
    #expect(try play(begin + "D y G a Enter", ReviewTests.office()).text.contains("存疑 2处"))
    #expect(try play(begin + "K '另一半' Enter", ReviewTests.office()).text.contains("存疑 2处"))
    let year = "e Tab Tab Tab Tab ^U '2027' Enter"
    let again = try play("2 G \(year) Enter", ReviewTests.office())
    #expect(again.text.contains("存疑"), "\(again.text)")
  }
}
