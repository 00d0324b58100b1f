import Campaigns
import Screens
import TerminalFrames
import Testing
import Wording

/// Every figure equals the rows behind it.
struct TotalsTests {
  /// The demonstration after units were merged that share tasks.
  private func merged() throws -> Office {
    var office = try Office()
    for (from, into) in [("信息科", "宣传科"), ("院办", "党办"), ("人事科", "党办")] {
      try office.prepare { _ = try $0.updateUnits(.merge(unit: from, into: into), $1) }
    }
    return office
  }

  @Test(arguments: [false, true])
  func totalsEqualTheRowsTheyOpen(isMerged: Bool) throws {
    let office = try isMerged ? merged() : Office()
    for start in ["", "2 Enter", "2 j Enter", "3", "4", "5 Enter", "5 j Enter", "5 j j j j j Enter"] {
      let tabs = try play("\(start) Tab", office).model
      for chip in 1...max(1, tabs.chipTexts.count) {
        let script = start + " " + [String](repeating: "Tab", count: chip).joined(separator: " ")
        guard
          let number = Int(
            try play(script, office).model.chipTexts[chip - 1].split(separator: " ").last ?? "")
        else {
          Issue.record("a number without a number")
          continue
        }
        #expect(try play(script + " Enter", office).model.taskCount == number, "\(start), number \(chip)")
      }
    }
  }

  @Test(arguments: [false, true])
  func unitListsEqualTheirPages(isMerged: Bool) throws {
    let office = try isMerged ? merged() : Office()
    let list = try play("5", office, size: Size(columns: 120, rows: 60)).model
    #expect(list.selectableTexts.count > 20)
    for (number, line) in list.selectableTexts.enumerated() {
      let cells = line.split(separator: " ").map(String.init)
      let steps = [String](repeating: "j", count: number).joined(separator: " ")
      let page = try play("5 \(steps) Enter", office).model
      let (headings, ids) = sections(page)
      // 应办、欠、逾期、临期; then what it leads, what of it is open, and supports.
      let unit = try #require(office.snapshot.units.unit(named: cells[0]))
      let led = office.snapshot.rows(matching: .leading(unit.id))
      // A collective owes nothing itself: its members do, and its page counts its tasks.
      let owed = unit.kind == .collective ? "—" : "\(headings["欠办"] ?? 0)"
      #expect(owed == cells[2] && (unit.kind != .collective || headings["欠办"] == nil), "\(line)")
      #expect(led.count == Int(cells[6]) && led.count { $0.task.stage.isOpen } == Int(cells[7]), "\(line)")
      #expect(office.snapshot.count(matching: .supporting(unit.id)) == Int(cells[8]), "\(line)")
      let tasks = ids.dropLast(headings["记录"] ?? 0)
      #expect(Set(tasks).count == tasks.count, "\(line): no row twice")
      // What the page counts, what `missing:` lists and what the list says is one.
      let owing = office.snapshot.rows(matching: .missing(unit.id))
      #expect(owing.map(\.task.id).sorted() == ids.prefix(headings["欠办"] ?? 0).sorted(), "\(line)")
      for (column, part) in [(3, Tally.Part.overdue), (4, .dueSoon)] {
        #expect(owing.count { $0.part == part } == Int(cells[column]), "\(line), \(column)")
      }
    }
  }

  @Test func campaignListsEqualTheirPages() throws {
    let office = try Office()
    for (number, line) in try play("2", office, size: Size(columns: 120, rows: 40)).model.selectableTexts
      .enumerated()
    {
      let steps = [String](repeating: "j", count: number).joined(separator: " ")
      let page = try play("2 \(steps) Enter", office).model
      let figures = line.split(separator: " ").compactMap { Int($0) }
      let rows = office.snapshot.rows.filter { line.hasPrefix($0.code + " ") && $0.task.stage != .draft }
      #expect(page.taskCount == figures[0])
      let parts: [Tally.Part] = [.overdue, .dueSoon, .behind]
      let wanted =
        [rows.count, rows.count { $0.task.stage.isOpen }]
        + parts.map { part in rows.count { $0.part == part } }
      #expect(figures == wanted, "\(line)")
    }
  }

  @Test(arguments: [
    "4", "4 S", "4 S S", "4 S S S", "4 S S S S", "3 S", "3 S S", "2 Enter S", "5 Enter", "5 j Enter",
  ])
  func groupHeadingsCountTheirRows(keys: String) throws {
    let model = try play(keys).model
    let (headings, ids) = sections(model)
    #expect(!headings.isEmpty && headings.values.reduce(0, +) == ids.count)
  }

  @Test func aMergedUnitCountsOnce() throws {
    var units = UnitRegistry(
      units: ["甲", "乙", "丙"].map { Campaigns.Unit(id: $0, name: $0, kind: .department) })
    var campaign = Campaign(code: "h26", title: "合并", year: 2026)
    func task(_ id: String, _ parts: [(String, Role)]) -> Campaigns.Task {
      var task = Task(id: id, title: id, deadline: Deadline(text: "", kind: .date, end: Office.day))
      task.units = parts.map { Responsibility(unit: $0.0, name: $0.0, role: $0.1) }
      return task
    }
    campaign.tasks = [
      task("h26-1", [("甲", .lead), ("乙", .lead)]), task("h26-2", [("甲", .lead), ("乙", .supporting)]),
      task("h26-3", [("乙", .supporting), ("甲", .supporting)]),
      task("h26-4", [("丙", .lead), ("乙", .supporting)]),
    ]
    units = try units.applying(.merge(unit: "乙", into: "甲"))
    let office = try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: units, campaigns: [campaign]))
    let load = try #require(office.snapshot.loads.first)
    #expect((load.tally.total, load.open, load.supporting.total) == (2, 2, 2))
    let page = try play("5 Enter", office).model
    #expect(sections(page).headings == ["欠办": 2, "配合": 2])
    #expect(Set(sections(page).ids).count == 4)
    #expect(
      try play("3", office).lines.allSatisfy { !$0.contains("等2") || $0.contains("丙") }, "甲 and 乙 are one")
  }

  /// Headings with the number that they name, checked against the rows below them, and the ids of all rows.
  private func sections(_ model: Model) -> (headings: [String: Int], ids: [String]) {
    var headings: [String: Int] = [:]
    var ids: [String] = []
    var open: (name: String, number: Int, rows: Int)?
    func close() {
      if let open { #expect(open.number == open.rows, "\(open.name)") }
      open = nil
    }
    for (text, isRow) in zip(model.itemTexts, model.areRows) {
      if isRow {
        ids.append(String(text.split(separator: " ").first ?? ""))
        open?.rows += 1
      } else if text.hasSuffix("）"), let start = text.lastIndex(of: "（"),
        let number = Int(text[start...].dropFirst().dropLast())
      {
        close()
        open = (String(text[..<start]), number, 0)
        headings[String(text[..<start])] = number
      }
    }
    close()
    return (headings, ids)
  }
}
