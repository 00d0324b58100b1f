import CampaignStore
import Campaigns

extension Session {
  /// Whether who runs the program may leave instructions and nothing else.
  func onlyInstructs(_ settings: StoreSettings) -> Bool { settings.onlyInstructs(account()) }

  /// What waits to be taken in. Where nobody may leave instructions, nothing does.
  func waiting(_ settings: StoreSettings) throws(Failure) -> WaitingInstructions {
    guard !settings.instructors.isEmpty else { return WaitingInstructions() }
    return try onStore { store throws(StoreError) in try store.waitingInstructions(settings) }
  }

  /// What waits to be taken in is put beside what was read; what of it is none, or for no task that is there, is answered in prose.
  func showWaiting(in snapshot: inout Snapshot) throws(Failure) -> [String] {
    show(try waiting(snapshot.settings), in: &snapshot)
  }

  func show(_ found: WaitingInstructions, in snapshot: inout Snapshot) -> [String] {
    found.flaws.map { wording.prose($0.flaw, of: "instructions/\($0.file)") }
      + snapshot.show(found.waiting).map { wording.stranded($0) }
  }

  /// Leaves an instruction for tasks where the next writer takes them in: what somebody does who may do no more. That nothing else may
  /// be changed (`--read-only`) does not forbid it.
  func leave(
    _ text: String, for tasks: [String], from leader: String?
  ) throws(Failure) -> [WaitingInstruction] {
    if format.saysNoChange { throw refusal(of: OutputFormat.named) }
    if options.key != nil { throw .noRehearsal(option: "--key", command: "instruct") }
    let context = try writeContext()
    var left: [WaitingInstruction] = []
    for task in tasks {
      left.append(
        try onStore { store throws(StoreError) in try store.leave(text, for: task, from: leader, context) })
    }
    return left
  }
}
