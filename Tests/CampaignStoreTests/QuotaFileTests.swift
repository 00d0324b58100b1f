import CampaignStore
import Campaigns
import Foundation
import Testing

/// Quotas in files: every point there is, files of before there were any, and what no point is.
struct QuotaFileTests {
  private func file(_ quota: String) -> [UInt8] {
    Array(
      """
      {"code":"h26","format":1,"nextTask":2,"revision":1,"state":"open","title":"要点","tasks":[{"id":"h26-1",
      "title":"评议","stage":"inProgress","deadline":{"kind":"recurring","text":"x","quota":
      {"times":1,"per":"month",\(quota)}}}]}
      """.utf8)
  }

  private func reading(_ quota: String) throws -> (quota: Quota?, unknown: String?) {
    let reading = try StoredJSON.campaign(file(quota), file: "h26.json")
    guard case .unknownKey(let key)? = reading.unknownKey?.kind else {
      return (reading.value.tasks.first?.deadline.quota, nil)
    }
    return (reading.value.tasks.first?.deadline.quota, key)
  }

  private static let points: [(String, DuePoint)] = [
    (#"{"day":5}"#, DuePoint(.day(5))), (#"{"month":3,"day":25}"#, DuePoint(month: 3, .day(25))),
    (#"{"lastDay":true}"#, DuePoint(.lastDay)),
    (#"{"lastDay":true,"month":9}"#, DuePoint(month: 9, .lastDay)),
    (#"{"workingDay":-1}"#, DuePoint(.workingDay(-1))), (#"{"weekday":5}"#, DuePoint(.weekday(5, nth: nil))),
    (#"{"weekday":1,"nth":-1}"#, DuePoint(.weekday(1, nth: -1))),
    (#"{"feast":"七一"}"#, DuePoint(.feast("七一"))),
    (#"{"beforeFeast":"春节"}"#, DuePoint(.beforeFeast("春节"))),
    (#"{"week":2,"weekday":3}"#, DuePoint(.weekOfMonth(2, weekday: 3))),
    (
      #"{"afterEnd":{"count":5,"unit":"workingDay"}}"#,
      DuePoint(.afterEnd(TimeSpan(count: 5, unit: .workingDay)))
    ),
  ]

  @Test(arguments: points)
  func everyPointComesBack(json: String, point: DuePoint) throws {
    let read = try reading(#""interval":2,"points":[\#(json)]"#)
    #expect(read.unknown == nil)
    #expect(read.quota == Quota(times: 1, per: .month, interval: 2, points: [point]))
    var campaign = Campaign(code: "h26", title: "要点")
    campaign.tasks = [Task(id: "h26-1", title: "评议", deadline: Deadline(kind: .recurring, quota: read.quota))]
    let again = try StoredJSON.campaign(StoredJSON.bytes(of: campaign), file: "h26.json")
    #expect(again.unknownKey == nil && again.value.tasks.first?.deadline.quota == read.quota)
  }

  @Test func allPointsAtOnceStayInOrder() throws {
    let all = Self.points.map(\.0).joined(separator: ",")
    #expect(try reading(#""points":[\#(all)]"#).quota?.points == Self.points.map(\.1))
  }

  /// The day of files of before 2026-12 is a point, and is written as one.
  @Test func oldFilesNameADay() throws {
    let read = try reading(#""dueDay":25"#)
    #expect(read.unknown == nil && read.quota?.points == [DuePoint(.day(25))])
    let written = String(decoding: try StoredJSON.bytes(of: read.quota), as: UTF8.self)
    #expect(!written.contains("dueDay") && written.contains(#""day" : 25"#))
    #expect(try reading(#""points":[]"#).quota?.points == nil)
  }

  /// What would be lost makes the file read-only.
  @Test(
    arguments: [
      (#""dueDay":25,"points":[{"day":5}]"#, "dueDay"), (#""points":[{"day":5,"lastDay":true}]"#, "lastDay"),
      (#""points":[{"day":5,"nth":1}]"#, "nth"), (#""points":[{"day":5,"colour":1}]"#, "colour"),
    ])
  func keysThatAreNotKnown(quota: String, key: String) throws {
    #expect(try reading(quota).unknown == key)
  }

  @Test(
    arguments: [
      (#""points":[{}]"#, "points[0]"), (#""points":[{"day":5},{"lastDay":false}]"#, "points[1].lastDay"),
      (#""points":[{"nth":1}]"#, "points[0]"), (#""points":[{"month":3}]"#, "points[0]"),
      (#""points":[{"days":3}]"#, "points[0]"), (#""points":[{"day":"5"}]"#, "points[0].day"),
      (#""points":[{"day":5.5}]"#, "points[0].day"), (#""points":[5]"#, "points[0]"),
      (#""points":{"day":5}"#, "points"), (#""points":[{"lastDay":1}]"#, "points[0].lastDay"),
      (#""points":[{"afterEnd":{"count":5}}]"#, "points[0].afterEnd"),
      (#""points":[{"afterEnd":{"count":5,"unit":"hour"}}]"#, "points[0].afterEnd.unit"),
      (#""points":[{"afterEnd":5}]"#, "points[0].afterEnd"), (#""interval":"2""#, "interval"),
      (#""points":[{"weekday":1,"nth":"x"}]"#, "points[0].nth"),
    ])
  func damageHasAPlace(quota: String, path: String) throws {
    do throws(DamagedFile) {
      _ = try StoredJSON.campaign(file(quota), file: "h26.json")
      Issue.record("\(quota) was read")
    } catch {
      #expect(error.flaw.kind == .wrongValue(path: "tasks[0].deadline.quota.\(path)"))
      #expect(error.flaw.line == 3)
    }
  }

  /// Numbers that no calendar has are read, and judged without harm.
  @Test func hostileNumbers() throws {
    let quota = try #require(
      try reading(
        #""interval":9007199254740991,"points":[{"day":-4},{"month":77,"lastDay":true},{"weekday":0,"nth":99}]"#
      ).quota)
    var task = Task(id: "h26-1", title: "评议", deadline: Deadline(kind: .recurring, quota: quota))
    task.stage = .inProgress
    let verdict = Judge(today: Day(2026, 6, 22) ?? .epoch, calendar: .weekendsOnly).verdict(
      on: task, in: Campaign(code: "h26", title: "要点", year: 2026))
    #expect(verdict.quota?.periods.isEmpty == false)
  }
}
