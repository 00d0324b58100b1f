/// What units lead and support in many campaigns together, and what none leads. Units are told apart by the bytes of their ids, and
/// all figures stand in one row: this is reckoned over every campaign for each page of figures.
struct ShareSum {
  private static let width = 2 * Tally.places.count + 1

  /// What none leads.
  private(set) var unled = Tally()
  /// The ids of units, one behind the other, and where each ends.
  private var ids: [UInt8] = []
  private var ends: [Int] = []
  private var figures: [Int] = []
  /// Places of units by the sums of their ids; -1 where none is. More than half of them are free.
  private var slots = [Int](repeating: -1, count: 64)

  /// What there is in these campaigns.
  init(_ summaries: some Sequence<CampaignSummary>) { for summary in summaries { add(summary.packedShares) } }

  /// What each unit leads and supports, in the order in which units occur.
  var shares: [CampaignSummary.Share] {
    ends.indices.map { place in
      let (start, size) = (place * ShareSum.width, Tally.places.count)
      return CampaignSummary.Share(
        unit: String(decoding: ids[range(of: place)], as: UTF8.self),
        leading: Tally(figures[start..<start + size]), open: figures[start + size],
        supporting: Tally(figures[(start + size + 1)..<(start + ShareSum.width)]))
    }
  }

  /// Adds what was packed by `CampaignSummary.packed(_:_:)`.
  private mutating func add(_ shares: [UInt8]) {
    var reader = PackedReader(shares)
    reader.add(to: &unled)
    shares.withUnsafeBufferPointer { bytes in
      var at = reader.place
      func number() -> Int { PackedReader.number(in: bytes, at: &at) ?? 0 }
      func add(to start: Int) {
        for _ in 0..<max(0, min(number(), bytes.count)) {
          let (place, count) = (number(), number())
          if Tally.places.contains(place) { figures[start + place] += count }
        }
      }
      for _ in 0..<max(0, min(number(), bytes.count)) {
        let count = number()
        guard count >= 0, count <= bytes.count - at else { return }
        let start = place(of: UnsafeBufferPointer(rebasing: bytes[at..<at + count])) * ShareSum.width
        at += count
        add(to: start)
        figures[start + Tally.places.count] += number()
        add(to: start + Tally.places.count + 1)
      }
    }
  }

  private mutating func place(of unit: UnsafeBufferPointer<UInt8>) -> Int {
    var sum: UInt32 = 2_166_136_261
    for byte in unit { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(sum) & (slots.count - 1)
    while slots[slot] >= 0, !isUnit(slots[slot], unit) { slot = (slot + 1) & (slots.count - 1) }
    if slots[slot] >= 0 { return slots[slot] }
    slots[slot] = ends.count
    ids += unit
    ends.append(ids.count)
    figures += [Int](repeating: 0, count: ShareSum.width)
    if ends.count * 2 > slots.count { spread() }
    return ends.count - 1
  }

  /// Puts the units into twice as many slots.
  private mutating func spread() {
    let (ids, ends) = (self.ids, self.ends)
    (self.ids, self.ends) = ([], [])
    let figures = figures
    slots = [Int](repeating: -1, count: slots.count * 2)
    ids.withUnsafeBufferPointer { bytes in
      for (place, end) in ends.enumerated() {
        _ = self.place(of: UnsafeBufferPointer(rebasing: bytes[(place > 0 ? ends[place - 1] : 0)..<end]))
      }
    }
    self.figures = figures
  }

  private func range(of place: Int) -> Range<Int> { (place > 0 ? ends[place - 1] : 0)..<ends[place] }

  private func isUnit(_ place: Int, _ unit: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: place)
    guard range.count == unit.count else { return false }
    for (offset, byte) in unit.enumerated() where ids[range.lowerBound + offset] != byte { return false }
    return true
  }
}
