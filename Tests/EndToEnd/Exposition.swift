import Foundation

/// Prometheus' text format, read as strictly as its specification allows: what a page has that is wrong is thrown.
struct Exposition {
  struct Family {
    var help: String?
    var type: String?
    var samples: [(labels: [String: String], value: Double)] = []
  }

  struct Malformed: Error { let line: String, why: String }

  private(set) var families: [String: Family] = [:]

  init(_ text: String) throws {
    guard text.isEmpty || text.hasSuffix("\n") else { throw Malformed(line: text, why: "no end of line") }
    var current: String?
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      func fail(_ why: String) -> Malformed { Malformed(line: line, why: why) }
      guard !line.contains(where: { $0 == "\r" || $0.unicodeScalars.contains { $0.value < 32 } }) else {
        throw fail("a control character")
      }
      if let match = line.wholeMatch(of: /# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/) {
        let name = String(match.2)
        if name != current {
          guard families[name] == nil else { throw fail("a family in two places") }
          (current, families[name]) = (name, Family())
        }
        guard families[name]?.samples.isEmpty == true else { throw fail("behind its samples") }
        if match.1 == "HELP" {
          guard families[name]?.help == nil else { throw fail("HELP twice") }
          // Only \\ and \n are escapes here.
          guard String(match.3).wholeMatch(of: /(?:[^\\]|\\\\|\\n)*/) != nil else { throw fail("escapes") }
          families[name]?.help = String(match.3)
        } else {
          guard families[name]?.type == nil else { throw fail("TYPE twice") }
          guard ["counter", "gauge", "histogram", "summary", "untyped"].contains(match.3) else {
            throw fail("no such type")
          }
          families[name]?.type = String(match.3)
        }
        continue
      }
      guard !line.hasPrefix("#") else { throw fail("a comment that nobody asked for") }
      guard
        let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? ([^ ]+)( -?[0-9]+)?/),
        let value = Double(match.3)
      else { throw fail("no sample") }
      guard String(match.1) == current else { throw fail("not below its HELP and TYPE") }
      let labels = try Exposition.labels(String(match.2 ?? ""), fail)
      guard families[String(match.1)]?.samples.contains(where: { $0.labels == labels }) == false else {
        throw fail("the same series twice")
      }
      families[String(match.1)]?.samples.append((labels, value))
    }
    for (name, family) in families where family.help == nil || family.type == nil || family.samples.isEmpty {
      throw Malformed(line: name, why: "no HELP, no TYPE or no sample")
    }
  }

  /// `a="x",b="y"`.
  private static func labels(_ text: String, _ fail: (String) -> Malformed) throws -> [String: String] {
    var (labels, rest) = ([String: String](), text[...])
    while !rest.isEmpty {
      guard let match = rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\\\|\\"|\\n)*)"(?:,|$)/)
      else { throw fail("labels") }
      let name = String(match.1)
      guard labels[name] == nil, !name.hasPrefix("__") else { throw fail("label \(name)") }
      var (value, isEscaped) = ("", false)
      for character in match.2 {
        if isEscaped {
          value.append(character == "n" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          value.append(character)
        }
      }
      labels[name] = value
      rest = rest[match.range.upperBound...]
    }
    return labels
  }

  /// The only value of a metric with these labels.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    families[name]?.samples.first { $0.labels == labels }?.value
  }
}
