import Campaigns

extension FilterContext {
  /// What filters are read in where nothing in them depends on the day.
  package static let plain = FilterContext(today: Moment(seconds: 1_700_000_000).day, calendar: .weekendsOnly)
}
