import Pinyin

/// The words by which rows of a campaign are found, in small letters and as bytes: title, text, number, ids, deadline, units, tags.
package struct RowTexts: Sendable, Equatable {
  /// No text has it: it keeps fields apart.
  private static let mark: UInt8 = 0xFF

  /// All fields of all rows, each with a mark behind it.
  let bytes: [UInt8]
  /// Where the fields of each row end.
  let ends: [UInt32]

  /// The words of tasks.
  init(_ tasks: [Task]) {
    var (bytes, ends) = ([UInt8](), [UInt32]())
    for task in tasks {
      for text in task.words {
        RowTexts.append(text, to: &bytes)
        bytes.append(RowTexts.mark)
      }
      ends.append(UInt32(bytes.count))
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  init(bytes: [UInt8], ends: [UInt32]) { (self.bytes, self.ends) = (bytes, ends) }

  /// Which rows have these words; nil where none has.
  func rows(having words: String) -> [Bool]? {
    var wanted: [UInt8] = []
    RowTexts.append(words, to: &wanted)
    guard !wanted.isEmpty else { return [Bool](repeating: true, count: ends.count) }
    let search = ByteSearch(wanted)
    return rows { bytes, start in search.place(in: bytes, from: start) }
  }

  /// Which rows have words that are read as these letters; nil where none has.
  func rows(readAs letters: String) -> [Bool]? {
    guard let search = PinyinSearch(letters) else { return nil }
    return rows { bytes, start in search.place(in: bytes.span, from: start) }
  }

  /// Which rows have something, by where that stands next from a place on; nil where none has.
  private func rows(where next: (UnsafeBufferPointer<UInt8>, Int) -> Int?) -> [Bool]? {
    var found: [Bool]?
    bytes.withUnsafeBufferPointer { bytes in
      var (start, row) = (0, 0)
      while let place = next(bytes, start) {
        while place >= Int(ends[row]) { row += 1 }
        if found == nil { found = [Bool](repeating: false, count: ends.count) }
        found?[row] = true
        start = Int(ends[row])
      }
    }
    return found
  }

  /// Adds a text in small letters. Chinese characters and their punctuation have none, and are most of what there is.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      utf8.indices.allSatisfy { place in
        switch utf8[place] {
        case ..<0xC0, 0xE3...0xE9: true
        // “”‘’—…
        case 0xE2: utf8[place + 1] == 0x80
        // （），：； but no wide letters
        case 0xEF: utf8[place + 1] == 0xBC && !(0xA1...0xBA).contains(utf8[place + 2])
        default: false
        }
      }
    }
    if isPlain {
      text.withUTF8 { utf8 in
        for byte in utf8 { bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }
      }
    } else {
      bytes += text.lowercased().utf8
    }
  }
}

extension Task {
  /// The texts that words of a filter are looked for in.
  fileprivate var words: [String] {
    var words = formerIDs
    words += [title, id]
    words += [number, text, deadline.text].compactMap(\.self)
    words += units.map(\.name)
    words += tags
    return words
  }
}

/// Looks for some bytes in many: after each look it goes on by as much as the last byte looked at allows (Horspool).
private struct ByteSearch {
  private let wanted: [UInt8]
  private let steps: [Int]

  init(_ wanted: [UInt8]) {
    self.wanted = wanted
    var steps = [Int](repeating: wanted.count, count: 256)
    for (place, byte) in wanted.dropLast().enumerated() { steps[Int(byte)] = wanted.count - 1 - place }
    self.steps = steps
  }

  /// Where they first stand from a place on; nil where they do not.
  func place(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    wanted.withUnsafeBufferPointer { wanted in
      steps.withUnsafeBufferPointer { steps in
        let last = wanted.count - 1
        guard last >= 0 else { return start }
        var place = start
        while place + last < bytes.count {
          let byte = bytes[place + last]
          if byte == wanted[last] {
            var same = 0
            while same < last, bytes[place + same] == wanted[same] { same += 1 }
            if same == last { return place }
          }
          place += steps[Int(byte)]
        }
        return nil
      }
    }
  }
}
