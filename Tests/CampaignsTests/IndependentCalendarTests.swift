import Campaigns
import Foundation
import Testing

/// Working days of 2007 to 2026, all 7,305 of them, against another transcription of the notices, counted day by day.
struct IndependentCalendarTests {
  private static func calendar() throws -> [Bool] {
    let text = try String(contentsOf: Fixture.folder.appending(path: "working-days.txt"), encoding: .utf8)
    var exceptions: [Day: Bool] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      for day in words.dropFirst(2) {
        exceptions[try CampaignsTests.day("\(words[0])-\(day.prefix(2))-\(day.suffix(2))")] = words[1] == "on"
      }
    }
    #expect(exceptions.count > 450)
    let first = try day("2007-01-01").number
    return (0..<7_305).map { offset in
      // 2007-01-01 was a Monday.
      exceptions[Day(number: first + offset) ?? .epoch] ?? (offset % 7 < 5)
    }
  }

  @Test func everyDayAndEveryCountOfWorkingDays() throws {
    let works = try Self.calendar()
    let first = try day("2007-01-01")
    #expect(first + 7_304 == (try day("2026-12-31")))
    // How many working days there were up to each day.
    let sums = works.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 ? 1 : 0)) }
    for offset in works.indices {
      let day = first + offset
      #expect(chinese.isWorkingDay(day) == works[offset], "\(day)")
      let next = (offset + 1..<min(works.count, offset + 40)).filter { works[$0] }.prefix(10)
      for (count, place) in next.enumerated() {
        #expect(chinese.day(count + 1, workingDaysAfter: day) == first + place, "\(day) + \(count + 1)")
      }
      for distance in [1, 3, 7, 30, 100] where offset + distance < works.count {
        let counted = sums[offset + distance + 1] - sums[offset + 1]
        #expect(
          chinese.workingDays(after: day, through: day + distance) == counted, "\(day) to \(day + distance)")
      }
    }
  }
}
