import Campaigns
import PlacedJSON

/// What is known of a campaign's file and kept, with the way to the rest.
final class IndexedCampaign: KeptCampaign {
  /// What was reckoned just now and is not kept in the index, or not yet.
  struct Held: Sendable {
    let facts: [RowFacts]
    let names: RowNames
    let texts: RowTexts
    let places: TaskPlaces

    init(_ digest: CampaignEntry.Digest, _ places: TaskPlaces) {
      (facts, names, texts, self.places) = (digest.facts, digest.names, digest.texts, places)
    }

    /// As they are kept.
    var parts: [(IndexFile.Part, [UInt8])] {
      [(.facts, facts.packed), (.names, names.packed), (.texts, texts.packed), (.places, places.packed)]
    }
  }

  let summary: CampaignSummary
  private let name: String
  private let stamp: FileStamp
  private let version: Int
  private let held: Held?
  private let index: IndexFile?
  private let store: Store
  private let judge: Judge

  init(
    _ name: String, _ summary: CampaignSummary, _ stamp: FileStamp, version: Int, held: Held?,
    _ index: IndexFile?,
    _ store: Store, _ judge: Judge
  ) {
    (self.name, self.summary, self.stamp, self.version) = (name, summary, stamp, version)
    (self.held, self.index, self.store, self.judge) = (held, index, store, judge)
  }

  func facts() -> [RowFacts]? {
    held?.facts ?? kept(.facts).flatMap([RowFacts].init(packed:)) ?? anew()?.facts
  }
  func names() -> RowNames? { held?.names ?? kept(.names).flatMap(RowNames.init(packed:)) ?? anew()?.names }
  func texts() -> RowTexts? { held?.texts ?? kept(.texts).flatMap(RowTexts.init(packed:)) ?? anew()?.texts }

  private func kept(_ part: IndexFile.Part) -> [UInt8]? { index?.part(part, of: name, version) }

  /// What is kept of it, reckoned from its file as it was.
  private func anew() -> Held? {
    guard let found = store.indexable(name, stamp) else { return nil }
    return Held(CampaignEntry(found.campaign, judge).digest, found.places)
  }

  func campaign() -> Campaign? { store.indexable(name, stamp)?.campaign }

  func campaign(with places: [Int]) -> Campaign? {
    guard let file = held?.places ?? kept(.places).flatMap(TaskPlaces.init(packed:)),
      let part = store.part(of: name, stamp, file, tasks: places)
    else { return whole(places) }
    // What they wait for stands behind them.
    guard part.tasks.contains(where: { !$0.dependsOn.isEmpty }) else { return part }
    let numbers = Dictionary((facts() ?? []).enumerated().map { ($1.number, $0) }) { first, _ in first }
    var known = Set(part.tasks.map(\.id))
    let others = part.tasks.flatMap(\.dependsOn).filter { known.insert($0).inserted }.compactMap { id in
      RowFacts.number(of: id, in: summary.code).flatMap { numbers[$0] }
    }
    // One whose id has another form is looked for in the whole.
    guard others.count == known.count - part.tasks.count else { return whole(places) }
    return others.isEmpty ? part : store.part(of: name, stamp, file, tasks: places + others) ?? whole(places)
  }

  /// The same, from the whole file: those tasks first, then all others.
  private func whole(_ places: [Int]) -> Campaign? {
    guard var campaign = campaign(), places.allSatisfy(campaign.tasks.indices.contains) else { return nil }
    let wanted = Set(places)
    campaign.tasks =
      places.map { campaign.tasks[$0] }
      + campaign.tasks.enumerated().filter { !wanted.contains($0.offset) }.map(\.element)
    return campaign
  }
}

/// Where the tasks of a campaign stand in its file, in bytes.
struct TaskPlaces: Sendable {
  /// The whole list, its brackets included.
  let list: Range<Int>
  let tasks: [Range<Int>]

  init(list: Range<Int>, tasks: [Range<Int>]) { (self.list, self.tasks) = (list, tasks) }

  var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(raw: ([list] + tasks).flatMap { [UInt32($0.lowerBound), UInt32($0.upperBound)] })
    return writer.bytes
  }

  init?(packed bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    let numbers = reader.raw(UInt32.self).map { Int($0) }
    guard reader.isWhole, numbers.count % 2 == 0, numbers.count >= 2 else { return nil }
    var ranges: [Range<Int>] = []
    for place in stride(from: 0, to: numbers.count, by: 2) {
      guard numbers[place] <= numbers[place + 1] else { return nil }
      ranges.append(numbers[place]..<numbers[place + 1])
    }
    self.init(list: ranges[0], tasks: Array(ranges.dropFirst()))
  }
}

extension Store {
  /// A campaign's file as it stood then, read whole, with the places of its tasks; nil where it changed meanwhile, or is not one that
  /// can be kept in an index: damaged, of an older format, with keys that are not known.
  func indexable(_ name: String, _ stamp: FileStamp) -> (
    campaign: Campaign, places: TaskPlaces, bytes: [UInt8]
  )? {
    guard let bytes = try? readable(name, nil), (try? files.status(place(of: name)))?.stamp == stamp,
      let found = IndexableFile(name, bytes)
    else { return nil }
    return (found.campaign, found.places, bytes)
  }

  /// A campaign with those of its tasks that stand at these places in its file as it stood then; nil where it changed
  /// meanwhile.
  func part(of name: String, _ stamp: FileStamp, _ file: TaskPlaces, tasks: [Int]) -> Campaign? {
    guard tasks.allSatisfy(file.tasks.indices.contains) else { return nil }
    guard file.list.upperBound <= stamp.size,
      let (pieces, status) = try? files.read(
        "\(path)/\(name)",
        at: [0..<file.list.lowerBound + 1] + tasks.map { file.tasks[$0] } + [
          file.list.upperBound - 1..<stamp.size
        ]),
      status.stamp == stamp
    else { return nil }
    var bytes = pieces[0]
    for (place, task) in pieces[1...tasks.count].enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += task
    }
    bytes += pieces[tasks.count + 1]
    return (try? StoredJSON.campaign(bytes, file: name))?.value
  }
}

/// A campaign's file that can be kept in an index.
struct IndexableFile {
  let campaign: Campaign
  let places: TaskPlaces

  init?(_ name: String, _ bytes: [UInt8]) {
    guard let (reading, places) = try? StoredJSON.campaignWithPlaces(bytes, file: name),
      reading.unknownKey == nil,
      reading.format == storeFormat, name.hasSuffix("/\(reading.value.code).json"), let places,
      places.tasks.count == reading.value.tasks.count
    else { return nil }
    (campaign, self.places) = (reading.value, places)
  }
}
