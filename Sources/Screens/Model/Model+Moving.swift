extension Model {
  /// Follows a task that got another id in another plan, and says so.
  mutating func followed(_ old: String, to new: String) {
    for place in stack.indices {
      switch stack[place].place {
      case .task(old): stack[place] = ScreenState(.task(new))
      case .members(old): stack[place] = ScreenState(.members(new))
      case .member(old, let unit): stack[place] = ScreenState(.member(task: new, unit: unit))
      default: if stack[place].selected == .task(old) { stack[place].selected = .task(new) }
      }
    }
    sayDone(
      wording.pick("已移动", "Moved"), "\(old) → \(new)  \(snapshot.row(id: new)?.task.title ?? "")")
  }
}
