import Campaigns
import Screens
import TerminalFrames
import Testing
import Wording

/// Forms: whose words, new units, times that a person types.
struct FormTests {
  // MARK: 批示 recorded for a leader

  @Test func anInstructionIsTheLeaders() throws {
    let played = try play("b '请说明原因' Tab '分管领导' Enter Enter")
    let entry = try #require(played.office.snapshot.row(id: "h26-30")?.task.log.last)
    #expect(entry.leader == "分管领导" && entry.by == "党办干事")
    #expect(played.text.contains("（分管领导，党办干事代录）"))
    #expect(!played.text.contains("批示 分管领导"))
    let own = try play("b '请说明原因' Enter Enter")
    #expect(own.office.snapshot.row(id: "h26-30")?.task.log.last?.leader == nil)
    #expect(own.text.contains("（党办干事）【待回复】"))
    let same = try play("b '请说明原因' Tab '党办干事' Enter")
    #expect(
      same.office.snapshot.row(id: "h26-30")?.task.log.last?.leader == nil, "nobody records for himself")
    #expect(try play("b '请说明原因' Tab '分管领导' Enter Enter", language: .en).text.contains("recorded by"))
  }

  // MARK: Units that there are not yet

  @Test func anEmptyStoreIsNoDeadEnd() throws {
    let start = "2 a '2026年要点' Enter Enter a '专题会' Tab Tab '党办、宣传科'"
    let asked = try play(start + " Enter", .empty())
    #expect(asked.text.contains("没有单位“党办”、“宣传科”，再按回车新建，类别、成员见下。"))
    #expect(asked.office.ledger.units.units.isEmpty)
    #expect(asked.cursor.isVisible && asked.text.contains("专题会"), "the form stays, with the caret in it")
    let made = try play(start + " Enter Enter", .empty())
    #expect(made.office.ledger.units.units.map(\.name) == ["党办", "宣传科"])
    let task = try #require(made.office.snapshot.rows.last?.task)
    #expect(task.units.map(\.name) == ["党办", "宣传科"])
    #expect(task.units.map(\.role) == [.lead, .supporting])
    #expect(made.selected.contains("专题会"))
    // What they are can be said before they are made.
    let branch = try play(start + " Enter Tab '2' Enter", .empty())
    #expect(branch.office.ledger.units.units.map(\.kind) == [.branch, .branch])
    let group = try play("2 Enter a '宣讲' Tab Tab '宣讲团' Enter Tab Tab '党办、宣传科' Enter")
    let made2 = try #require(group.office.ledger.units.unit(named: "宣讲团"))
    #expect(made2.kind == .collective && made2.members.count == 2, "\(group.text)")
    // What is offered is what is made: a changed name is asked for again.
    let changed = try play(start + " Enter BS BS BS '院办' Enter", .empty())
    #expect(changed.text.contains("没有单位“党办”、“院办”") && changed.office.ledger.units.units.isEmpty)
    #expect(
      try play("2 Enter a 'x' Tab Tab '宣传部' Enter").text.contains("没有单位“宣传部”（最接近的是“宣传科”），再按回车新建，类别、成员见下。"))
    #expect(try play("2 Enter a 'x' Tab Tab '宣传部' Enter Esc").office.effects.isEmpty)
  }

  @Test func spacesInNames() throws {
    let units = UnitRegistry(units: [
      Campaigns.Unit(id: "u1", name: "Party Office", kind: .department),
      Campaigns.Unit(id: "u2", name: "党办", kind: .department),
      Campaigns.Unit(id: "u3", name: "Union", kind: .department),
    ])
    let campaign = Campaign(code: "h26", title: "x", year: 2026)
    let office = try Office(
      Ledger(settings: StoreSettings(organisation: nil), units: units, campaigns: [campaign]))
    func asked(_ words: String) throws -> [String] {
      let played = try play("2 Enter a 'x' Tab Tab '\(words)' Enter Enter", office)
      return played.office.snapshot.rows.last?.task.units.map(\.name) ?? []
    }
    #expect(try asked("Party Office") == ["Party Office"])
    #expect(try asked("Party Office, Union") == ["Party Office", "Union"])
    #expect(try asked("党办 Union") == ["党办", "Union"])
    #expect(try asked("新甲科 新乙科") == ["新甲科", "新乙科"])
    #expect(try asked("Supply Office；党办") == ["Supply Office", "党办"])
  }

  // MARK: Times

  @Test func relativeWordsCountFromToday() throws {
    var office = try Office()
    var edit = CampaignEdit()
    edit.issued = Day(iso: "2026-03-02")
    try office.prepare { _ = try $0.update("h26", .editCampaign(edit), $1) }
    // Today is Friday, 2026-11-20.
    for (words, end) in [
      ("下周五", "2026-11-27"), ("下下周", "2026-12-06"), ("下月底前", "2026-12-31"), ("本月底前", "2026-11-30"),
      ("本周内", "2026-11-22"),
      ("下季度", "2027-03-31"), ("12月20日前", "2026-12-20"), ("年底前", "2026-12-31"), ("2026-11-25", "2026-11-25"),
    ] {
      let played = try play("2 Enter a 'x' Tab '\(words)' Enter", office)
      #expect(
        played.office.snapshot.rows.last { $0.task.title == "x" }?.verdict.end == Day(iso: end), "\(words)")
      #expect(!(try play("2 Enter a 'x' Tab '\(words)'", office).text.contains("已过期")), "\(words)")
    }
    for words in ["3月5日前", "2026-11-19", "昨天"] {
      let text = try play("2 Enter a 'x' Tab '\(words)'", office).text
      #expect(text.contains("已过期：2026-") || text.contains("看不懂"), "\(words)")
    }
    #expect(try play("2 Enter a 'x' Tab '3月5日前'", office, language: .en).text.contains("already past"))
  }

  @Test func theCaretStandsInTheFieldAtFault() throws {
    // The row of the caret is that of the field's label.
    for (keys, label) in [
      ("p 'x' Tab Tab '第九科' Enter", "反馈单位"), ("p Tab Tab Enter", "内容"),
      ("2 Enter a Tab 'x' Enter", "时限"),
      ("2 Enter a 'x' Tab '改天' Tab Enter", "时限"), ("2 Enter a 'x' Tab Tab '无此科' Tab Enter", "责任单位"),
      ("2 Enter a 'x' Tab Tab Tab BS Tab Enter", "方案编号"), ("m Enter", "内容"),
    ] {
      let played = try play(keys)
      let wanted = keys.hasSuffix("a Tab 'x' Enter") ? "名称" : label
      #expect(played.lines[played.cursor.row].contains(wanted) && played.cursor.isVisible, "\(keys)")
    }
  }

  // MARK: Small screens

  @Test(arguments: ["50x10", "40x10", "20x5"])
  func smallScreensSayHow(size: String) throws {
    for keys in ["4 j j j d Enter", "?"] {
      #expect(try play("\(size) \(keys)").lines.last?.contains(keys == "?" ? "执行" : "确定") == true)
    }
    #expect(try play("\(size)").lines.last?.hasPrefix(" ? 帮助") == true)
    #expect(try play("\(size) p").lines.last?.hasPrefix(" 回车 保存  Esc 取消") == true)
    let chooser = try play("\(size) 4 j j j d Enter")
    #expect(chooser.selected.contains("取消") && chooser.text.contains("个单位未办"))
    #expect(try play("\(size) ?").selected.contains("/"))
    // No number is opened that is not shown.
    #expect(
      try play("\(size) Tab Enter").text == play("\(size) Enter").text
        || play("\(size) Tab").text.contains("没有数字"))
  }

  @Test func oneLineSaysWhatKeysActOn() throws {
    let chooser = try play("60x4 4 j j j d Enter")
    #expect(chooser.lines[0].hasPrefix("取消  还有"))
    #expect(try play("60x4 4 j j j d Enter j").lines[0].hasPrefix("整项办结（y）"))
    #expect(try play("60x4 ?").lines[0] == "/ 查找：边输入边筛选")
    #expect(try play("60x4 ? / 'zzz' Enter").lines[0] == "没有这样的键。")
    #expect(try play("19x4 p Enter").lines[0].contains("进度"))
  }

  @Test func onlyNumbersThatAreShownTakeTheFocus() throws {
    // On a low screen the numbers have one line; what stands on the second is passed over.
    let size = Size(columns: 80, rows: 16)
    let all = try play("", size: size).model.chipTexts
    for steps in 1...all.count {
      let played = try play([String](repeating: "Tab", count: steps).joined(separator: " "), size: size)
      guard let chip = played.model.focusedChip else { continue }
      #expect(played.lines[1].contains(all[chip]), "\(all[chip])")
    }
    #expect(try play("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab 80x16").model.focusedChip == nil)
  }

  /// What proves a completion stands in the record, also when the task is taken up again.
  @Test func evidenceStaysInTheRecord() throws {
    let played = try play("4 Enter d Tab '签到表' Enter z '签到不全' Tab Right Enter")
    #expect(played.text.contains("凭据：签到表"), "\(played.text)")
    let row = played.office.snapshot.rows.first { $0.task.log.contains { $0.evidence == "签到表" } }
    #expect(row?.task.stage == .inProgress && row?.task.completion == nil)
  }

  // MARK: Units made there and then

  /// A collective and its members are made along with the task that names it; what was typed stays through every question.
  @Test func membersAreMadeThereAndThen() throws {
    let keys = "2 Enter a '联述联评' Tab '12月20日前' Tab '各联合支部' Enter "
    let asked = try play(keys)
    #expect(asked.text.contains("类别      集体") && asked.text.contains("成员"), "\(asked.text)")
    let again = try play(keys + "Tab Tab '东区支部、西区支部' Enter")
    #expect(again.text.contains("没有单位“东区支部”、“西区支部”，再按回车一并新建"), "\(again.text)")
    let made = try play(keys + "Tab Tab '东区支部、西区支部' Enter Enter")
    let units = made.office.ledger.units
    let all = try #require(units.unit(named: "各联合支部"))
    #expect(all.kind == .collective && all.members.count == 2)
    #expect(units.unit(named: "东区支部")?.kind == .branch)
    #expect(made.office.ledger.campaigns[0].tasks.last?.title == "联述联评")
    #expect(try made.office.lastCommand == .addTask)
    // A fault elsewhere takes nothing that was typed away.
    let wrong = try play(keys + "Tab Tab '东区支部（尽快）' Enter")
    #expect(wrong.text.contains("东区支部（尽快）") && wrong.text.contains("集体"))
    // What was refused with Esc is not armed when one comes back.
    let back = try play(keys + "Esc a Enter")
    #expect(back.office.ledger.units.unit(named: "各联合支部") == nil && back.text.contains("再按回车新建"))
  }

  @Test func unitsAreMadeWhereverTheyAreNamed() throws {
    let edited = try play("4 e Tab Tab ^U '组织科' Enter Enter")
    #expect(edited.office.ledger.units.unit(named: "组织科")?.kind == .department)
    #expect(edited.office.snapshot.row(id: "h26-30")?.task.units(in: .lead).map(\.name) == ["组织科"])
    let led = try play("4 f Tab '老干部处' Enter Enter")
    #expect(led.office.snapshot.row(id: "h26-30")?.task.units(in: .lead).map(\.name).contains("老干部处") == true)
    #expect(try play("4 f Tab '宣传科、信息科' Enter").text.contains("只能有一个牵头单位"))
    let added = try play("5 a '各小组' Tab Tab Right Right Right Right Right Tab '甲小组、乙小组' Enter Enter")
    #expect(added.office.ledger.units.unit(named: "各小组")?.members.count == 2, "\(added.text)")
    let undone = try play("5 a '各小组' Tab Tab Right Right Right Right Right Tab '甲小组、乙小组' Enter Enter u Enter")
    #expect(undone.office.ledger.units.unit(named: "甲小组") == nil)
    let joined = try play("5 G e Tab Tab Tab '甲小组' Enter Enter")
    #expect(joined.office.ledger.units.unit(named: "甲小组") != nil, "\(joined.text)")
  }

  // MARK: What is to be known

  /// What is in arrears as soon as it is there says so, and how to count from now on.
  @Test func arrearsAreToldAtOnce() throws {
    let added = try play("2 Enter a '学习例会' Tab '每月一次' Tab '宣传科' Enter")
    #expect(added.text.contains("自期初计已欠"), "\(added.text)")
    let fromNow = try play("2 Enter a '学习例会' Tab '自12月起每月一次' Tab '宣传科' Enter")
    #expect(fromNow.text.contains("已新建任务 · u 撤销"), "\(fromNow.text)")
    var office = try Office()
    try office.take(
      ["某医党〔2026〕12号", "2026年冬季安全工作要点", "", "1、坚持安全例会，每月一次。责任科室：保卫科。"], code: "h26z")
    #expect(try play("2 G Enter A", office).text.contains("自期初计已欠"))
  }

  /// A deadline that is written anew does not move an extension that was approved, and says so.
  @Test func anExtensionGoesOnHolding() throws {
    let extended = "4 Enter x '12月18日' Tab '领导出差' Enter x '1' Tab '分管领导' Enter "
    let form = try play(extended + "e Tab")
    #expect(form.text.contains("已批准延期至2026-12-18，仍以此为准"), "\(form.text)")
    let saved = try play(extended + "e Tab ^U '12月1日前' Enter")
    #expect(saved.text.contains("时限仍为批准延期的2026-12-18"), "\(saved.text)")
  }

  /// What a bulk command did is named by its tasks; cancelling a question says that nothing was done.
  @Test func whatIsUndoneIsNamed() throws {
    let asked = try play("3 / 'is:overdue' Enter Space Space # '重点' Enter u")
    #expect(asked.text.contains("h26-9 支部书记") && asked.text.contains("h26-12"), "\(asked.text)")
    #expect(try play("2 Enter k a '误设' Enter D Enter").text.contains("已取消，未作改动"))
  }

  /// Whose members they are must be plain; days are for later; nothing that was typed is dropped.
  @Test func membersAreNeverDropped() throws {
    let two = "2 Enter a '联评' Tab Tab '甲科、乙科' Enter Tab Tab '丙组' Enter Enter"
    #expect(try play(two).text.contains("不清楚是谁的成员"))
    let dated = "2 Enter a '联评' Tab Tab '各分队' Enter Tab Tab '第一支部（2026-03-01起）' Enter"
    #expect(try play(dated).text.contains("新建时成员不带日期"))
    let known = "2 Enter a '联评' Tab Tab '各分队' Enter Tab Tab '第一支部' S-Tab S-Tab ^U '宣传科' Enter"
    #expect(try play(known).text.contains("成员只在新建集体时填写"))
    let renamed = try play("2 Enter a '联评' Tab Tab '甲科' Enter ^U '各步队' Enter")
    #expect(renamed.text.contains("类别      集体"), "\(renamed.text)")
  }
}
