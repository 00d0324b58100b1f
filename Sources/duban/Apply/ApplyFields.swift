import Campaigns

/// The values of a line, asked for one by one; what nobody asked for does not belong to what the line does.
struct ApplyFields {
  let line: ApplyLine
  private(set) var faults: [ApplyFault] = []
  private var asked: Set<ApplyKey> = []

  init(_ line: ApplyLine) { self.line = line }

  mutating func fault(_ kind: ApplyFault.Kind) {
    faults.append(ApplyFault(line: line.number, kind: kind))
  }

  /// A text; nil where there is none.
  mutating func text(_ key: ApplyKey) -> String? {
    let isFirst = asked.insert(key).inserted
    switch line.values[key] {
    case .text(let text): return text
    case .list:
      if isFirst { fault(.wrongValue(key.rawValue)) }
      return nil
    case nil: return nil
    }
  }

  /// A text that must be there.
  mutating func needed(_ key: ApplyKey) -> String {
    if line.values[key] == nil { fault(.missing(key)) }
    return text(key) ?? ""
  }

  /// What a text is to become: nil leaves it, a bare hyphen empties it.
  mutating func change(_ key: ApplyKey) -> String? { text(key).map { $0 == "-" ? "" : $0 } }

  /// A list; one in a text is parted by commas of any kind and semicolons.
  mutating func list(_ key: ApplyKey) -> [String] {
    asked.insert(key)
    switch line.values[key] {
    case .list(let items): return items
    case .text(let text):
      return text.split { "、，,；;\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    case nil: return []
    }
  }

  /// A whole number; a sign of per cent behind it says nothing new.
  mutating func number(_ key: ApplyKey) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.hasSuffix("%") || text.hasSuffix("％") ? String(text.dropLast()) : text) else {
      fault(.badNumber(key, text))
      return nil
    }
    return number
  }

  /// One of the things that have a word.
  mutating func choice<Choice: CaseIterable>(_ key: ApplyKey, _ words: (Choice) -> [String]) -> Choice? {
    guard let text = text(key) else { return nil }
    let found = Choice.allCases.first { words($0).contains(text.lowercased()) }
    if found == nil {
      fault(.badChoice(key, text, allowed: Choice.allCases.compactMap { words($0).first }))
    }
    return found
  }

  /// What `read` makes of a text; its failure is a fault of the line.
  mutating func read<Value>(_ key: ApplyKey, _ read: (String) throws(Failure) -> Value) -> Value? {
    guard let text = text(key) else { return nil }
    do throws(Failure) { return try read(text) } catch {
      fault(.failure(error))
      return nil
    }
  }

  /// Tells what nobody asked for.
  mutating func finish(_ deed: ApplyDeed) {
    for key in ApplyKey.allCases where line.values[key] != nil && !asked.contains(key) {
      fault(.unused(key, deed))
    }
  }
}
