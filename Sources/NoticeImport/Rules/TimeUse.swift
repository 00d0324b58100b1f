import Campaigns

/// Which of the times in a plan's words became the deadline of something, and which did not.
struct TimeUse {
  /// Those that did, by the lines of the words that they stand in.
  private var used: [Int32: Set<String>] = [:]

  /// Notes that a time in some words counts.
  mutating func note(_ reading: TimeReading, _ words: Passage) {
    for line in Set(words.lines) { used[line, default: []].insert(reading.deadline.text) }
  }

  /// The times that would count in a paragraph, each with whether it does and the line where it stands.
  func times(in prose: Prose, _ frame: TimeFrame) -> [(line: Int, time: LineReading.Time)] {
    // A line that is nothing but a time heads others.
    guard prose.words.count > 40 || !CellTime(prose.words).isWhole else { return [] }
    let running = RunningTime(frame: frame)
    var found: [(line: Int, time: LineReading.Time)] = []
    func take(_ reading: TimeReading, _ words: Passage) {
      let text = reading.deadline.text
      // A sentence of several times may have become several tasks.
      let isUsed = Set(words.lines).contains { line in
        used[line]?.contains { $0.contains(text) || text.contains($0) } ?? false
      }
      found.append((words.line, LineReading.Time(text: text, isUsed: isUsed)))
    }
    let labels = prose.labels.filter { $0.kind == .time }
    for label in labels {
      let reading = frame.read(label.value.text, .field)
      if reading.deadline.kind != .none { take(reading, label.value) }
    }
    guard labels.isEmpty else { return found }
    for sentence in prose.sentences where !sentence.isShared {
      guard let reading = running.reading(in: sentence) else { continue }
      switch reading.deadline.kind {
      // What hangs on an event may be any condition: only days that a calendar knows are missed.
      case .none, .event, .standing, .year: continue
      case .date, .xun, .month, .quarter, .range, .recurring: take(reading, sentence.words)
      }
    }
    return found
  }
}
