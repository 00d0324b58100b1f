import Campaigns
import Screens
import TerminalFrames
import Testing

/// Names that fields take are found as one types them.
struct PickTests {
  private func units(_ played: Played) -> [String] {
    played.office.ledger.campaign(code: "h26")?.tasks.last { $0.title == "专题会" }?.units.map(\.name) ?? []
  }

  private let add = "2 Enter a '专题会' Tab Tab "

  /// By characters, by first letters and whole pinyin, by other names.
  @Test(arguments: [
    ("'宣传'", "宣传科"), ("'xck'", "宣传科"), ("'xuanchuan'", "宣传科"), ("'dangban'", "党办"), ("'db'", "党办"),
    ("'jwjc'", "纪委监察室"),
    ("'disanzhibu'", "第三支部"), ("'dszb'", "第三支部"),
  ])
  func namesAreFound(typed: String, name: String) throws {
    let offered = try play(add + typed)
    #expect(offered.text.contains("Tab 选：\(name)"), "\(offered.text)")
    let taken = try play(add + typed + " Tab Enter")
    #expect(units(taken) == [name], "\(taken.text)")
    // Enter alone takes what only one is read as.
    let alone = units(try play(add + typed + " Enter"))
    #expect(alone == [name] || alone.isEmpty)
  }

  @Test func severalNames() throws {
    #expect(units(try play(add + "'db' Tab '、xck' Tab Enter")) == ["党办", "宣传科"])
    #expect(units(try play(add + "'db' Tab ' ' 'gh' Tab Enter")) == ["党办", "工会"], "spaces part them too")
    // Tab goes on where nothing is begun, or a whole name stands there.
    #expect(try play(add + "'db' Tab Tab").lines.contains { $0.contains("方案编号") })
    // Backspace takes a whole name back, then what parts it from the one before.
    #expect(units(try play(add + "'db' Tab '、xck' Tab BS BS Enter")) == ["党办"])
    #expect(units(try play(add + "'宣传科' BS '工会' Enter")) == ["工会"])
  }

  @Test func goingThrough() throws {
    let first = try play(add + "'zhibu' ^N")
    let second = try play(add + "'zhibu' ^N ^N")
    #expect(first.text != second.text && first.text.contains("支部"))
    #expect(units(try play(add + "'zhibu' ^N ^N ^P Enter")) == units(try play(add + "'zhibu' ^N Enter")))
    // Those with most to do come first.
    #expect(try play(add).text.contains("^N 选：党办"))
  }

  @Test func phasesLeadersAndTasks() throws {
    let keys = "/ 'h26-30' Enter e Tab Tab Tab Tab "
    #expect(
      try play(keys + "^U 'jwsj' Tab Enter").office.snapshot.row(id: "h26-30")?.task.units(in: .leader).map(
        \.name) == ["纪委书记"])
    let phase = try play(keys + "Tab ^U 'dczg' Tab Enter")
    #expect(phase.office.snapshot.row(id: "h26-30")?.phase?.name == "督查整改阶段", "\(phase.text)")
    #expect(try play("4 M Tab 'zjts' Tab Enter").office.snapshot.row(id: "h26-30")?.phase?.name == "总结提升阶段")
  }
}
