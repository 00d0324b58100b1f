extension Change {
  /// The log entries of chases that it adds to a task.
  package func chases(of id: String) -> [LogEntry] {
    newEntries(of: id).filter { $0.kind.name == .chase }
  }
}
