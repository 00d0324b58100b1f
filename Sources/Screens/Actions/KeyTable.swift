import TerminalFrames

/// A line of the table of keys.
package struct KeyBinding: Sendable {
  /// What the keys do.
  package let action: any KeyAction
  /// The keys, the one to be shown first, which tells bindings apart.
  package let keys: [Key]

  init(_ action: any KeyAction) {
    self.action = action
    keys = action.keys.split(separator: " ").compactMap { Key(named: String($0)) }
  }
}

/// The one table of keys: the hint bar, help and docs/keys.md are made from it (docs/interface.md).
package enum KeyTable {
  /// Every binding, in the order of help.
  package static let all: [KeyBinding] = actions.map(KeyBinding.init)
  private static let actions: [any KeyAction] =
    [
      CompleteTask(), EnterProgress(), LeaveInstruction(), AddNote(), CountOccurrence(), AskForTime(),
      ChaseUnits(), ChangeStage(), AssignUnits(), TagTask(), AddEntry(), EditItem(), EditInEditor(),
      TakeAway(),
      MergeDrafts(), SplitTask(), MoveElsewhere(),
      AcceptDraft(), ImportFile(), OpenPath(), DateEvent(), EnterTarget(), ReverseCommand(.undo),
      ReverseCommand(.redo),
      FindTasks(), StepToMatch(.forward), StepToMatch(.backward),
    ] + Place.main.indices.map(ShowView.init) + [
      Movement.down, Movement.up, OpenItem(), GoBack(), Movement.pageDown, Movement.pageUp, Movement.halfDown,
      Movement.halfUp, Movement.first, Movement.last, FocusNumber(.forward), FocusNumber(.backward),
      ToggleMark(), MarkRange(), MarkAll(), SortList(), GroupList(), ShowColumns(), ToggleDetail(),
      ShowHelp(), OpenSettings(), ReloadStore(), RedrawScreen(), SuspendProgram(), CancelTyping(),
      CloseView(), QuitProgram(),
    ]

  /// The binding of a key.
  package static func binding(of key: Key) -> KeyBinding? { byKey[key.halfWidth] }

  private static let byKey: [Key: KeyBinding] = Dictionary(
    all.flatMap { binding in binding.keys.map { ($0, binding) } }
  ) { first, _ in first }
}

enum Direction: Sendable {
  case forward, backward
  var step: Int { self == .forward ? 1 : -1 }
}
