import Campaigns
import Wording

extension Model {
  /// Says what was recorded, and how the period stands that it counts in.
  mutating func sayRecorded(_ report: OccurrenceReport, _ task: Campaigns.Task) {
    guard let row = snapshot.row(id: task.id), let words = wording.recorded(report, on: row, snapshot.units)
    else { return }
    sayDone(words, "\(task.id)  \(task.title)")
  }

  /// Says where a target stands that was set or read.
  mutating func sayTarget(_ name: String, _ task: Campaigns.Task) {
    guard let target = task.targets.first(where: { $0.name == name }) else { return }
    sayDone(wording.words(target), "\(task.id)  \(task.title)")
  }

  /// Says what a task was split into.
  mutating func saySplit(_ change: Change) {
    let ids = change.tasks.compactMap { $0.after?.id }
    sayDone(
      wording.pick("已拆成\(ids.count)项", "Split into \(ids.count)"),
      ids.joined(separator: wording.pick("、", ", ")))
  }
}
