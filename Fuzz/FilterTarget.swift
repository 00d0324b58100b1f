import Campaigns

/// Any text, read as a filter: no trap, and where it can be read, every row is in it or in its opposite.
/// The fuzzer calls this once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFilter(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  guard let filter = try? FilterReader.read(text) else { return 0 }
  let found = Sample.snapshot.rows.map { filter.matches($0, Sample.snapshot.units) }
  precondition(
    Sample.snapshot.rows(matching: filter).count <= found.count(where: \.self), "rows that do not match")

  // The same said in the language. A quotation mark that is left open would take in the bracket, and nothing in
  // brackets is no filter; line breaks keep marks that combine from joining them.
  guard !text.contains("\""), filter != .all else { return 0 }
  let opposite: Filter
  do throws(FilterError) {
    opposite = try FilterReader.read("not (\n" + text + "\n)")
  } catch {
    precondition(error == .tooDeep, "the opposite is refused: \(error)")
    return 0
  }
  for (row, isFound) in zip(Sample.snapshot.rows, found) {
    precondition(opposite.matches(row, Sample.snapshot.units) != isFound, "\(row.task.id) in both or neither")
  }
  return 0
}

/// A task for each stage, with and without day, phase, units and tags.
private enum Sample {
  static let snapshot: Snapshot = {
    var campaign = Campaign(code: "h26", title: "党建工作要点", year: 2026)
    campaign.phases = [Phase(id: "p1", name: "第一阶段")]
    for (index, stage) in Stage.allCases.enumerated() {
      var task = Task(
        id: "h26-\(index)", title: "党员民主评议",
        deadline: Deadline(
          text: "6月底前", kind: .date, start: Day(2026, 1, 5), end: Day(2026, 6, 20 + index),
          thenStanding: index % 4 == 0 ? true : nil), stage: stage)
      task.percent = index % 2 == 0 ? 10 : nil
      task.phase = index % 3 == 0 ? nil : "p1"
      task.tags = index % 2 == 0 ? ["重点"] : []
      task.units = [
        Responsibility(unit: "gezhibu", name: "各支部", role: .lead),
        Responsibility(unit: nil, name: "分管领导", role: .leader),
        Responsibility(unit: "jianchashi", name: "监察室", role: .supporting),
      ]
      campaign.tasks.append(task)
    }
    campaign.tasks.append(Task(id: "h26-长期", title: "整改", deadline: Deadline(text: "长期", kind: .standing)))
    campaign.tasks.append(Task(id: "h26-待定", title: "制定评议办法"))
    let units = UnitRegistry(units: [
      Unit(id: "dangban", name: "党办", kind: .department, aliases: ["党委办公室"]),
      Unit(id: "jianchashi", name: "监察室", kind: .department, mergedInto: "dangban"),
      Unit(id: "zhibu1", name: "第一支部", kind: .branch),
      Unit(id: "gezhibu", name: "各支部", kind: .collective, members: [Unit.Membership(unit: "zhibu1")]),
    ])
    let ledger = Ledger(settings: StoreSettings(), units: units, campaigns: [campaign])
    return Snapshot(ledger, ledger.judge(today: Day(2026, 6, 22) ?? .epoch, years: []))
  }()
}
