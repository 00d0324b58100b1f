import Campaigns
import ReferenceData

/// The holiday years that verdicts on a ledger rest on.
enum ReferenceYears {
  static func around(_ ledger: Ledger, _ today: Day) -> [HolidayYear] {
    ReferenceData.holidays(ledger.years(around: today))
  }
}
