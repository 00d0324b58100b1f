extension Target {
  /// Whether the last reading is above the one before it.
  package enum Trend: String, Encodable, Sendable { case rising, falling, level }

  /// Readings by their days; those of one day as they were recorded.
  package var ordered: [Reading] {
    readings.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// The reading that counts: the last one.
  package var last: Reading? { ordered.last }

  /// Whether the last reading reaches it; nil without one.
  package var isPassed: Bool? { last.map { $0.value >= atLeast } }

  /// Where it tends; nil with less than two readings.
  package var trend: Trend? {
    let last = ordered.suffix(2)
    guard last.count == 2, let before = last.first, let now = last.last else { return nil }
    return now.value > before.value ? .rising : now.value < before.value ? .falling : .level
  }
}

extension Task {
  /// Whether the last reading of one of its targets does not reach it. What was given up is not asked any more.
  package var isFailing: Bool {
    stage != .draft && stage != .cancelled && targets.contains { $0.isPassed == false }
  }
}
