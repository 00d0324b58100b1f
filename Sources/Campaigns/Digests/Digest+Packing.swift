extension [RowFacts] {
  /// The facts as bytes.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(raw: self)
    return writer.bytes
  }

  /// Facts that were packed; nil where they cannot be read.
  package init?(packed bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    self = reader.raw(RowFacts.self)
    guard reader.isWhole else { return nil }
  }
}

extension RowNames {
  /// The names as bytes.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(names) { $0.write($1) }
    writer.write(raw: links)
    writer.write(raw: ends)
    return writer.bytes
  }

  /// Names that were packed; nil where they cannot be read.
  package init?(packed bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    self.init(names: reader.list { $0.text() }, links: reader.raw(Link.self), ends: reader.raw(UInt32.self))
    guard reader.isWhole, isSound else { return nil }
  }
}

extension RowTexts {
  /// The texts as bytes.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(raw: bytes)
    writer.write(raw: ends)
    return writer.bytes
  }

  /// Texts that were packed; nil where they cannot be read.
  package init?(packed bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    self.init(bytes: reader.raw(UInt8.self), ends: reader.raw(UInt32.self))
    guard reader.isWhole, Int(ends.last ?? 0) == self.bytes.count else { return nil }
  }
}

extension CampaignSummary {
  /// The summary as bytes.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(code)
    writer.write(state == .closed ? 1 : 0)
    for number in [
      count, drafts, open, instructed, instructions, hasOddIDs ? 1 : 0, Int(flags), Int(turn), longestID,
    ] {
      writer.write(number)
    }
    writer.write(tally)
    writer.write(raw: coming)
    writer.write(raw: urgent)
    writer.write(raw: packedNames)
    writer.write(raw: packedShares)
    return writer.bytes
  }

  static func packed(_ names: Names) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(names.title)
    writer.write(names.documentNumber) { $0.write($1) }
    writer.write(names.issuer) { $0.write($1) }
    writer.write(names.issued) { $0.write($1.number) }
    writer.write(names.year) { $0.write($1) }
    writer.write(names.phases) { writer, phase in
      writer.write(phase.id)
      writer.write(phase.name)
    }
    writer.write(names.leaders) { $0.write($1) }
    writer.write(names.formerIDs) { $0.write($1) }
    return writer.bytes
  }

  /// Its names.
  var names: Names {
    var reader = PackedReader(packedNames)
    return Names(
      title: reader.text(), documentNumber: reader.optional { $0.text() },
      issuer: reader.optional { $0.text() },
      issued: reader.optional { $0.number() }.flatMap { Day(number: $0) },
      year: reader.optional { $0.number() },
      phases: reader.list { PhaseName(id: $0.text(), name: $0.text()) }, leaders: reader.list { $0.text() },
      formerIDs: reader.list { $0.text() })
  }

  static func packed(_ shares: [Share], _ unled: Tally) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(unled)
    writer.write(shares) { writer, share in
      writer.write(share.unit)
      writer.write(share.leading)
      writer.write(share.open)
      writer.write(share.supporting)
      writer.write(share.asked)
      writer.write(share.owing)
    }
    return writer.bytes
  }

  /// What a unit leads and supports in it, by its id; nil where that is nothing.
  func share(of unit: String) -> Share? {
    var reader = PackedReader(packedShares)
    var tally = Tally()
    reader.add(to: &tally)
    for _ in 0..<reader.count(of: 1) {
      let isIt = reader.slice().elementsEqual(unit.utf8)
      var share = Share(unit: unit)
      reader.add(to: &share.leading)
      share.open = reader.number()
      reader.add(to: &share.supporting)
      reader.add(to: &share.asked)
      reader.add(to: &share.owing)
      if isIt { return share }
    }
    return nil
  }
}

extension PackedWriter {
  /// A tally: most of its figures are 0.
  fileprivate mutating func write(_ tally: Tally) {
    write(tally.figures.indices.filter { tally.figures[$0] != 0 }) { writer, place in
      writer.write(place)
      writer.write(tally.figures[place])
    }
  }
}

extension PackedReader {
  mutating func add(to tally: inout Tally, _ sign: Int = 1) {
    for _ in 0..<count(of: 2) {
      let place = number()
      tally.add(sign * number(), at: place)
    }
  }
}
