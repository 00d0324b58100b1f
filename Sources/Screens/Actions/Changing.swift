import Campaigns
import Wording

/// What the actions that change a task share.
extension Model {
  /// Whether the rules allow an act on the task that keys act on.
  func changing(_ act: (String) -> Act) -> Availability {
    guard let (row, campaign) = taskAndCampaign else { return noTask }
    do throws(Refusal) {
      _ = try campaign.change(for: act(row.task.id), actContext)
      return .live
    } catch {
      return .disabled(wording.prose(error))
    }
  }

  /// Whether nothing stands in the way of an act on the task that keys act on, whatever is filled in.
  func unless(_ obstacle: (Campaigns.Task, Campaign, ActContext) -> Refusal?) -> Availability {
    guard let (row, campaign) = taskAndCampaign else { return noTask }
    return obstacle(row.task, campaign, actContext).map { .disabled(wording.prose($0)) } ?? .live
  }

  /// The task that keys act on, and its campaign.
  var taskAndCampaign: (row: TaskRow, campaign: Campaign)? {
    guard let task, let campaign = snapshot.ledger.campaign(code: task.code) else { return nil }
    return (task, campaign)
  }

  /// Why nothing can be done where no task is selected.
  var noTask: Availability { .disabled(wording.pick("先选中一项任务", "select a task first")) }

  /// Enough to ask the rules whether an act is allowed; who acts and when is the program's to say.
  private var actContext: ActContext {
    ActContext(judge: snapshot.judge, stamp: Stamp(at: Moment(seconds: 0), by: ""))
  }

  /// Opens a form about the task that keys act on.
  mutating func openForm(_ kind: Form.Kind) -> [Effect] {
    if let id = task?.task.id { open(Form.Purpose(kind, id)) }
    return []
  }

  /// Lets somebody choose.
  mutating func ask(_ chooser: Chooser) -> [Effect] {
    overlay = .chooser(chooser)
    return []
  }
}
