import Campaigns

extension JSONRecord {
  /// An instruction that waits to be taken into its plan.
  package init(_ left: WaitingInstruction) {
    self = [
      "task": left.task, "text": left.text, "at": left.at.iso, "by": left.by, "from": left.from,
      "login": left.login, "file": left.file,
    ]
  }
}
