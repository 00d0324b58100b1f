import Campaigns
import PlacedJSON

extension Quota {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      times: try json.int("times"), upTo: try json.optionalInt("upTo"), unit: try json.optionalText("unit"),
      per: try json.choice("per", Period.self), interval: try json.optionalInt("interval"),
      yearlyTotal: try json.optionalInt("yearlyTotal"))
    let points = try json.list("points") { json throws(JSONError) in try DuePoint(json) }
    if !points.isEmpty {
      self.points = points
    } else if per == .month, let day = try json.optionalInt("dueDay") {
      // Files of before 2026-12 name the day of the month only. Beside points, or of another period, it is a key that is not known.
      self.points = [DuePoint(.day(day))]
    }
  }
}

extension DuePoint {
  /// Of two marks the second is a key that is not known.
  init(_ json: JSONObject) throws(JSONError) {
    self.init(month: try json.optionalInt("month"), try DuePoint.mark(json))
  }

  private static func mark(_ json: JSONObject) throws(JSONError) -> Mark {
    if let day = try json.optionalInt("day") { return .day(day) }
    if let nth = try json.optionalInt("workingDay") { return .workingDay(nth) }
    if let week = try json.optionalInt("week") {
      return .weekOfMonth(week, weekday: try json.int("weekday"))
    }
    if let weekday = try json.optionalInt("weekday") {
      return .weekday(weekday, nth: try json.optionalInt("nth"))
    }
    if let feast = try json.optionalText("feast") { return .feast(feast) }
    if let feast = try json.optionalText("beforeFeast") { return .beforeFeast(feast) }
    if let span = try json.optional("afterEnd", { json throws(JSONError) in try TimeSpan(json) }) {
      return .afterEnd(span)
    }
    guard try json.optionalBool("lastDay") == true else { throw json.error(at: "lastDay") }
    return .lastDay
  }
}

extension TimeSpan {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(count: try json.int("count"), unit: try json.choice("unit", TimeSpan.Unit.self))
  }
}
