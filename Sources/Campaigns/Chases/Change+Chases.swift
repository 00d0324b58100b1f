extension Change {
  /// The log entries of chases that it adds to a task.
  package func chases(of id: String) -> [LogEntry] {
    tasks.flatMap { edit -> [LogEntry] in
      guard let after = edit.after, after.id == id else { return [] }
      let known = Set(edit.before?.log.map(\.id) ?? [])
      return after.log.filter { $0.kind.name == .chase && !known.contains($0.id) }
    }
  }
}
