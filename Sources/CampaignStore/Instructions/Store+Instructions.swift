import Campaigns
import PlacedJSON

extension StoreSettings {
  /// Whether a login may leave instructions and nothing else: by its name or one of its groups.
  package func onlyInstructs(_ account: Account) -> Bool {
    instructors.contains { $0 == account.name || account.groups.contains($0) }
  }
}

/// What was found where instructions wait.
package struct WaitingInstructions: Equatable, Sendable {
  /// A file that is none, and why.
  package struct Flawed: Equatable, Sendable {
    /// Its name.
    package let file: String
    /// What is wrong with it.
    package let flaw: InstructionFlaw
  }

  /// Those that the next writer takes in, the oldest first.
  package var waiting: [WaitingInstruction] = []
  /// Files that are none.
  package var flaws: [Flawed] = []

  /// None.
  package init() {}
}

extension Store {
  /// The folder where whoever may only instruct leaves instructions.
  var instructionFolder: String { "\(path)/\(instructionsName)" }

  /// Bytes that an instruction has at most: twice what a command takes for words, and their escapes.
  private static let longestInstruction = 8 << 20

  /// Refuses whoever may leave instructions and nothing else; a store whose settings cannot be read names nobody.
  func requireWriter(_ context: WriteContext, _ settings: StoreSettings?) throws(StoreError) {
    guard let account = context.account, settings?.onlyInstructs(account) == true else { return }
    throw .onlyInstructs(login: account.name)
  }

  /// Leaves an instruction for a task where the next writer finds it. It needs no lock, and no right to write to anything but that
  /// folder.
  package func leave(
    _ text: String, for task: String, from leader: String? = nil, _ context: WriteContext
  ) throws(StoreError) -> WaitingInstruction {
    let words = try refusing { () throws(Refusal) in try filled(text, .text) }
    let (at, by) = (context.stamp.at, context.stamp.by)
    let from = leader?.filled.flatMap { $0 == by ? nil : $0 }
    var random = SystemRandomNumberGenerator()
    let name = "\(at.iso.prefix(19).filter { $0 != ":" })-\(String(random.next(), radix: 36)).json"
    let left = WaitingInstruction(
      file: name, task: task, text: words, at: at, by: by, leader: from, login: context.login)
    let bytes = left.json.bytes(.indented) + [UInt8(ascii: "\n")]
    if let rehearses = context.rehearses {
      rehearses()
      return left
    }
    do throws(FileFailure) {
      // Whoever holds the lock takes away what writers left unfinished: this is no writer's.
      let temporary = "\(instructionFolder)/.part-\(name)"
      do throws(FileFailure) {
        try files.writeNew(
          temporary, bytes, isDurable: true, mode: 0o644, group: nil, like: temporary)
        try files.rename(temporary, to: "\(instructionFolder)/\(name)", replacing: false)
      } catch {
        try? files.remove(temporary)
        throw error
      }
      try files.syncFolder(instructionFolder)
    } catch {
      guard error.kind == .missing || error.kind == .denied else { throw .file(error) }
      throw .instructionsShut(instructionFolder)
    }
    // It counts from now on, and is no record.
    context.counts([])
    return left
  }

  /// What waits to be taken in.
  package func waitingInstructions(_ settings: StoreSettings) throws(StoreError) -> WaitingInstructions {
    var found = WaitingInstructions()
    let names = try onFiles { () throws(FileFailure) in
      do throws(FileFailure) { return try files.names(in: instructionFolder) } catch {
        guard error.kind == .missing || error.kind == .denied else { throw error }
        return []
      }
    }
    for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let file: OwnedFile
      do throws(FileFailure) {
        file = try files.readOwned("\(instructionFolder)/\(name)", atMost: Store.longestInstruction)
      } catch {
        // Somebody took it in just now.
        if error.kind != .missing { found.flaws.append(.init(file: name, flaw: .unreadable)) }
        continue
      }
      if !settings.onlyInstructs(file.owner) {
        found.flaws.append(.init(file: name, flaw: .stranger(login: file.owner.name)))
      } else if file.isOpenToOthers {
        found.flaws.append(.init(file: name, flaw: .writableByOthers))
      } else if let left = WaitingInstruction(file.bytes, named: name, login: file.owner.described) {
        found.waiting.append(left)
      } else {
        found.flaws.append(.init(file: name, flaw: .unreadable))
      }
    }
    found.waiting.sort { ($0.at, $0.file) < ($1.at, $1.file) }
    return found
  }

  /// Takes what waits into the plans, each as a change of whoever left it. What a plan does not take stays where it is, and is told by
  /// `waitingInstructions` and doctor; it keeps nobody from writing. The lock is held.
  /// - Returns: the end of the journal after it.
  func takeIn(_ settings: StoreSettings, _ writer: Writer) throws(StoreError) -> Journal.End {
    var writer = writer
    guard writer.context.rehearses == nil, !settings.instructors.isEmpty else { return writer.end }
    for left in try waitingInstructions(settings).waiting {
      do throws(StoreError) {
        let (key, file) = ("\(instructionsName)/\(left.file)", "\(instructionFolder)/\(left.file)")
        // What could not be taken away behind it would wait there and stand in the log.
        guard try onFiles({ () throws(FileFailure) in try files.mayReplace(file) }) else { continue }
        // Somebody died between taking it in and taking it away.
        if try record(of: key) == nil {
          writer.end = try takeIn(left, key, writer)
        }
        try onFiles { () throws(FileFailure) in try files.remove(file) }
      } catch {
        // Its own trouble, which is told where it is looked at.
        switch error {
        case .refused, .noCampaign, .damaged, .file: continue
        default: throw error
        }
      }
    }
    return writer.end
  }

  private func takeIn(
    _ left: WaitingInstruction, _ key: String, _ writer: Writer
  ) throws(StoreError) -> Journal.End {
    let (ledger, code, task) = try instructed(left.task)
    let (now, today) = (writer.context.stamp.at, writer.context.today)
    let act = Act.instruct(id: task, text: left.text, from: left.leader)
    let context = WriteContext(
      today: today, stamp: Stamp(at: now, by: left.by), login: left.login, holder: writer.context.holder,
      holidays: writer.context.holidays, key: key)
    let before = try writableCampaign(code)
    // The log tells when it was given, the journal when it was taken in.
    let judge = ledger.judge(today: min(left.at.day, today), years: context.holidays)
    let acting = ActContext(judge: judge, stamp: Stamp(at: min(left.at, now), by: left.by))
    let after = try refusing { () throws(Refusal) in
      try before.change(for: act, acting).applied(to: before)
    }
    let saved = try commit(
      [step(before, stamped(after, context))], Deed(.instruct, onBehalf: act.onBehalf),
      Writer(context: context, lock: writer.lock, end: writer.end))
    return saved.end
  }

  /// The task that an instruction is for, by its id or one that it had; the ledger has its plan.
  func instructed(_ id: String) throws(StoreError) -> (Ledger, code: String, task: String) {
    let named = try ledger(of: id.lastIndex(of: "-").map { [String(id[..<$0])] } ?? [])
    for campaign in named.campaigns {
      if let task = campaign.task(id: id) { return (named, campaign.code, task.id) }
    }
    let all = try ledger()
    guard let (campaign, task) = all.task(formerly: id) else { throw .refused(.unknownTask(id: id)) }
    return (all, campaign.code, task.id)
  }
}

extension WaitingInstruction {
  /// What its file says.
  fileprivate var json: JSONValue {
    var fields: [String: JSONValue] = [
      "format": .integer(1), "task": .string(task), "text": .string(text), "at": .string(at.iso),
      "by": .string(by),
    ]
    if let leader { fields["leader"] = .string(leader) }
    return .object(fields)
  }

  /// An instruction as a file says it; nil where it says none.
  fileprivate init?(_ bytes: [UInt8], named name: String, login: String) {
    do throws(JSONError) {
      let json = try JSONText(bytes).object()
      guard try json.int("format") == 1 else { return nil }
      self.init(
        file: name, task: try json.text("task"), text: try json.text("text"), at: try json.moment("at"),
        by: try json.text("by"), leader: try json.optionalText("leader"), login: login)
    } catch { return nil }
  }
}

/// The folder's name.
let instructionsName = "instructions"
