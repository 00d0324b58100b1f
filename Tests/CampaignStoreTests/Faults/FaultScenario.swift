import CampaignStore
import Campaigns
import TestSupport
import Testing

/// A command that changes a store, with what was done before it.
struct FaultScenario: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var start = Start.store
  var prepare: @Sendable (Store) throws -> Void = { _ in }
  var run: @Sendable (Store) throws -> Void

  /// What is there at first.
  enum Start {
    /// A folder for a store.
    case nothing
    /// A store to which nothing was done yet.
    case newStore
    /// A store with two plans, a draft and units.
    case store
  }

  /// The disk before the command, with things of other people's on it.
  func disk() throws -> SimulatedDisk {
    var disk = SimulatedDisk()
    _ = disk.setNames(in: "/", ["home": disk.makeFolder()])
    let files = SimulatedFiles(disk)
    try files.writeNew(
      "/home/other.txt", Array("别人的".utf8), isDurable: true, mode: 0o600, group: nil, like: "")
    try files.syncFolder("/home")
    try files.syncFolder("/")
    guard start != .nothing else { return files.disk }
    let store = Store(path: storePath, files: files)
    try create(store)
    guard start != .newStore else { return files.disk }
    try files.writeNew(
      "\(storePath)/campaigns/.mine", [1], isDurable: true, mode: 0o600, group: nil, like: "")
    for unit in ["党办", "监察室"] { try addUnit(unit)(store) }
    for code in ["h11", "h12"] {
      _ = try store.add(Campaign(code: code, title: "工作要点", year: 2011), others)
      _ = try store.update(code, .addTask(TaskDraft(title: "开展承诺活动")), others)
      _ = try store.update(code, .addTask(TaskDraft(title: "组织民主评议")), writing)
    }
    _ = try store.add([plan("新要点")], source: ["新要点"], stage: .draft, code: "h13", others)
    try prepare(store)
    return files.disk
  }

  static let all: [FaultScenario] = [
    FaultScenario(testDescription: "add campaign") {
      _ = try $0.add(Campaign(code: "h14", title: "新方案"), writing)
    },
    FaultScenario(testDescription: "report") {
      _ = try $0.update("h11", .report(id: "h11-1", Report(text: "已开会", percent: 30)), writing)
    },
    FaultScenario(testDescription: "report in a new year") {
      var later = writing
      later.stamp.at = Moment(seconds: 1_400_000_000)
      _ = try $0.update("h11", .report(id: "h11-1", Report(text: "已开会", percent: 30)), later)
    },
    FaultScenario(testDescription: "add task") {
      _ = try $0.update("h12", .addTask(TaskDraft(title: "第三件")), writing)
    },
    FaultScenario(testDescription: "add unit", run: addUnit("工会")),
    FaultScenario(testDescription: "import two plans") {
      _ = try $0.add(
        [plan("甲方案"), plan("乙方案")], source: ["甲方案", "乙方案"], stage: .registered, code: nil, writing)
    },
    // As many as are made durable in one go.
    FaultScenario(testDescription: "import nine plans") {
      let titles = (1...9).map { "方案\($0)" }
      _ = try $0.add(titles.map(plan), source: titles, stage: .registered, code: nil, writing)
    },
    FaultScenario(testDescription: "import a draft") {
      _ = try $0.add([plan("甲方案")], source: ["甲方案"], stage: .draft, code: nil, writing)
    },
    FaultScenario(testDescription: "accept") { _ = try $0.accept("h13", writing) },
    FaultScenario(testDescription: "update plan") { _ = try $0.update("h11", with: "h13", writing) },
    FaultScenario(testDescription: "split") {
      _ = try $0.update("h11", .split(id: "h11-1", titles: ["承诺", "践诺"]), writing)
    },
    FaultScenario(testDescription: "move to another plan") {
      _ = try $0.transfer("h11-1", from: "h11", to: "h12", phase: nil, writing)
    },
    FaultScenario(
      testDescription: "undo of a move",
      prepare: { _ = try $0.transfer("h11-1", from: "h11", to: "h12", phase: nil, writing) },
      run: { _ = try $0.perform(.undo, expecting: nil, writing) }),
    FaultScenario(testDescription: "archive") { try $0.move("h12", toArchive: true, writing) },
    FaultScenario(
      testDescription: "unarchive", prepare: { try $0.move("h12", toArchive: true, others) },
      run: { try $0.move("h12", toArchive: false, writing) }),
    FaultScenario(
      testDescription: "undo", prepare: { _ = try $0.accept("h13", writing) },
      run: { _ = try $0.perform(.undo, expecting: nil, writing) }),
    FaultScenario(
      testDescription: "undo of an archiving", prepare: { try $0.move("h12", toArchive: true, writing) },
      run: { _ = try $0.perform(.undo, expecting: nil, writing) }),
    FaultScenario(
      testDescription: "redo",
      prepare: {
        _ = try $0.add([plan("甲方案")], source: ["甲方案"], stage: .registered, code: nil, writing)
        _ = try $0.perform(.undo, expecting: nil, writing)
      },
      run: { _ = try $0.perform(.redo, expecting: nil, writing) }),
    FaultScenario(
      testDescription: "restore",
      prepare: {
        _ = try $0.backUp(others)
        _ = try $0.update("h11", .report(id: "h11-1", Report(text: "已开会", percent: 30)), writing)
        _ = try $0.update("h11", .addTask(TaskDraft(title: "第三件")), writing)
        try $0.move("h12", toArchive: true, writing)
      },
      run: { _ = try $0.restore(from: "\(storePath)/backups/2011-05-01T121000.tar.gz", others) }),
    FaultScenario(testDescription: "create", start: .nothing, run: create),
    FaultScenario(testDescription: "the first change", start: .newStore) {
      _ = try $0.add(Campaign(code: "h14", title: "新方案"), writing)
    },
  ]
}

@Sendable func create(_ store: Store) throws {
  try store.create(StoreSettings(organisation: "党办"), writing)
}

@Sendable func addUnit(_ name: String) -> @Sendable (Store) throws -> Void {
  { store in
    _ = try store.updateUnits(
      .add(name: name, kind: .department, id: nil, aliases: [], members: [], contact: nil), writing)
  }
}

private func plan(_ title: String) -> DraftPlan {
  var plan = DraftPlan(title: title, line: 1)
  plan.year = 2011
  for number in 1...3 {
    var task = DraftTask(title: "任务\(number)", text: "任务\(number)，由宣传科负责。", line: 1, rule: .namedActor)
    task.leads = ["宣传科"]
    plan.tasks.append(task)
  }
  return plan
}
