/// A filter that was given a name: `@名称` stands for it in other filters.
package struct SavedView: Encodable, Hashable, Sendable {
  /// Its name, without the sign.
  package var name: String
  /// The filter as it was typed: words such as 本周 mean what they mean on the day on which it is used.
  package var filter: String

  /// A saved filter.
  package init(name: String, filter: String) { (self.name, self.filter) = (name, filter) }

  /// Whether a name can stand behind the sign.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 40
      && !name.contains { $0.isWhitespace || "\"()（）@:：".contains($0) || $0.isNewline }
  }
}

/// What a filter's words are read in.
package struct FilterContext: Sendable {
  /// The day on which they are said: 本周, 12月下旬.
  package var today: Day
  /// Working days.
  package var calendar: WorkCalendar
  /// Saved filters; of two with one name the first.
  package var views: [SavedView]

  /// A context.
  package init(today: Day, calendar: WorkCalendar, views: [SavedView] = []) {
    (self.today, self.calendar, self.views) = (today, calendar, views)
  }
}
