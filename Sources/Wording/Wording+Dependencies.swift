import Campaigns

extension Wording {
  /// What must come before a task, and how far that is: h26-3（未办结）.
  func dependencies(of task: Task, in campaign: Campaign?) -> String? {
    guard !task.dependsOn.isEmpty else { return nil }
    return joined(
      task.dependsOn.map { id in
        let state =
          switch campaign?.task(id: id)?.stage {
          case .completed?, .struckOff?: pick("已办结", "completed")
          case .cancelled?: pick("已撤销", "cancelled")
          case nil: pick("不在方案中", "not there")
          default: pick("未办结", "not completed")
          }
        return pick("\(id)（\(state)）", "\(id) (\(state))")
      })
  }

  /// A way that leads back to where it began: h26-1 → h26-3 → h26-1.
  func circle(_ chain: [String]) -> String {
    let way = chain.joined(separator: " → ")
    return pick("前后关系成环：\(way)。", "They would wait for each other: \(way).")
  }
}
