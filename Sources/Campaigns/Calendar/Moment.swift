/// A second in time, written in the civil time of Asia/Shanghai (always UTC+8 since 1991).
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  /// A moment by seconds since 1970-01-01T00:00:00Z.
  package init(seconds: Int) { self.seconds = seconds }

  /// A moment in the form `2026-11-22T09:30:05+08:00` and no other; nil when it is none.
  package init?(iso text: String) {
    let bytes = text.utf8
    guard bytes.count == 25, text.hasSuffix("+08:00"), let day = Day(iso: text.prefix(10)) else { return nil }
    var (clock, index) = ((0, 0, 0), 0)
    for byte in bytes.dropFirst(10).prefix(9) {
      defer { index += 1 }
      switch index {
      case 0: guard byte == UInt8(ascii: "T") else { return nil }
      case 3, 6: guard byte == UInt8(ascii: ":") else { return nil }
      default:
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        if index < 3 {
          clock.0 = clock.0 * 10 + digit
        } else if index < 6 {
          clock.1 = clock.1 * 10 + digit
        } else {
          clock.2 = clock.2 * 10 + digit
        }
      }
    }
    guard clock.0 < 24, clock.1 < 60, clock.2 < 60 else { return nil }
    seconds = day.number * 86_400 + clock.0 * 3_600 + clock.1 * 60 + clock.2 - Moment.offset
  }

  fileprivate static let offset = 8 * 3_600
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

extension Moment: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension Day {
  /// The moment at which the day begins in Asia/Shanghai.
  package var start: Moment { Moment(seconds: number * 86_400 - Moment.offset) }
}
