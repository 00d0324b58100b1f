/// What units lead and support in many campaigns together, and what none leads. Units are told apart by the bytes of their ids, and
/// all figures stand in one row: this is reckoned over every campaign for each page of figures.
struct ShareSum {
  /// Four tallies, and how many are open.
  private static let width = 4 * Tally.places.count + 1

  /// What none leads.
  private(set) var unled = Tally()
  /// The ids of units, one behind the other, and where each ends.
  private var ids: [UInt8] = []
  private var ends: [Int] = []
  private var figures: [Int] = []
  /// Places of units by the sums of their ids; -1 where none is. More than half of them are free.
  private var slots = [Int](repeating: -1, count: 64)

  /// What there is in these campaigns.
  init(_ summaries: some Sequence<CampaignSummary>) {
    for summary in summaries { count(summary.packedShares, 1) }
  }

  /// Puts what is in one campaign now in the place of what was in it; nil where it was not there, or is no more.
  mutating func replace(_ old: CampaignSummary?, with new: CampaignSummary?) {
    if let old { count(old.packedShares, -1) }
    if let new { count(new.packedShares, 1) }
  }

  /// What each unit leads and supports, in the order in which units occur.
  var shares: [CampaignSummary.Share] {
    ends.indices.compactMap { place in
      let (start, size) = (place * ShareSum.width, Tally.places.count)
      guard figures[start..<start + ShareSum.width].contains(where: { $0 != 0 }) else { return nil }
      return CampaignSummary.Share(
        unit: String(decoding: ids[range(of: place)], as: UTF8.self),
        leading: tally(at: start), open: figures[start + size], supporting: tally(at: start + size + 1),
        asked: tally(at: start + 2 * size + 1), owing: tally(at: start + 3 * size + 1))
    }
  }

  private func tally(at start: Int) -> Tally { Tally(figures[start..<start + Tally.places.count]) }

  /// Counts in what was packed by `CampaignSummary.packed(_:_:)`, or out of it where `sign` is -1.
  private mutating func count(_ shares: [UInt8], _ sign: Int) {
    var reader = PackedReader(shares)
    reader.add(to: &unled, sign)
    let (bytes, size) = (shares.span, Tally.places.count)
    var at = reader.place
    for _ in 0..<ShareSum.count(in: bytes, at: &at) {
      let length = ShareSum.count(in: bytes, at: &at)
      guard length <= bytes.count - at else { return }
      let start = place(of: bytes, at..<at + length) * ShareSum.width
      at += length
      addTally(in: bytes, at: &at, to: start, sign)
      figures[start + size] += sign * (PackedReader.number(in: bytes, at: &at) ?? 0)
      for part in 0..<3 { addTally(in: bytes, at: &at, to: start + size + 1 + part * size, sign) }
    }
  }

  private mutating func addTally(in bytes: Span<UInt8>, at: inout Int, to start: Int, _ sign: Int) {
    for _ in 0..<ShareSum.count(in: bytes, at: &at) {
      guard let place = PackedReader.number(in: bytes, at: &at),
        let count = PackedReader.number(in: bytes, at: &at), Tally.places.contains(place)
      else { continue }
      figures[start + place] += sign * count
    }
  }

  /// How many of something follow.
  private static func count(in bytes: Span<UInt8>, at: inout Int) -> Int {
    max(0, min(PackedReader.number(in: bytes, at: &at) ?? 0, bytes.count))
  }

  private mutating func place(of bytes: Span<UInt8>, _ unit: Range<Int>) -> Int {
    var sum: UInt32 = 2_166_136_261
    for place in unit { sum = (sum ^ UInt32(bytes[place])) &* 16_777_619 }
    var slot = Int(sum) & (slots.count - 1)
    while slots[slot] >= 0, !isUnit(slots[slot], bytes, unit) { slot = (slot + 1) & (slots.count - 1) }
    if slots[slot] >= 0 { return slots[slot] }
    slots[slot] = ends.count
    for place in unit { ids.append(bytes[place]) }
    ends.append(ids.count)
    figures += [Int](repeating: 0, count: ShareSum.width)
    if ends.count * 2 > slots.count { spread() }
    return ends.count - 1
  }

  /// Puts the units into twice as many slots.
  private mutating func spread() {
    let (ids, ends, figures) = (self.ids, self.ends, self.figures)
    (self.ids, self.ends) = ([], [])
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (place, end) in ends.enumerated() {
      _ = self.place(of: ids.span, (place > 0 ? ends[place - 1] : 0)..<end)
    }
    self.figures = figures
  }

  private func range(of place: Int) -> Range<Int> { (place > 0 ? ends[place - 1] : 0)..<ends[place] }

  private func isUnit(_ place: Int, _ bytes: Span<UInt8>, _ unit: Range<Int>) -> Bool {
    let start = place > 0 ? ends[place - 1] : 0
    guard ends[place] - start == unit.count else { return false }
    for offset in 0..<unit.count where ids[start + offset] != bytes[unit.lowerBound + offset] { return false }
    return true
  }
}
