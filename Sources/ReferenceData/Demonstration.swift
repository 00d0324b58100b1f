import Campaigns
import CampaignStore

/// The demonstration: past campaigns as they were, and live ones laid around a day, so that whenever it is opened it
/// shows every light.
///
///     Demonstration(today: today)?.live.map(\.code)  // ["h26", "h26b"]
package struct Demonstration: Sendable {
  /// The store's settings.
  package let settings: StoreSettings
  /// Its units.
  package let units: UnitRegistry
  /// Live campaigns, laid around today.
  package let live: [Campaign]
  /// Past campaigns.
  package let past: [Campaign]

  /// The day that the live templates are written for.
  static let anchor = Day(2026, 11, 20)

  /// The demonstration on a day; nil only where the compiled-in data are broken, which a test rules out.
  package init?(today: Day) {
    func campaign(_ bytes: [UInt8]) -> Campaign? { try? StoredJSON.campaign(bytes, file: "").value }
    guard let anchor = Demonstration.anchor,
      let settings = try? StoredJSON.settings(PackageResources.store_json, file: "").value,
      let units = try? StoredJSON.units(PackageResources.units_json, file: "").value
    else { return nil }
    (self.settings, self.units) = (settings, units)
    past = Demonstration.pastFiles.compactMap { campaign($0) }
    live = Demonstration.liveFiles.compactMap { bytes in
      let laid = Demonstration.shifted(
        bytes, by: today - anchor, code: "h" + (today.year % 100 < 10 ? "0" : "") + "\(today.year % 100)")
      return campaign(laid).map { Demonstration.reworded($0, year: today.year) }
    }
    guard past.count == Demonstration.pastFiles.count, live.count == Demonstration.liveFiles.count else {
      return nil
    }
  }

  private static let pastFiles = [
    PackageResources.h10_json, PackageResources.h11_json, PackageResources.h12_json,
    PackageResources.h14_json, PackageResources.h15_json, PackageResources.h15b_json,
  ]
  private static let liveFiles = [PackageResources.plan_json, PackageResources.check_json]

  /// Every `2026-11-20` in JSON text moved by so many days, and codes `h26` turned into those of the year.
  static func shifted(_ bytes: [UInt8], by days: Int, code: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    let templateCode = Array("\"h26".utf8)
    while index < bytes.count {
      if bytes[index...].starts(with: templateCode) {
        result += Array("\"\(code)".utf8)
        index += templateCode.count
      } else if index + 10 <= bytes.count, bytes[index + 4] == UInt8(ascii: "-"),
        let day = Day(iso: String(decoding: bytes[index..<index + 10], as: UTF8.self))
      {
        result += Array((day + days).iso.utf8)
        index += 10
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The campaign with its year and the words of its deadlines fitted to the days that they now mean.
  private static func reworded(_ campaign: Campaign, year: Int) -> Campaign {
    var campaign = campaign
    campaign.year = year
    campaign.documentNumber = campaign.documentNumber?.replacingYear(with: year)
    for index in campaign.tasks.indices { campaign.tasks[index].deadline.reword(year: year) }
    return campaign
  }
}

extension Deadline {
  /// Writes the words of a plain date or range anew; other kinds name no day.
  fileprivate mutating func reword(year: Int) {
    func words(_ day: Day) -> String {
      (day.year == year ? "" : "\(day.year)年") + "\(day.month)月\(day.day)日"
    }
    guard let end, event == nil else { return }
    switch (kind, start) {
    case (.date, nil): text = words(end) + "前"
    case (.date, let start?) where start == end: text = words(end)
    case (.range, let start?): text = words(start) + "至" + words(end)
    default: break
    }
  }
}

extension String {
  /// 某医党〔2026〕5号 with another year.
  fileprivate func replacingYear(with year: Int) -> String {
    guard let open = firstIndex(of: "〔"), let close = firstIndex(of: "〕"), open < close else { return self }
    return String(self[...open]) + "\(year)" + String(self[close...])
  }
}

extension Store {
  /// Makes the demonstration store, its live dates laid around the context's day, with a journal of the days before it. Fails where there is a store.
  package func createDemonstration(_ context: WriteContext) throws(StoreError) {
    guard let demonstration = Demonstration(today: context.today) else {
      throw .damaged(Ledger.Flaw(file: "data/sample", kind: .notJSON))
    }
    try create(
      demonstration.settings, units: demonstration.units, campaigns: demonstration.live,
      archived: demonstration.past, deeds: demonstration.deeds(upTo: context.today), context)
  }
}
