import Campaigns
import Foundation
import TerminalFrames
import Testing
import Wording

@testable import Screens

/// What each view is to say, and that it says it at every size: named, beside the golden files, which only show it.
struct ViewTests {
  /// At other sizes than the usual one the same is there: what can be selected, what is, its title, the form with its caret,
  /// the question.
  @Test(arguments: GoldenTests.views.map(\.name), Language.allCases)
  func everySizeShowsTheSame(name: String, language: Language) throws {
    let view = try #require(GoldenTests.views.first { $0.name == name })
    let usual = try play(view.keys, language: language).model
    for size in GoldenTests.sizes {
      let played = try play(view.keys, size: size, language: language)
      let (model, lines, cursor) = (played.model, played.lines, played.cursor)
      #expect(model.screen.place == usual.screen.place && model.screen.selected == usual.screen.selected)
      // Home leaves away what there is no room for.
      if model.screen.place != .home {
        let ids = model.screen.content.items.all.compactMap(\.id)
        #expect(ids == usual.screen.content.items.all.compactMap(\.id), "\(size)")
      }
      #expect(lines[0].contains("2026-11-20") && lines[0].contains(usual.wording.program))
      switch model.overlay {
      case .form(let form):
        for field in form.fields {
          let label = model.wording.label(field.name)
          #expect(lines.contains { $0.dropFirst().hasPrefix(label) }, "\(size): \(label)")
        }
        let focused = model.wording.label(form.fields[form.focus].name)
        let labelled = lines[...cursor.row].lastIndex { $0.dropFirst().hasPrefix(focused) }
        let above = cursor.row - (labelled ?? 0)
        // Below it only in the rows of its own text.
        let isBlank = lines[...cursor.row].suffix(above).allSatisfy { $0.hasPrefix("   ") }
        #expect(labelled != nil && isBlank && cursor.isVisible, "\(size)")
      case .chooser(let chooser):
        #expect(lines.contains { $0.contains(chooser.choices[chooser.selected].text) && $0.hasPrefix(">") })
      case .filter: #expect(lines[cursor.row].hasPrefix(" /") && cursor.isVisible)
      case .confirmation(let confirmation):
        #expect(lines.contains { $0.contains(confirmation.text.prefix(20)) })
      case .help: #expect(played.selected.hasPrefix(">"))
      case nil:
        #expect(lines.last?.hasPrefix(language == .zh ? " ? 帮助" : " ? help") == true)
        let isPage = model.screen.isPage
        #expect(isPage || played.selected.hasPrefix(">") || model.focusedChip != nil, "\(size)")
      }
    }
  }

  /// Words that a view is to hold, in both languages.
  @Test(arguments: [
    ("campaigns", ["26%", "h26b", "2个方案"], ["26%", "h26b", "2 campaigns"]),
    ("campaign-end", ["总结提升阶段  未定日期"], ["总结提升阶段  no dates"]),
    ("campaign-columns", ["今天", "时限原文", "列：时限原文、时限"], ["today", "9月19日前"]),
    ("tasks-sorted", ["58项"], ["58 tasks"]),
    ("urgent", ["13项", "第三支部（2）"], ["13 tasks", "第三支部 (2)"]),
    ("urgent-campaigns", ["h26 党建重点工作推进计划（10）", "分组：方案"], ["h26 党建重点工作推进计划 (10)"]),
    ("urgent-leaders", ["未列明（7）", "纪委书记（2）", "分组：责任领导"], ["not named (7)", "纪委书记 (2)"]),
    ("units", ["43个单位", "应办", "第七支部"], ["43 units", "owes"]),
    ("unit", ["单位 / 党办", "欠办（13）", "应办 19  欠 13"], ["Units / 党办", "Owes (13)", "asked 19  owes 13"]),
    ("overdue", ["督办 / 逾期", "6项"], ["Duban / overdue", "6 tasks"]),
    ("filter", ["/is:overdue", "6项"], ["/is:overdue", "6 tasks"]),
    ("filter-wrong", ["不认识“x”", "58项"], ["58 tasks"]),
    ("number", [">临期 5"], [">due soon 5"]),
    ("add-task", ["2026-12-20前（含当日）", "党办、宣传科", "h26  党建重点工作推进计划"], ["by 2026-12-20"]),
    ("complete-whom", ["还有4个单位未办", "整项办结（y）"], ["4 units are missing"]),
    ("members", ["8/12", "第三支部    逾期 9天   60%"], ["8/12"]),
    ("member", ["#12 2026-11-16 进展 第三支部 60%"], ["why"]),
    ("count-whose", ["第三支部 1/2", "不填即各成员各计一次"], ["each member if empty"]),
    ("rates", ["按牵头单位", "18组"], ["by lead unit"]),
    ("rates-leaders", ["按责任领导", "合计"], ["by leader", "5 groups"]),
    ("target", ["职能科室平均满意率 ≥ 90%"], ["职能科室平均满意率 ≥ 90%"]),
    ("quota", ["已登记1次，本季度 3/2 · u 撤销"], ["quarter 3/2"]),
    ("extend", ["2026-11-27（周五）"], ["2026-11-27"]), ("decide", ["申请延至2026-11-28", "同意"], ["2026-11-28"]),
    ("event", ["“集中督查结束”的日期", "2026-11-23 至 2026-12-10"], ["2026-11-23"]),
  ])
  func whatAViewSays(name: String, chinese: [String], english: [String]) throws {
    let view = try #require(GoldenTests.views.first { $0.name == name })
    for (language, words) in [(Language.zh, chinese), (.en, english)] {
      let text = try play(view.keys, language: language).text
      for word in words { #expect(text.contains(word), "\(word)\n\(text)") }
    }
  }

  @Test func whatStandsWhereThereIsNothing() throws {
    for (keys, chinese, english) in [
      ("", "还没有任务。", "There are no tasks yet."),
      ("2", "还没有方案，按 a 新建，或按 I 导入公文。", "There are no campaigns yet; a adds one, I"),
      ("3", "没有任务。", "There are no tasks."),
      ("4", "没有紧要任务。", "Nothing is urgent."),
      ("5", "还没有承担任务的单位。", "No unit has a task yet."),
    ] {
      #expect(try play(keys, .empty()).text.contains(chinese))
      #expect(try play(keys, .empty(), language: .en).text.contains(english))
    }
    for (keys, chinese, english) in [
      ("3 Enter R", "任务 h26-1 已不在库中。", "Task h26-1 is not in the store any more."),
      ("2 Enter R", "方案 h26 已不在库中。", "Campaign h26 is not in the store any more."),
    ] {
      var office = try Office()
      office.isEmptiedAtReload = true
      #expect(try play(keys, office).text.contains(chinese))
      #expect(try play(keys, office, language: .en).text.contains(english))
    }
  }

  /// What has no day comes last, and by the day before that.
  @Test func sortingIsByDay() throws {
    let model = try play("3 s").model
    let ends = model.screen.content.items.all.compactMap { item -> Day? in
      guard case .task(let id) = item.id else { return nil }
      let row = model.snapshot.row(id: id)
      return row?.task.stage.isOpen == true ? row?.verdict.end : nil
    }
    #expect(ends.count > 20 && ends == ends.sorted())
    #expect(try play("3 s G").selected.contains("待定"))
  }

  /// From 120 columns the detail stands beside the list, below it otherwise, where there is room.
  @Test func theDetailIsBesideOrBelow() throws {
    let beside = try play("4", size: Size(columns: 120, rows: 40)).lines
    let title = try #require(beside.firstIndex { $0.dropFirst(50).contains("h26-30  新媒体宣传阵地清理整顿") })
    #expect(beside[title + 1].contains("为什么"))
    let below = try play("4 i").lines
    let row = try #require(below.firstIndex { $0.hasPrefix(" h26-30  新媒体宣传阵地清理整顿") })
    #expect(row > 12 && below[row + 1].hasPrefix(" 为什么"))
    #expect(try play("4 i", size: Size(columns: 50, rows: 10)).text.contains("放不下详情"))
  }

  /// No file of a view that is gone, or of a size that is not compared any more.
  @Test func everyGoldenFileIsCompared() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let others =
      [
        "gone-task", "gone-campaign", "welcome", "read-only", "read-only-help", "review", "review-edit",
        "review-accept", "review-drop",
      ] + GoldenTests.main.map { "nothing-\($0.name)" }
    var wanted = Set(
      (GoldenTests.views.map(\.name) + others).flatMap { name in
        GoldenTests.sizes(of: name).flatMap { size in
          Language.allCases.map { "\(name).\(size.columns)x\(size.rows).\($0.rawValue).txt" }
        }
      })
    for name in ["small", "small-form", "small-filter"] {
      for size in ["50x10", "20x5", "19x4", "1x1"] { wanted.insert("\(name).\(size).zh.txt") }
    }
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == wanted)
  }
}
