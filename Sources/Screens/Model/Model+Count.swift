import Campaigns
import Wording

extension Model {
  /// Records that one more of the task's quota was done today.
  func count() -> [Effect] {
    guard let row = task else { return [] }
    return [.act(code: row.code, .record(id: row.task.id, OccurrenceReport()))]
  }

  /// Says what was recorded, and how the period stands that it counts in.
  mutating func sayRecorded(_ report: OccurrenceReport, _ task: Campaigns.Task) {
    guard let quota = task.deadline.quota else { return }
    let standing = snapshot.row(id: task.id)?.verdict.quota
    sayDone(wording.recorded(report, standing, quota), "\(task.id)  \(task.title)")
  }
}
