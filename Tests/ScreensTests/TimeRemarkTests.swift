import Campaigns
import ReferenceData
import Testing
import Wording

/// What stands beside a time while it is typed: what was not read first, then the days, then what was assumed.
struct TimeRemarkTests {
  private static func remark(_ words: String, plan year: Int = 2026, in language: Language = .zh) -> String {
    var campaign = Campaign(code: "h", title: "x")
    campaign.year = year
    guard let today = Day(2026, 11, 30) else { return "" }
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    let reading = TimeReading(of: words, in: campaign, today: today, calendar: calendar)
    return Wording(language).remark(of: reading, today: today)
  }

  @Test(arguments: [
    ("12月20日前", "2026-12-20前（含当日）"), ("12月20日前龙", "未读：龙。2026-12-20前（含当日）"), ("4月31日前", "4月没有31日。"),
    ("待定", "“待定”不是时限。"),
    ("改天", "看不懂"), ("20号", "2026-12-20（周日）。未写月份，按12月计。"), ("汛期前", "事件日期确定后生效"), ("每月5日前", "每月5日前"),
    ("12月30日16:00前", "2026-12-30前（含当日）。时刻“16:00”不计，只计到日。"),
  ])
  func inChinese(words: String, remark: String) {
    #expect(Self.remark(words) == remark)
  }

  @Test(arguments: [
    ("12月20日前龙", "Not read: 龙. by 2026-12-20, that day included"),
    ("4月31日前", "There is no day 31 in month 4 of 2026. "),
    ("改天", "cannot be read"),
  ])
  func inEnglish(words: String, remark: String) {
    #expect(Self.remark(words, in: .en) == remark)
  }

  @Test func thePlansYearIsNamed() {
    #expect(Self.remark("下旬", plan: 2027) == "2027-01-21 至 2027-01-31。未写月份，按1月计。按方案的2027年推算。")
  }
}
