import TerminalFrames

/// A metric in Prometheus' text format: its name, what it says, and its values, each with labels.
///
///     Metric("duban_check_status", "…", [([], 2)]).lines  // # HELP …, # TYPE …, duban_check_status 2
struct Metric {
  let name: String
  /// English in either language: what is told twice of one metric must be the same.
  let help: String
  let values: [(labels: [(name: String, value: String)], value: Int)]

  /// A value that may rise and fall, of each set of labels.
  init(_ name: String, _ help: String, _ values: [(labels: [(name: String, value: String)], value: Int)]) {
    (self.name, self.help, self.values) = (name, help, values)
  }

  var lines: [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) gauge"]
      + values.map { labels, value in
        let words = labels.map { "\($0.name)=\"\(Metric.escaped($0.value))\"" }.joined(separator: ",")
        return "\(name)\(words.isEmpty ? "" : "{\(words)}") \(value)"
      }
  }

  /// UTF-8 in every locale, as the format has it.
  static func bytes(_ metrics: [Metric]) -> [UInt8] {
    Array(metrics.flatMap(\.lines).map { $0 + "\n" }.joined().utf8)
  }

  /// A label's value: the format has escapes for three characters, a terminal would obey the others.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { VisibleText.of(String($0)) }.joined(separator: "\\n")
  }
}
