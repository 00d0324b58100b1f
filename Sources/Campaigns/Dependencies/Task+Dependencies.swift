extension Task {
  /// Adds tasks that must come first and takes others away, by their ids.
  /// - Throws: `Refusal` for tasks that are not in the campaign, and where one would wait for itself by a detour.
  mutating func wait(for added: [String], notFor removed: [String], in campaign: Campaign) throws(Refusal) {
    dependsOn.removeAll { removed.contains($0) }
    for other in added where !dependsOn.contains(other) {
      guard campaign.task(id: other) != nil else {
        throw other.hasPrefix(campaign.code + "-")
          ? .unknownTask(id: other) : .otherCampaign(id: id, other: other)
      }
      var graph = campaign.above
      graph[id] = dependsOn + [parent].compactMap(\.self)
      if let chain = graph.chain(from: other, to: id) { throw .circle(chain: [id] + chain) }
      dependsOn.append(other)
    }
  }
}

extension Campaign {
  /// What each task waits for or is part of, by ids: what must not lead back to itself.
  var above: [String: [String]] {
    Dictionary(tasks.map { ($0.id, $0.dependsOn + [$0.parent].compactMap(\.self)) }) { $1 }
  }

  /// What a task waits for: those of its `dependsOn` that are neither completed nor cancelled.
  func unfinished(before task: Task) -> [String] {
    task.dependsOn.filter { id in
      self.task(id: id).map { !$0.stage.isCompleted && $0.stage != .cancelled } ?? false
    }
  }
}

extension [String: [String]] {
  /// The shortest way from one to another, both included; nil where there is none.
  func chain(from start: String, to end: String) -> [String]? {
    var (ways, seen) = ([[start]], Set([start]))
    while !ways.isEmpty {
      var longer: [[String]] = []
      for way in ways {
        guard let last = way.last else { continue }
        if last == end { return way }
        for next in self[last] ?? [] where seen.insert(next).inserted { longer.append(way + [next]) }
      }
      ways = longer
    }
    return nil
  }
}
