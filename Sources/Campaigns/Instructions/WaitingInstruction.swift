/// An instruction (批示) that somebody left who may leave no more than that: it waits in a folder of the store until the next
/// writer takes it into its plan.
package struct WaitingInstruction: Hashable, Sendable {
  /// The name of its file.
  package let file: String
  /// The task that it is for.
  package let task: String
  /// The words.
  package let text: String
  /// When it was left.
  package let at: Moment
  /// Who left it.
  package let by: String
  /// The leader, by post, whose words they are, where another left them.
  package let leader: String?
  /// The login that its file belongs to: what the system says, not the file.
  package let login: String

  /// An instruction that waits.
  package init(
    file: String, task: String, text: String, at: Moment, by: String, leader: String?, login: String
  ) {
    (self.file, self.task, self.text, self.at) = (file, task, text, at)
    (self.by, self.leader, self.login) = (by, leader, login)
  }

  /// The same for the task of that id, which it has now.
  func of(_ id: String) -> WaitingInstruction {
    WaitingInstruction(file: file, task: id, text: text, at: at, by: by, leader: leader, login: login)
  }

  /// Whose words they are.
  package var from: String { leader ?? by }
}

/// Why a file among the instructions that wait is none.
package enum InstructionFlaw: Hashable, Sendable {
  /// It belongs to a login that may leave none.
  case stranger(login: String)
  /// Others than its owner may write to it: nobody knows whose words it has.
  case writableByOthers
  /// It cannot be read as one.
  case unreadable
}
