/// A second in time, written in the civil time of Asia/Shanghai (always UTC+8 since 1991).
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  /// A moment by seconds since 1970-01-01T00:00:00Z.
  package init(seconds: Int) { self.seconds = seconds }

  /// A moment in the form `2026-11-22T09:30:05+08:00` and no other; nil when it is none.
  package init?(iso text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(iso: parts[0]), parts[1].hasSuffix("+08:00") else { return nil }
    let clock = parts[1].dropLast(6).split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(clock[0]), let minute = Int(clock[1]), let second = Int(clock[2]),
      (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second - Moment.offset
  }

  private static let offset = 8 * 3_600
  private var local: Int { seconds + Moment.offset }

  /// The civil day in Asia/Shanghai; 1970-01-01 for a clock beyond all reason.
  package var day: Day { Day(number: Int((Double(local) / 86_400).rounded(.down))) ?? .epoch }

  /// Hour and minute of the day, `09:30`.
  package var clock: String {
    let inDay = local - day.number * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(inDay / 3_600)):\(two(inDay / 60 % 60))"
  }

  /// `2026-11-22T09:30:05+08:00`.
  package var iso: String {
    let second = (local - day.number * 86_400) % 60
    return "\(day.iso)T\(clock):\(second < 10 ? "0" : "")\(second)+08:00"
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension Moment: Codable {
  /// Reads `"2026-11-22T09:30:05+08:00"`; throws `DecodingError.dataCorrupted` otherwise.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
