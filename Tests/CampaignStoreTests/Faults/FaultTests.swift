import CampaignStore
import Campaigns
import Foundation
import TestSupport
import Testing

/// The store's promise: after any failure and any death, at any moment, with or without a power cut, the store holds
/// exactly what it held before the command or after it, its journal agrees, and the next command goes on from there.
struct FaultTests {
  /// How many lots are drawn for each power cut, as `make faults` says; nil in everyday tests, which draw one and try one
  /// next command for each disk instead of all.
  static let wantedSeeds = ProcessInfo.processInfo.environment["FAULT_SEEDS"].flatMap(Int.init)
  static let seeds = wantedSeeds ?? 1

  @Test(arguments: FaultScenario.all)
  func aCommandHappensOrDoesNot(_ scenario: FaultScenario) throws {
    var trial = try FaultTrial(scenario)
    for step in 0...trial.steps.count {
      for kind in trial.kinds(at: step) { try trial.run(.init(step: step, kind: kind)) }
    }
    #expect(trial.runs > 40)
    if FaultTests.wantedSeeds != nil {
      print("\(scenario.testDescription): \(trial.runs) faults, \(trial.disks) disks, all as promised")
    }
  }
}

/// One command and all that can happen to it.
struct FaultTrial {
  let scenario: FaultScenario
  let disk: SimulatedDisk
  let steps: [(what: String, kind: SimulatedFiles.Step)]
  /// What the store may hold: before and after the command, each followed by nothing or by one of `followers`.
  let states: [[StoreContent]]
  private(set) var runs = 0
  private var seen: Set<Seen> = []
  private let reader = StoreReader()
  var disks: Int { seen.count }

  private struct Seen: Hashable {
    let disk: SimulatedDisk
    let mustHaveHappened: Bool
  }

  /// Commands that come next; they write to different folders, so that nothing is made durable by accident.
  static let followers: [@Sendable (Store) throws -> Void] = [
    addUnit("后来的科室"), { _ = try $0.add(Campaign(code: "z9", title: "后来的方案"), others) },
  ]

  init(_ scenario: FaultScenario) throws {
    self.scenario = scenario
    disk = try scenario.disk()
    let files = SimulatedFiles(disk)
    try scenario.run(Store(path: storePath, files: files))
    steps = files.steps
    states = try [disk, files.disk].map { disk in
      try [StoreContent(disk)] + FaultTrial.followers.map { try StoreContent(FaultTrial.next(disk, $0)) }
    }
    guard states[0][0] != states[1][0] else { throw Wrong("\(scenario.testDescription) changes nothing") }
  }

  func kinds(at step: Int) -> [SimulatedFiles.Fault.Kind] {
    guard step < steps.count else { return [.death] }
    switch steps[step].kind {
    case .look: return [.once(.other), .once(.denied)]
    case .fill:
      return [
        .death, .once(.full), .once(.other), .once(.denied), .fromThenOn(.full), .fromThenOn(.other),
      ]
    case .change: return [.death, .once(.other), .once(.denied), .once(.full), .fromThenOn(.other)]
    }
  }

  /// The command with a fault in it, then the promise.
  mutating func run(_ fault: SimulatedFiles.Fault) throws {
    runs += 1
    let files = SimulatedFiles(disk, fault)
    var failure: (any Error)?
    do { try scenario.run(Store(path: storePath, files: files)) } catch { failure = error }
    let hasSucceeded = failure == nil
    let what = fault.step < steps.count ? steps[fault.step].what : "the end"
    let place = "\(scenario.testDescription), step \(fault.step) (\(what)), \(fault.kind)"
    do {
      try holds(files.disk, hasSucceeded)
    } catch { throw Wrong("\(place), \(failure.map { "\($0)" } ?? "succeeded"): \(error)") }
    for (name, luck) in lucks(fault.step) {
      do {
        try holds(files.disk.afterPowerCut(luck), hasSucceeded)
      } catch { throw Wrong("\(place), then a power cut (\(name)): \(error)") }
    }
  }

  private func lucks(_ step: Int) -> [(String, SimulatedDisk.Luck)] {
    [("nothing more", .nothingMore), ("everything but removals", .everythingButRemovals)]
      + (0..<FaultTests.seeds).map {
        ("seed \($0)", .some(SeededNumbers(seed: UInt64(step * 1_000 + $0))))
      }
  }

  /// The promise for a disk: it is one of the two states, and the next commands go on from there.
  private mutating func holds(_ disk: SimulatedDisk, _ mustHaveHappened: Bool) throws {
    guard seen.insert(Seen(disk: disk, mustHaveHappened: mustHaveHappened)).inserted else { return }
    let content = try reader.content(disk)
    guard let state = states.firstIndex(where: { $0[0] == content }) else {
      throw Wrong("neither before nor after: \(content.differences(from: states.map { $0[0] }))")
    }
    if mustHaveHappened, state == 0 { throw Wrong("succeeded, but is not there") }
    try isAsItWas(disk)
    for (number, follower) in FaultTrial.followers.enumerated()
    where FaultTests.wantedSeeds != nil || (seen.count + number) % 2 == 0 {
      // As long as nobody was told that the command happened, the power going later can still undo it.
      let possible = mustHaveHappened ? [states[1]] : states
      do {
        try goesOn(disk, follower, possible.flatMap { [$0[0], $0[number + 1]] }, states[state][number + 1])
      } catch {
        throw Wrong("\(state == 0 ? "before" : "after"), then command \(number): \(error)")
      }
    }
  }

  /// The next command: it succeeds, lasts, and leaves nothing behind; and where it dies too, the one after it does.
  private func goesOn(
    _ disk: SimulatedDisk, _ follower: @Sendable (Store) throws -> Void, _ possible: [StoreContent],
    _ after: StoreContent
  ) throws {
    let next = try FaultTrial.next(disk, follower)
    try isAsItWas(next)
    for path in next.contents(below: "/home").keys where path.contains("/.duban-new-") {
      throw Wrong("left behind: \(path)")
    }
    for disk in [next, next.afterPowerCut(.nothingMore), next.afterPowerCut(.everythingButRemovals)] {
      let content = try reader.content(disk)
      guard content == after else { throw Wrong("\(content.differences(from: [after]))") }
    }
    // It dies as well, at steps that differ from disk to disk, and the power goes.
    var numbers = SeededNumbers(seed: UInt64(seen.count))
    for _ in 0..<FaultTests.seeds {
      let step = Int.random(in: 0..<60, using: &numbers)
      let files = SimulatedFiles(disk, .init(step: step, kind: .death))
      try? FaultTrial.follow(files, follower)
      for luck in [SimulatedDisk.Luck.everything, .nothingMore, .everythingButRemovals, .some(numbers)] {
        let content = try reader.content(files.disk.afterPowerCut(luck))
        guard possible.contains(content) || states[0][0].isMissing && content.records.isEmpty else {
          throw Wrong("death at step \(step): \(content.differences(from: possible))")
        }
      }
    }
  }

  private static func next(
    _ disk: SimulatedDisk, _ follower: @Sendable (Store) throws -> Void
  ) throws -> SimulatedDisk {
    let files = SimulatedFiles(disk)
    try follow(files, follower)
    return files.disk
  }

  /// A command, after the store was made where there is none.
  private static func follow(_ files: SimulatedFiles, _ follower: @Sendable (Store) throws -> Void) throws {
    let store = Store(path: storePath, files: files)
    if files.disk.file("\(storePath)/store.json") == nil { try create(store) }
    try follower(store)
  }

  /// What is not the store's is as it was.
  private func isAsItWas(_ disk: SimulatedDisk) throws {
    for path in ["/home/other.txt", "\(storePath)/campaigns/.mine"]
    where disk.file(path)?.file.content != self.disk.file(path)?.file.content {
      throw Wrong("\(path) changed")
    }
  }
}

extension StoreContent {
  /// In words, for whoever has to look.
  fileprivate func differences(from others: [StoreContent]) -> String {
    others.map { other in
      var words: [String] = []
      if isMissing != other.isMissing { words.append("missing: \(isMissing)") }
      if settings != other.settings { words.append("settings") }
      if units != other.units { words.append("units at \(units.revision), not \(other.units.revision)") }
      if records != other.records { words.append("\(records.count) records, not \(other.records.count)") }
      for (name, mine, theirs) in [
        ("campaigns", campaigns, other.campaigns), ("archive", archived, other.archived),
      ] where mine != theirs {
        words.append("\(name) \(mine.map { "\($0.code)@\($0.revision)" })")
        if mine.map(\.code) == theirs.map(\.code),
          let pair = zip(mine, theirs).first(where: { $0 != $1 })
        {
          words.append("\(pair.0)\n≠\(pair.1)")
        }
      }
      return words.joined(separator: ", ")
    }.joined(separator: " | ")
  }
}
