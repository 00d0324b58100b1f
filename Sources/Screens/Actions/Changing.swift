import Campaigns

/// An action on a task that is worked on.
protocol WorkAction: KeyAction {}

extension WorkAction {
  var group: KeyGroup { .change }
  var presence: Presence { .working }
}

/// What the actions that change a task share.
extension Model {
  /// Whether nothing stands in the way of an act on the task that keys act on, whatever is filled in.
  func unless(_ obstacle: (Campaigns.Task, Campaign, ActContext) -> Refusal?) -> Availability {
    // Whom of several it cannot be done to is said in the form.
    if !screen.marks.isEmpty, overlay == nil { return .live }
    guard let (row, campaign) = taskAndCampaign else { return noTask }
    // Who acts and when is the program's to say.
    let context = ActContext(judge: snapshot.judge, stamp: Stamp(at: Moment(seconds: 0), by: ""))
    return obstacle(row.task, campaign, context).map { .disabled(wording.prose($0)) } ?? .live
  }

  /// Whether the rules allow an act that a key does at once.
  func changing(_ act: (String) -> Act) -> Availability {
    unless { task, campaign, context in
      do throws(Refusal) {
        _ = try campaign.change(for: act(task.id), context)
        return nil
      } catch { return error }
    }
  }

  /// The task that keys act on, and its campaign.
  var taskAndCampaign: (row: TaskRow, campaign: Campaign)? {
    guard let task, let campaign = snapshot.campaign(code: task.code) else { return nil }
    return (task, campaign)
  }

  /// Why nothing can be done where no task is selected.
  var noTask: Availability { .disabled(wording.pick("先选中一项任务", "select a task first")) }

  /// Opens a form about the task that keys act on.
  mutating func openForm(_ kind: Form.Kind) -> [Effect] {
    let marks = marked
    if !screen.marks.isEmpty, kind.takesMarks {
      if marks.isEmpty {
        notice = Notice(
          text: wording.pick(
            "标记的任务都被筛选隐藏了；Esc 清除筛选。", "All that is marked is hidden by the filter; Esc clears it."),
          isAlert: true)
      } else {
        open(Form.Purpose(kind, marks: marks))
      }
      return []
    }
    guard screen.marks.isEmpty else {
      notice = Notice(
        text: wording.pick("这一项只能逐个办理，按 Esc 取消标记。", "That is done to one at a time; Esc unmarks."),
        isAlert: true)
      return []
    }
    if let id = task?.task.id { open(Form.Purpose(kind, id)) }
    return []
  }

  mutating func ask(_ chooser: Chooser) -> [Effect] {
    overlay = .chooser(chooser)
    return []
  }

  /// Asks before something is done: the cursor stands on Cancel, `y` does the first of the choices.
  mutating func ask(_ question: String, _ choices: [Chooser.Choice]) -> [Effect] {
    ask(Chooser(question: question, choices: choices, wording))
  }
}
