import CampaignStore
import Campaigns
import TestSupport
import Testing

/// What the next writer makes of a dead one's record is what the dead one would have written, whatever the act was.
struct FinishingTests {
  @Test func whatIsFinishedIsWhatWouldHaveBeenWritten() throws {
    var disk = try FaultScenario(testDescription: "", prepare: prepare, run: { _ in }).disk()
    var edit = TaskEdit()
    (edit.title, edit.addTags) = ("新题目", ["重点"])
    edit.deadline = Deadline(text: "5月30日前", kind: .date, end: today + 29)
    var header = CampaignEdit()
    (header.title, header.year) = ("新题目", 2012)
    let acts: [Act] = [
      .addTask(TaskDraft(title: "丙")), .addPhase(PhaseDraft(name: "第一阶段")),
      .editPhase(id: "p1", name: "第一段", time: nil), .editPhase(id: "p1", name: "第一阶段", time: nil),
      .editTask(id: "h12-1", edit), .editCampaign(header),
      .assign(id: "h12-1", Assignment(add: ["党办", "各支部"], lead: "党办")),
      .report(id: "h12-1", Report(text: "甲", percent: 30)), .note(id: "h12-2", text: "乙"),
      .correct(id: "h12-2", entry: 1, text: "误"), .instruct(id: "h12-1", text: "抓紧", from: "党委书记"),
      .complete(id: "h12-1", CompletionReport(from: "第一支部")),
      .reopen(id: "h12-1", reason: "重办", from: "第一支部"),
      .setTarget(id: "h12-1", TargetDraft(name: "满意率", atLeast: 90)),
      .addReading(id: "h12-1", ReadingReport(target: "满意率", value: 91)),
      .removeTarget(id: "h12-1", name: "满意率"), .setTarget(id: "h12", TargetDraft(name: "参评率", atLeast: 90)),
      .extend(id: "h12-1", ExtensionRequest(until: today + 60, reason: "人员外派")),
      .decide(id: "h12-1", ExtensionDecision(isApproved: true, by: "分管领导")),
      .remind(id: "h12-1", ChaseReport(text: "请抓紧")), .split(id: "h12-1", titles: ["甲", "乙"]),
      .move(id: "h12-1", phase: "第一阶段"), .setEvent(name: "活动结束", EventDays(first: today, last: today + 9)),
      .complete(id: "h12-1", CompletionReport(text: "已办结")),
      .strikeOff(id: "h12-1", reviewer: "督查组", on: nil), .submit(id: "h12-2", text: "请审"),
      .sendBack(id: "h12-2", reason: "不全"), .suspend(id: "h12-2", reason: "待定"),
      .reopen(id: "h12-2", reason: nil), .cancel(id: "h12-2", reason: "不办"), .close(on: nil), .openAgain,
    ]
    let drafts: [Act] = [
      .splitDraft(id: "h13-1", title: "任务"), .merge(id: "h13-3", into: "h13-2"), .drop(id: "h13-2"),
    ]
    for (code, act) in acts.map({ ("h12", $0) }) + drafts.map({ ("h13", $0) }) {
      disk = try finished(disk, "\(act)") { try $0.update(code, act, writing).saved }
    }
    for act: UnitAct in [
      .rename(unit: "监察室", to: "纪检监察室"), .alias(unit: "党办", alias: "党委办公室", removes: false),
      .membership(unit: "第一支部", of: "各支部", leaves: true, on: today),
      .merge(unit: "纪检监察室", into: "党办"),
    ] { disk = try finished(disk, "\(act)") { try $0.updateUnits(act, others).saved } }
    for reversal in [Reversal.undo, .undo, .undo, .redo, .redo] {
      disk = try finished(disk, "\(reversal)") { try $0.perform(reversal, expecting: nil, others)?.saved }
    }
  }

  @Sendable private func prepare(_ store: Store) throws {
    try addUnit("第一支部")(store)
    try addUnit("第二支部")(store)
    _ = try store.updateUnits(
      .add(name: "各支部", kind: .collective, id: nil, aliases: [], members: ["第一支部", "第二支部"], contact: nil),
      writing)
  }

  /// Runs a command; and again, dying behind the record. Answers the disk after it. What the command says it saved, put
  /// into what was there before, is what is there now.
  private func finished(
    _ disk: SimulatedDisk, _ what: String, _ command: (Store) throws -> Saved?
  ) throws -> SimulatedDisk {
    let whole = SimulatedFiles(disk)
    let store = Store(path: storePath, files: SimulatedFiles(disk))
    let before = try store.read()
    do {
      let saved = try #require(try command(Store(path: storePath, files: whole)))
      let store = Store(path: storePath, files: SimulatedFiles(whole.disk))
      let (said, now) = (saved.applied(to: before.ledger), try store.ledger())
      #expect(said.campaigns == now.campaigns && said.units == now.units && said.settings == now.settings)
      let after = saved.applied(to: before)
      #expect(try after.version == store.version(), "\(what)")
      // Who reads on from there reads the same as who reads everything.
      #expect(try store.read(after: after).ledger.campaigns == now.campaigns, "\(what)")
    } catch { throw Wrong("\(what): \(error)") }
    let step = try #require(whole.steps.firstIndex { $0.what.hasPrefix("rename") })
    let dying = SimulatedFiles(disk, .init(step: step, kind: .death))
    #expect(throws: StoreError.self) { try command(Store(path: storePath, files: dying)) }
    let wanted = try StoreContent(whole.disk)
    // As readers see it, and as the next writer, whatever it wants, leaves it on the disk.
    #expect(try StoreContent(dying.disk) == wanted, "\(what)")
    let next = SimulatedFiles(dying.disk)
    #expect(throws: StoreError.self) {
      try Store(path: storePath, files: next).update("h99", .openAgain, others)
    }
    let (left, right) = (next.disk.texts, whole.disk.texts)
    for (path, text) in right where !path.hasSuffix("/.lock") { #expect(left[path] == text, "\(what)") }
    return whole.disk
  }
}

extension SimulatedDisk {
  fileprivate var texts: [String: String] {
    contents(below: storePath).mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
