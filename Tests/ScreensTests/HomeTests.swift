import Campaigns
import Screens
import TerminalFrames
import TestSupport
import Testing
import Wording

/// The home screen: what it leaves away, what it counts, whom it names.
struct HomeTests {
  private static let sizes = [
    "120x40", "80x24", "80x16", "60x15", "60x12", "50x10", "20x5", "19x4", "200x60",
  ]

  @Test func theSelectedRowStays() throws {
    let rows = try play("").model.selectableTexts.count
    for row in 0..<rows {
      let steps = [String](repeating: "j", count: row).joined(separator: " ")
      let before = try #require(try play(steps).model.selectedText)
      // What says how many more there are may go where there is room for all.
      guard !before.contains("另有") else { continue }
      for change in ["i", "i i"] + HomeTests.sizes + ["i 1x1 80x24", "i 20x5 80x24", "120x40 60x15 80x24"] {
        let after = try #require(try play("\(steps) \(change)").model.selectedText)
        #expect(after.split(separator: " ").first == before.split(separator: " ").first, "\(row), \(change)")
      }
    }
  }

  @Test func countsAreOfEachTaskOnce() throws {
    let played = try play("")
    let model = played.model
    let counts = model.chipTexts.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(counts.reduce(0, +) == played.office.snapshot.tally.total)
    #expect(model.chipTexts.contains("滞后 \(played.office.snapshot.tally[.behind])"))
    #expect(played.office.snapshot.tally[.behind] > 0)
  }

  @Test func whatLagsIsInSight() throws {
    let snapshot = try Office().snapshot
    let behind = snapshot.rows.filter { $0.part == .behind }.map(\.task.id)
    for id in behind {
      #expect(try play("4", size: Size(columns: 80, rows: 60)).text.contains(id + " "))
      #expect(try play("", size: Size(columns: 80, rows: 60)).text.contains(id + " "))
    }
    for filter in ["is:behind", "is:滞后", "滞后"] {
      let rows = snapshot.rows(matching: try FilterReader.read(filter, .plain))
      #expect(Set(rows.map(\.task.id)).isSuperset(of: behind), "\(filter)")
      if filter != "滞后" { #expect(rows.count == behind.count) }
    }
    // No red or yellow light is left away from what hurts.
    let hurting = snapshot.rows.filter { $0.verdict.light == .red || $0.verdict.light == .yellow }
    #expect(hurting.allSatisfy { [.overdue, .dueSoon, .behind, .short].contains($0.part) })
  }

  @Test func headingsCountTheirRows() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 15), Size(columns: 120, rows: 40)] {
      var left: Int?
      var rows = 0
      for line in try play("", size: size).model.itemTexts + [""] {
        if let heading = line.split(separator: "）").first?.split(separator: "（").last.flatMap({ Int($0) }),
          line.contains("（\(heading)）")
        {
          (left, rows) = (heading, 0)
        } else if line.contains("另有") {
          rows += Int(line.filter(\.isNumber)) ?? 0
        } else if line.isEmpty || line.hasPrefix("批示待复") {
          #expect(left == nil || left == rows, "\(size)")
          left = nil
        } else if left != nil {
          rows += 1
        }
      }
    }
  }

  @Test func laggingUnitsHaveArrears() throws {
    let snapshot = try Office().snapshot
    let lagging = UnitLoad.lagging(snapshot.loads)
    #expect(!lagging.isEmpty)
    for load in lagging { #expect(load.owing.arrears > 0, "\(load.unit.name)") }
    // The table says what they are: no unit is there without a figure.
    for load in lagging {
      #expect([.overdue, .behind, .short, .dueSoon].contains { load.owing[$0] > 0 }, "\(load.unit.name)")
    }
  }

  @Test func readersAreNotToldOfKeysThatChange() throws {
    for keys in ["", "2", "3", "4", "5"] {
      let text = try play(keys, .empty(), isReadOnly: true).text
      #expect(!text.contains("按 a") && !text.contains(" a 新建"), "\(keys)")
    }
    let campaign = Campaign(code: "h26", title: "空", year: 2026)
    let office = try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign]))
    #expect(try play("2 Enter", office).text.contains("按 a 添加"))
    #expect(!(try play("2 Enter", office, isReadOnly: true).text.contains("按 a")))
  }

  @Test func theFilterLanguageIsTheSameEverywhere() throws {
    let snapshot = try Office().snapshot
    let late = snapshot.rows.filter { $0.verdict.condition == .overdue }
    #expect(try play("2 / 'is:overdue' Enter").text.contains("\(Set(late.map(\.code)).count)个方案"))
    let units = Set(
      late.flatMap {
        $0.task.units(in: .lead, snapshot.units).union($0.task.units(in: .supporting, snapshot.units))
      })
    #expect(try play("5 / 'is:逾期' Enter").text.contains("\(units.count)个单位"))
    #expect(try play("2 / 'is:suspended' Enter").text.contains("1个方案"))
    #expect(
      try play("2 / '党费' Enter").text.contains("1个方案"), "no campaign is called so, but one has such a task")
    // Words find what the state column says.
    for (word, condition) in [
      ("逾期", Condition.overdue), ("临期", .dueSoon), ("长期", .standing), ("overdue", .overdue),
      ("standing", .standing),
    ] {
      let rows = snapshot.rows(matching: try FilterReader.read(word, .plain))
      #expect(
        Set(rows.map(\.task.id)).isSuperset(
          of: snapshot.rows.filter { $0.verdict.condition == condition && $0.task.stage != .draft }.map(
            \.task.id)), "\(word)")
      #expect(rows.count < snapshot.rows.count / 2)
    }
    #expect(
      try play("3 / '逾期' Enter").model.taskCount
        == snapshot.rows(matching: FilterReader.read("逾期", .plain)).count)
    #expect(try play("/").text.contains("状态:逾期"))
    #expect(try play("/", language: .en).text.contains("is:overdue"))
  }

  @Test func wordsOfTheScreen() throws {
    #expect(try play("3 / 'is:销号' Enter").lines.contains { $0.contains("已销号") && $0.contains("h26-1 ") })
    #expect(try play("? / '显示列'").text.contains("切换显示列"))
    // A key that is not live says where it is.
    #expect(try play("s").text.contains("在任务列表里可用，如 3、4"))
    #expect(try play("A").text.contains("只在核对草稿时可用：按 2，打开草稿"))
    #expect(try play("2 G Enter p", ReviewTests.office()).text.contains("核对草稿时不可用"))
    #expect(try play("5 G").text.contains("办结率＝办结÷应办"))
    #expect(try play("", .none()).text.contains("> 看演示"))
  }
}
