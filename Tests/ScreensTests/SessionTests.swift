import Campaigns
import Screens
import TerminalFrames
import TestSupport
import Testing
import Wording

/// Whole sessions, typed.
struct SessionTests {
  // MARK: The eight things that a newcomer is asked to do

  @Test func whatIsOverdueInAUnit() throws {
    let played = try play("5 Enter")
    #expect(played.text.contains("单位 / 党办"))
    #expect(played.selected.contains("逾期 9天"))
    let filtered = try play("/ 'is:overdue unit:党办' Enter")
    #expect(filtered.text.contains("筛选：is:overdue unit:党办"))
    #expect(filtered.lines.filter { $0.contains("逾期 ") && $0.contains("h26") }.count >= 2)
  }

  @Test func whyItIsRed() throws {
    #expect(try play("Enter").text.contains("为什么  时限“10月21日前”即2026-10-21（含当日），今天2026-11-20，未办结，逾期30"))
  }

  @Test func completing() throws {
    let played = try play("d Enter")
    let task = try #require(played.office.snapshot.row(id: "h26-30"))
    #expect(task.task.stage == .completed)
    #expect(played.text.contains("已办结 · u 撤销  h26-30"))
    #expect(played.selected.contains("h26-35"), "the next task is selected")
    #expect(!played.text.contains("h26-30   "))
  }

  @Test func completingForAMember() throws {
    let one = try play("4 j j j d Tab Tab '第三支部' Enter")
    #expect(one.text.contains("已登记第三支部办结 · u 撤销  h26-9"))
    #expect(one.office.snapshot.row(id: "h26-9")?.task.stage.isOpen == true)
    #expect(one.selected.contains("9/12"))
    let whole = try play("4 j j j d Enter y")
    #expect(whole.office.snapshot.row(id: "h26-9")?.task.completion?.missing.count == 4)
    #expect(try play("4 j j j d Esc").office.effects == [])
    // Nobody is passed over without being asked about.
    #expect(try play("4 j j j d Enter Enter").office.effects == [])
  }

  @Test func reportingSixtyPerCent() throws {
    let played = try play("p Tab '60' Enter")
    let row = try #require(played.office.snapshot.row(id: "h26-30"))
    #expect(row.task.percent == 60)
    #expect(row.task.log.last?.text == "进度60%")
    #expect(played.selected.contains("60%"))
    #expect(
      try play("p '已清理' Tab '６０％' Enter").office.snapshot.row(id: "h26-30")?.task.log.last?.text == "已清理")
  }

  @Test func findingByWords() throws {
    let played = try play("/ '廉政风险' Enter Enter")
    #expect(played.text.contains("h26-17"))
    #expect(played.text.contains("为什么"))
  }

  @Test func anInstruction() throws {
    let played = try play("b '请宣传科说明原因' Enter")
    let entry = try #require(played.office.snapshot.row(id: "h26-30")?.task.log.last)
    #expect(entry.kind == .instruction())
    #expect(entry.text == "请宣传科说明原因")
    #expect(played.text.contains("已留批示 · u 撤销  h26-30"))
  }

  // MARK: Going about

  @Test func escapeNeverLeaves() throws {
    let played = try play("Esc Esc Esc h h ^C")
    #expect(played.ending == .hungUp)
    #expect(played.text.contains("督办 / 总览"))
    #expect(try play("q").ending == .quit)
    #expect(try play("4 q").ending == .hungUp)
    #expect(try play("4 q q").ending == .quit)
    #expect(try play("4 Enter Q").ending == .quit)
  }

  @Test func fullWidthKeysAct() throws {
    #expect(try play("４ ｊ").selected == play("4 j").selected)
    #expect(try play("？").text == play("?").text)
    #expect(try play("／ '党办'").text == play("/ '党办'").text)
  }

  @Test func selectionIsKeptByID() throws {
    let before = try play("3 j j j j j j j j").selected.prefix(8)
    for keys in ["s", "s s", "60x15", "60x15 120x40", "S S", "~", "R", "o o"] {
      #expect(try play("3 j j j j j j j j \(keys)").selected.hasPrefix(before), "\(keys)")
    }
  }

  @Test func filterFollowsTyping() throws {
    let typing = try play("3 / '党费'")
    #expect(typing.text.contains("1项"))
    #expect(typing.cursor.isVisible)
    #expect(typing.cursor == Frame.Cursor(row: 22, column: 6, isVisible: true))
    #expect(try play("3 / '党费' Esc").text.contains("58项"))
    #expect(try play("3 / '党费' Enter Esc").text.contains("58项"))
    #expect(try play("/ '党费' Esc").text.contains("督办 / 总览"), "Esc goes back to where one was")
    #expect(try play("3 / '党费' Enter Esc n").selected.contains("党费"), "n finds it again")
    #expect(try play("2 / '安全' Enter").text.contains("1个方案"))
    #expect(try play("5 / '支部' Enter").text.contains("13个单位"), "members of collectives are found by name")
    #expect(try play("3 / 'is:o' Enter").text.contains("不认识"))
    // Enter does not take a name that nothing has, and says so until something else is typed.
    #expect(try !play("3 / '单位:没有的' Enter BS").text.contains("没有叫"))
    #expect(try play("3 / '单位:没有的' Enter").text.contains("没有叫“没有的”的单位"))
    #expect(try !play("3 / '单位:党办 逾期 安全'").text.contains("没有叫"))
    #expect(
      try play("3 / 'unit:党办 is:o'").text.contains("25项"), "what is not finished does not empty the list")
  }

  @Test func stepsThroughTasks() throws {
    #expect(try play("4 Enter n").text.contains("h26-35"))
    #expect(try play("4 Enter n n N Esc").selected.contains("h26-35"))
  }

  @Test func helpRunsKeys() throws {
    #expect(try play("? / '5' Enter Enter").text.contains("督办 / 单位"))
    #expect(try play("? 5").text.contains("督办 / 单位"))
    #expect(try play("? Esc").text.contains("滞后单位"))
    #expect(try play("? / 'zzz'").text.contains("没有这样的键"))
    // What can be typed behind `/` is found there too: every key and every `is:`.
    let filters = try play("? G", size: Size(columns: 80, rows: 60)).text
    for words in FilterKey.allCases.map({ $0.chinese[0] + ":" }) + FilterWord.states.compactMap(\.zh) {
      #expect(filters.contains(words), "\(words)")
    }
    #expect(try play("? / '批示待复'").text.contains("批示待复  待前项"))
    // What is not seen is not run, and what is selected at first changes nothing.
    for keys in [
      "? Enter", "? w w w Enter Enter", "? / 'zzz' Enter Enter", "? / '办结' BS BS 'zzz' Enter Enter",
      "? / 'zzz' Esc Enter",
    ] {
      #expect(try play(keys).office.effects.isEmpty, "\(keys)")
    }
  }

  @Test func keysSayWhyTheyDoNothing() throws {
    #expect(try play("w").text.contains("w 键在此无作用"))
    #expect(try play("2 d").text.contains("先选中一项任务"))
    #expect(try play("3 d").text.contains("的任务不能办结"))
    #expect(try play("3 d").office.effects.isEmpty)
  }

  // MARK: Others, and the end of the line

  @Test func othersChangesDoNotDisturb() throws {
    var office = try Office()
    office.others = [
      .report(id: "h26-35", Report(text: "收齐", percent: 90)), .complete(id: "h26-30", CompletionReport()),
    ]
    let typing = try play("4 j b '请加' ~ '快'", office)
    #expect(typing.text.contains("请加快"))
    #expect(typing.cursor.isVisible)
    #expect(typing.text.contains("90%"))
    let after = try play("4 j ~ ~", office)
    #expect(after.selected.contains("h26-35"), "the place is kept")
    #expect(!after.text.contains("h26-30"))
    let filtering = try play("3 / '党' ~", office)
    #expect(filtering.text.contains("/党"))
  }

  @Test func aHangUpKeepsWhatIsTyped() throws {
    let played = try play("4 b '请宣传科'")
    #expect(played.ending == .hungUp)
    let draft = try #require(played.model.unsent.first)
    #expect(draft.draft.form == "instruct h26-30")
    let again = try #require(Form(draft.draft))
    let resumed = try play("", drafts: [again])
    #expect(resumed.text.contains("上次写到一半的内容已保留"))
    #expect(
      try play("b '说明' Enter", drafts: [again]).office.snapshot.row(id: "h26-30")?.task.log.last?.text
        == "请宣传科说明")
    #expect(try play("b '说明' Enter", drafts: [again]).model.unsent.isEmpty)
  }

  @Test func aKeptTextSaysSoAndCanBeEmptied() throws {
    #expect(try play("p '6' Tab '已清' Esc p").text.contains("上次未保存的内容 · ^U 清空  登记进展  h26-30"))
    #expect(!(try play("p '6'").text.contains("上次未保存")))
    let emptied = try play("p '6' Tab '已清' Esc p Tab ^U")
    #expect(!emptied.text.contains("已清") && !emptied.text.contains("上次未保存"))
    #expect(emptied.model.unsent.isEmpty)
    #expect(
      try play("2 Enter a 'x' Esc a ^U '专题会' Enter").office.ledger.campaigns[0].tasks.last?.title == "专题会")
    // What its task or campaign is gone with is let go.
    let gone = [
      Form(FormDraft(form: "note h26-999", texts: ["text": "无主"])),
      Form(FormDraft(form: "addTask h99", texts: ["title": "无主"])),
    ]
    let played = try play("", drafts: gone.compactMap(\.self))
    #expect(!played.text.contains("已保留") && played.model.unsent.isEmpty)
    let office = try Office()
    var model = Model(Model.Setting(wording: Wording(.zh)), office.snapshot, flaws: ["h99.json 读不出"])
    model.resume(gone.compactMap(\.self))
    #expect(model.unsent.count == 2, "a damaged file may come back")
  }

  @Test func controlCCancelsAndSaysHowToLeave() throws {
    for keys in ["b", "b '请'", "/", "/ '党'", "4 j j j d", "?", "? / 'x'"] {
      let played = try play(keys + " ^C")
      #expect(played.text.contains("按 Q 退出程序"), "\(keys)")
      #expect(!played.cursor.isVisible && played.office.effects.isEmpty, "\(keys)")
    }
    #expect(try play("b '请' ^C b").text.contains("请"))
  }

  @Test func nobodySavesTwice() throws {
    let office = try Office()
    var model = Model(Model.Setting(wording: Wording(.zh)), office.snapshot)
    let campaign = try #require(office.ledger.campaigns.first { $0.code == "h26" })
    let act = Act.note(id: "h26-30", text: "已收")
    let stamp = Stamp(at: Moment(seconds: 1_795_000_000), by: "党办干事")
    let change = try campaign.change(
      for: act, ActContext(judge: office.snapshot.judge, stamp: stamp))
    for key in [Key.character("m"), .character("收"), .enter] { _ = model.update(.event(.key(key))) }
    // What was saved is told before that it cannot be read again.
    _ = model.update(.saved(.acted(act, change), nil))
    _ = model.update(.failed("读不出台账库"))
    #expect(model.frame.lines.joined().contains("读不出台账库"))
    #expect(model.update(.event(.key(.enter))).isEmpty)
  }

  @Test func damagedFilesAreCounted() throws {
    let office = try Office()
    let model = Model(Model.Setting(wording: Wording(.zh)), office.snapshot, flaws: ["甲", "乙", "丙"])
    #expect(model.frame.lines.joined().contains("3个文件有问题，其一：甲"))
  }

  @Test func walkingWhileFilteringLeavesTheNumbers() throws {
    #expect(try play("3 Tab / '党' Down Enter Enter").text.contains("为什么"))
  }

  @Test func escapeKeepsTheTextForLater() throws {
    let played = try play("b '请说明' Esc j k b")
    #expect(played.text.contains("请说明"))
    #expect(try play("b Esc").model.unsent.isEmpty)
  }

  @Test func aFailureKeepsTheForm() throws {
    let none = try play("p Enter")
    #expect(none.text.contains("进度和内容至少填一项"))
    #expect(try play("p Tab '101'").text.contains("进度 %须为 0 至 100"))
    let letters = try play("p Tab '6x0'")
    #expect(letters.text.contains("进度 %    60 "), "digits only: x is refused and the field goes on")
    #expect(try play("p Tab '6x'").text.contains("进度 %须为 0 至 100"))
    #expect(try play("p Tab '60' Tab '第九科' Enter").text.contains("没有单位“第九科”"))
    #expect(try play("m Enter").text.contains("请填写内容"))
  }

  @Test func adding() throws {
    let played = try play("2 Enter a '专题会' Tab '12月20日前' Tab '党办、宣传' Enter")
    let row = try #require(played.office.snapshot.rows.last { $0.task.title == "专题会" })
    #expect(row.verdict.end == Day(iso: "2026-12-20"))
    #expect(row.task.units.map(\.name) == ["党办", "宣传科"])
    #expect(played.selected.contains("专题会"))
    #expect(try play("2 Enter a 'x' Tab '改天' Enter").text.contains("看不懂时限“改天”"))
    let campaign = try play("2 a '安全月方案' Tab '某医〔2026〕1号' Enter")
    #expect(campaign.selected.contains("安全月方案"))
    #expect(
      campaign.office.effects == [.addCampaign(title: "安全月方案", documentNumber: "某医〔2026〕1号", year: nil)])
  }

  @Test func pastingIsNoCommand() throws {
    var office = try Office()
    var model = Model(Model.Setting(wording: Wording(.zh)), office.snapshot)
    var terminal = ScriptedTerminal(
      size: Size(columns: 80, rows: 24),
      events: [.paste("dQq"), .key(.character("b")), .paste("请\n说明\u{1B}[31m"), .key(.enter)])
    let ending = model.run(on: &terminal) { office.perform($0) }
    #expect(ending == .hungUp)
    #expect(office.snapshot.row(id: "h26-30")?.task.log.last?.text == "请\n说明\u{1B}[31m")
    #expect(terminal.frames.allSatisfy { $0.lines.allSatisfy { !$0.contains("\u{1B}") } })
  }

  @Test func readOnlyShowsNoChange() throws {
    for keys in ["", "2", "2 Enter", "3", "4", "4 Enter", "5", "?"] {
      let text = try play(keys, isReadOnly: true).text
      for word in ["d 办结", "p 进展", "b 批示", "a 新建", "登记进展", "加备注"] {
        #expect(!text.contains(word), "\(keys): \(word)")
      }
    }
    for key in ["d", "p", "m", "b", "a"] {
      let played = try play(key, isReadOnly: true)
      #expect(played.office.effects.isEmpty)
      #expect(played.text.contains("当前为只读"))
    }
  }

  @Test func theFirstRunOffers() throws {
    #expect(try play("Enter", .none()).office.effects == [.makeStore(.demonstration)])
    #expect(try play("j Enter", .none()).text.contains("还没有任务"))
    #expect(try play("G Enter", .none()).ending == .quit)
    #expect(try play("q", .none()).ending == .quit)
  }

  @Test func suspending() throws {
    var model = Model(Model.Setting(wording: Wording(.zh)), try Office().snapshot)
    var terminal = ScriptedTerminal(
      size: Size(columns: 80, rows: 24), events: [.key(.control("z")), .suspend, .key(.character("Q"))])
    var effects: [Effect] = []
    let ending = model.run(on: &terminal) {
      effects.append($0); return []
    }
    #expect(ending == .quit)
    #expect(terminal.suspensions == 2)
    #expect(effects == [.look, .look], "what others did meanwhile is read")
  }
}
