/// What an act is, beside its case of `Act`: one file an act, with what is filled in, what it changes, its name in the
/// journal, and what undo must know of it. The compiler asks for each of these.
package protocol Acting: Sendable {
  /// Its name in the journal, that of its traits unless it has two.
  var command: JournalCommand { get }
  /// On whose word it is recorded; nil, unless an act says otherwise: of who acts.
  var onBehalf: String? { get }
  /// What the journal, undo and `changes` must know of it.
  static var traits: Act.Traits { get }
}

extension Acting {
  package var command: JournalCommand { Self.traits.command }
  package var onBehalf: String? { nil }
}

/// An act on a plan as a whole.
package protocol PlanAct: Acting {
  /// What it changes. Pure.
  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change
}

/// An act on a task. `TaskAct.obstacle` is asked before anything is filled in, so that a screen can say why it cannot be done,
/// and by the act itself, so that the rule stands once:
///
///     RemindAct.obstacle(for: task, in: campaign, context)  // .nobodyToChase(id: "h26-9")
package protocol TaskAct: Acting {
  /// What it is in the table of stages, which says when it is allowed; nil: at any stage, a draft's included.
  static var move: Move? { get }
  /// Why a task does not allow it, whatever is filled in; nil where it does. Unless an act knows more, its move decides.
  static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal?
  /// Refuses what the task does not allow. Unless what is filled in makes a difference, `refusal` decides.
  func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal)
  /// What it changes, where it is possible. Pure.
  func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change
}

extension TaskAct {
  /// Why it cannot be done to a task, whatever is filled in; nil where it can.
  package static func obstacle(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    campaign.obstacle ?? refusal(for: task, in: campaign, context)
  }

  package static func refusal(for task: Task, in campaign: Campaign, _ context: ActContext) -> Refusal? {
    move.flatMap { task.obstacle(to: $0) }
  }

  package func requirePossible(on task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    try require(no: Self.refusal(for: task, in: campaign, context))
  }
}

/// An act that changes its task and nothing else:
///
///     package struct AcknowledgeAct: OneTaskAct {
///       package static let traits = Act.Traits(.acknowledge, restsOn: .nothing)
///       package static let move: Move? = .report
///
///       package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
///         task.enter(.acknowledged, on: context.today, stamp: context.stamp)
///       }
///     }
package protocol OneTaskAct: TaskAct {
  /// What it makes of the task, where it is possible.
  func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal)
}

extension OneTaskAct {
  package func change(of task: Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    var after = task
    try apply(to: &after, in: campaign, context)
    guard after != task else { throw .nothingToDo(id: task.id) }
    return Change(code: campaign.code, tasks: [Change.Edit(before: task, after: after)])
  }
}

/// An act on the task of an id.
struct OnTask<Deed: TaskAct>: PlanAct {
  let id: String
  let act: Deed
  var command: JournalCommand { act.command }
  var onBehalf: String? { act.onBehalf }
  static var traits: Act.Traits { Deed.traits }

  func change(in campaign: Campaign, _ context: ActContext) throws(Refusal) -> Change {
    guard let task = campaign.task(id: id) else { throw .unknownTask(id: id) }
    try act.requirePossible(on: task, in: campaign, context)
    return try act.change(of: task, in: campaign, context)
  }
}

extension Act {
  /// What the journal, undo and `changes` must know of an act, whatever was filled in.
  package struct Traits: Sendable {
    /// Its name in the journal.
    package let command: JournalCommand
    /// What it goes on from: who changed that before cannot take it back any more.
    package let restsOn: Basis
    /// What can become of tasks by it.
    package let makes: [TaskChange.Kind]

    init(_ command: JournalCommand, restsOn: Basis, makes: [TaskChange.Kind] = []) {
      (self.command, self.restsOn, self.makes) = (command, restsOn, makes)
    }
  }

  /// What an act can rest on. Whatever that is, it rests on what it changes itself, too.
  package enum Basis: Sendable {
    case nothing
    /// How far the task has come.
    case state
    /// Until when it is to be done, and what more time was asked for.
    case deadline
    /// Who was chased before.
    case chases
    /// All of the task, as where it is copied.
    case everything
  }
}
