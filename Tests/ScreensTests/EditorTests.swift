import Campaigns
import TestSupport
import Testing
import Wording

@testable import Screens

/// `E` and ^X: a form as text in an editor, and what comes back.
struct EditorTests {
  private func play(
    _ keys: String, _ edits: @Sendable (String) -> String..., language: Language = .zh
  ) throws -> Played {
    var office = try Office()
    office.editing = edits
    return try ScreensTests.play(keys, office, language: language)
  }

  private func titled(_ title: String) -> TaskEdit {
    var edit = TaskEdit()
    edit.title = title
    return edit
  }

  @Test func whatIsWrittenIsSaved() throws {
    let played = try play("4 E") {
      $0.replacing("新媒体宣传阵地清理整顿\n", with: "新媒体阵地清理\n")
        .replacing("[完成标准]\n", with: "[完成标准]\n一是清账号。\n# 不是正文\n\\# 正文\n\\[附]\n")
    }
    let task = try #require(played.office.snapshot.row(id: "h26-30")?.task)
    #expect(task.title == "新媒体阵地清理" && task.standard == "一是清账号。\n# 正文\n[附]")
    #expect(task.deadline.text == "10月21日前" && task.problems == "各科室自建群数量不清。")
    // Every section can be taken out; nothing changes then.
    let empty = try play("4 E") { _ in "# 空\n" }
    let before = try Office().snapshot.row(id: "h26-30")?.task
    #expect(empty.office.snapshot.row(id: "h26-30")?.task == before)
  }

  /// Only what was changed in the editor is: what others changed meanwhile stays.
  @Test func othersChangesStay() throws {
    var office = try Office()
    office.editing = [{ $0.replacing("[完成标准]\n", with: "[完成标准]\n账号清零\n") }]
    office.others = [.editTask(id: "h26-30", titled("改过的名称"))]
    let played = try ScreensTests.play("4 e ~ ^X Enter", office)
    let task = played.office.snapshot.row(id: "h26-30")?.task
    #expect(task?.title == "改过的名称" && task?.standard == "账号清零")
  }

  /// What cannot be read is told with its line; one goes back to the editor, to the form, or out.
  @Test(arguments: [
    ("[时限]\n", "[时现]\n", "第9行：没有[时现]这一栏"), ("[名称]\n", "[名称]\n第一行\n", "“名称”只能写一行"),
    ("[名称]\n", "散文\n[名称]\n", "第5行：这一行不在任何一栏里"), ("[责任人]\n", "[名称] \n", "[名称]写了两次"),
    ("10月21日前\n", "4月31日前\n", "4月没有31日"),
  ])
  func faultsAreTold(old: String, new: String, words: String) throws {
    let before = try Office().snapshot.row(id: "h26-30")?.task
    let asked = try play("4 E") { $0.replacing(old, with: new, maxReplacements: 1) }
    #expect(asked.text.contains(words) && asked.selected.contains("再次编辑"), "\(asked.text)")
    #expect(asked.office.snapshot.row(id: "h26-30")?.task == before)
    // The text that is edited again is the one that was written, with the fault above its line; put right, it is saved.
    let again = try play(
      "4 E Enter", { $0.replacing(old, with: new, maxReplacements: 1) },
      { text in
        #expect(text.contains("#>>> "))
        return text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#>>>") }
          .joined(separator: "\n").replacing(new, with: old, maxReplacements: 1).replacing(
            "[下步计划]\n", with: "[下步计划]\n再清一遍\n")
      })
    let saved = try #require(again.office.snapshot.row(id: "h26-30")?.task)
    #expect(saved.nextSteps == "再清一遍" && saved.title == before?.title && saved.deadline == before?.deadline)
  }

  /// A form that is open goes to the editor and comes back, to be looked at before it is sent off.
  @Test func anOpenFormComesBack() throws {
    let written = try play("4 m '已问' ^X") { $0.replacing("已问\n", with: "已问\n答复在途\n") }
    #expect(written.text.contains("答复在途") && written.office.effects.allSatisfy { !isChange($0) })
    let sent = try play("4 m '已问' ^X Enter") { $0.replacing("已问\n", with: "已问\n答复在途\n") }
    #expect(sent.office.snapshot.row(id: "h26-30")?.task.log.last?.text == "已问\n答复在途")
    let same = try play("4 E")
    #expect(same.model.overlay == nil && same.text.contains("没有改动"))
  }

  private func isChange(_ effect: Effect) -> Bool { if case .act = effect { true } else { false } }

  /// What a form says is read back as it stands, whatever text is in it.
  @Test(arguments: 0..<60) func everyTextComesBack(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var texts: [String] = []
    for _ in 0..<2 {
      let pieces = ["督", "#", "\\", "[", "]", "[名称]", " ", "\n", "：", "a", "#>>> "]
      texts.append(
        (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
          pieces.randomElement(using: &numbers) ?? ""
        }.joined())
    }
    let (first, second) = (texts[0].trimmed, texts[1].trimmed)
    var office = try Office()
    var edit = TaskEdit()
    (edit.standard, edit.problems) = (first, second)
    let act = Act.editTask(id: "h26-30", edit)
    try office.prepare { store, writing in _ = try store.update("h26", act, writing) }
    let before = office.snapshot.row(id: "h26-30")?.task
    office.editing = [{ $0.replacing("[下步计划]\n", with: "[下步计划]\n甲\n") }]
    let after = try ScreensTests.play("4 E", office).office.snapshot.row(id: "h26-30")?.task
    #expect(after?.nextSteps == "甲", "\(first.debugDescription) \(second.debugDescription)")
    #expect(after?.standard == before?.standard && after?.problems == before?.problems)
  }

  /// Sections are told apart by their labels: no form has two of one name.
  @Test(arguments: Form.Kind.allCases) func labelsTellFieldsApart(kind: Form.Kind) {
    for language in Language.allCases {
      let wording = Wording(language)
      let asked: [Form.FieldName] = [.answers, .kind, .members]
      let own = Form.Purpose(kind, "h26-30").form.fields.map(\.name)
      let labels = (own + asked.filter { !own.contains($0) }).map(wording.label)
      #expect(Set(labels).count == labels.count, "\(labels)")
    }
  }

  /// What the fields already hold comes back as it stands: marks of headings further in, text that is longer than anybody types.
  @Test func oddTextsComeBack() throws {
    for text in ["　　[附件]\n # 一", String(repeating: "长", count: 20_001), "\\[附]"] {
      var office = try Office()
      var edit = TaskEdit()
      edit.standard = text
      let act = Act.editTask(id: "h26-30", edit)
      try office.prepare { store, writing in _ = try store.update("h26", act, writing) }
      office.editing = [{ $0.replacing("[下步计划]\n", with: "[下步计划]\n甲\n") }]
      let task = try ScreensTests.play("4 E", office).office.snapshot.row(id: "h26-30")?.task
      #expect(task?.nextSteps == "甲" && task?.standard == text.trimmed, "\(text.prefix(20))")
    }
  }

  /// `E` begins with what the store holds, not with what was typed before; what was written stays until one chooses.
  @Test func nothingElseIsSavedAndNothingIsLost() throws {
    let saved = try play("4 e Tab Tab Tab Tab Tab Tab Tab '一' Esc E") {
      $0.replacing("[下步计划]\n", with: "[下步计划]\n甲\n")
    }
    let task = saved.office.snapshot.row(id: "h26-30")?.task
    #expect(task?.nextSteps == "甲" && task?.number == "五（二）")
    let kept = try play("4 E Esc h Left", { "散文\n" + $0 }, { $0 })
    #expect(kept.selected.contains("再次编辑") && kept.text.contains("请选定一项"))
    // Units that are offered are answered in the form.
    let offered = try play("4 E") { $0.replacing("[牵头单位]\n宣传科", with: "[牵头单位]\n组织科") }
    #expect(offered.text.contains("再按回车新建") && offered.text.contains("类别"), "\(offered.text)")
    let made = try play("4 E Enter") { $0.replacing("[牵头单位]\n宣传科", with: "[牵头单位]\n组织科") }
    #expect(made.office.ledger.units.unit(named: "组织科") != nil)
  }
}
