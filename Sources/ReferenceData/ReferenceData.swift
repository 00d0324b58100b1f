import Campaigns
import PlacedJSON

/// Tables and the demonstration, compiled in, so that one binary is enough.
///
///     ReferenceData.allHolidays.last?.year  // 2026
package enum ReferenceData {
  /// The first and last year whose holidays are known.
  package static let holidayYears = 2007...2026

  /// The holidays of every year that is known.
  package static var allHolidays: [HolidayYear] {
    holidayYears.compactMap { year in
      bytes(ofYear: year).flatMap { try? HolidayYear(JSONText($0).object()) }
    }
  }

  // One line a year: the compiler then refuses a year whose file is missing.
  private static func bytes(ofYear year: Int) -> [UInt8]? {
    switch year {
    case 2007: PackageResources.holidays_2007_json
    case 2008: PackageResources.holidays_2008_json
    case 2009: PackageResources.holidays_2009_json
    case 2010: PackageResources.holidays_2010_json
    case 2011: PackageResources.holidays_2011_json
    case 2012: PackageResources.holidays_2012_json
    case 2013: PackageResources.holidays_2013_json
    case 2014: PackageResources.holidays_2014_json
    case 2015: PackageResources.holidays_2015_json
    case 2016: PackageResources.holidays_2016_json
    case 2017: PackageResources.holidays_2017_json
    case 2018: PackageResources.holidays_2018_json
    case 2019: PackageResources.holidays_2019_json
    case 2020: PackageResources.holidays_2020_json
    case 2021: PackageResources.holidays_2021_json
    case 2022: PackageResources.holidays_2022_json
    case 2023: PackageResources.holidays_2023_json
    case 2024: PackageResources.holidays_2024_json
    case 2025: PackageResources.holidays_2025_json
    case 2026: PackageResources.holidays_2026_json
    default: nil
    }
  }
}

extension HolidayYear {
  fileprivate init(_ json: JSONObject) throws(JSONError) {
    func day(_ json: JSONObject, _ key: StaticString) throws(JSONError) -> Day {
      guard let day = Day(iso: try json.text(key)) else { throw json.error(at: key) }
      return day
    }
    var (off, working) = ([Stretch](), [Day]())
    for item in try json.objects("off") {
      off.append(
        Stretch(name: try item.text("name"), start: try day(item, "start"), end: try day(item, "end")))
    }
    for text in try json.texts("working") {
      guard let day = Day(iso: text) else { throw json.error(at: "working") }
      working.append(day)
    }
    self.init(year: try json.int("year"), source: try json.text("source"), off: off, working: working)
  }
}
