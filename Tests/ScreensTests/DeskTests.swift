import CampaignStore
import Campaigns
import Screens
import TerminalFrames
import TestSupport
import Testing

/// What the desk tells the screen is what the store holds, whoever else writes there.
struct DeskTests {
  private func opened(_ fault: SimulatedFiles.Fault? = nil) throws -> Office {
    try Office().opened(.zh, DisplayWidth(), isReadOnly: false, fault).office
  }

  private let act = Effect.act(code: "h26", .note(id: "h26-30", text: "已电话询问"))

  private func snapshot(_ messages: [Message]) -> Snapshot? {
    switch messages.first {
    case .saved(_, let snapshot): snapshot
    case .loaded(let snapshot, _): snapshot
    default: nil
    }
  }

  @Test func whatIsShownIsWhatIsThere() throws {
    var office = try opened()
    for effect in [
      act, .addCampaign(title: "安全月方案", documentNumber: nil, year: nil),
      .setEvent(name: "集中督查结束", EventDays(Office.day), code: nil),
      .act(code: "h26", .addTask(TaskDraft(title: "专题会")), newUnits: [UnitDraft(name: "新科")]),
      .transfer(id: "h26-30", from: "h26", to: "h26b", phase: nil),
    ] {
      guard let shown = snapshot(office.perform(effect))?.ledger else { continue }
      let there = office.ledger
      #expect(shown.campaigns == there.campaigns && shown.units == there.units)
      #expect(shown.settings == there.settings)
      #expect(office.perform(.look).isEmpty, "nothing is read again")
    }
    #expect(office.ledger.campaigns.map(\.code) == ["h26", "h26b", "h26c"])
  }

  /// Somebody else writes and nobody looked yet: what is saved is shown at once, the other change at the next look.
  @Test func othersAreSeenAtTheNextLook() throws {
    var office = try opened()
    try office.prepare { _ = try $0.update("h26b", .note(id: "h26b-1", text: "督查组来电"), $1) }
    let shown = try #require(snapshot(office.perform(act)))
    #expect(shown.row(id: "h26-30")?.task.log.last?.text == "已电话询问")
    #expect(shown.row(id: "h26b-1")?.task.log.last?.text != "督查组来电")
    #expect(snapshot(office.perform(.look))?.ledger.campaigns == office.ledger.campaigns)
    #expect(office.perform(.look).isEmpty)
  }

  /// Only what others changed is read.
  @Test func aLookReadsWhatChanged() throws {
    var office = try opened()
    try office.prepare { _ = try $0.update("h26b", .note(id: "h26b-1", text: "督查组来电"), $1) }
    let before = office.steps.count
    _ = office.perform(.look)
    let read = office.steps[before...].map(\.what).filter { $0.hasPrefix("read ") && $0.hasSuffix(".json") }
    #expect(read == ["read \(Office.path)/campaigns/h26b.json"])
  }

  /// In the same campaign it is seen at once: that is read afresh before it is changed.
  @Test func othersChangesOfTheSameStay() throws {
    var office = try opened()
    try office.prepare { _ = try $0.update("h26", .note(id: "h26-1", text: "督查组来电"), $1) }
    #expect(snapshot(office.perform(act))?.ledger.campaigns == office.ledger.campaigns)
    #expect(office.perform(.look).isEmpty)
  }

  /// A record that is durable counts, though its files could not be put in their places.
  @Test func whatIsUnfinishedIsNotSentAgain() throws {
    var trial = try opened()
    _ = trial.perform(act)
    let step = try #require(trial.steps.lastIndex { $0.what.hasPrefix("rename") })
    var office = try opened(.init(step: step, kind: .fromThenOn(.other)))
    let messages = office.perform(act)
    guard case .saved(.recorded, let shown?)? = messages.first else {
      Issue.record("\(messages)")
      return
    }
    #expect(shown.row(id: "h26-30")?.task.log.last?.text == "已电话询问")
  }

  /// What was not saved stays in its form, with the reason.
  @Test func aFullDiskKeepsTheForm() throws {
    var (office, model) = try Office().opened(
      .zh, DisplayWidth(), isReadOnly: false, .init(step: 0, kind: .fromThenOn(.full)))
    for event in try #require([Event](script: "m '已电话询问' Enter")) {
      var messages = [Message.event(event)][...]
      while let message = messages.popFirst() {
        for effect in model.update(message) { messages += office.perform(effect) }
      }
    }
    #expect(model.frame.lines.joined().contains("已电话询问") && model.frame.lines.joined().contains("磁盘"))
    #expect(model.unsent.count == 1)
  }
}
