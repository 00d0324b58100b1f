import Campaigns
import PlacedJSON

extension JSONObject {
  /// A day that may be absent.
  func optionalDay(_ key: StaticString) throws(JSONError) -> Day? {
    guard let text = try optionalText(key) else { return nil }
    guard let day = Day(iso: text) else { throw error(at: key) }
    return day
  }

  /// A day.
  func day(_ key: StaticString) throws(JSONError) -> Day {
    guard let day = try optionalDay(key) else { throw error }
    return day
  }

  /// A moment.
  func moment(_ key: StaticString) throws(JSONError) -> Moment {
    guard let moment = Moment(iso: try text(key)) else { throw error(at: key) }
    return moment
  }

  /// One of a few words, which may be absent.
  func optionalChoice<Choice: RawRepresentable<String>>(_ key: StaticString, _ type: Choice.Type)
    throws(JSONError)
    -> Choice?
  {
    guard let text = try optionalText(key) else { return nil }
    guard let choice = Choice(rawValue: text) else { throw error(at: key) }
    return choice
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable<String>>(_ key: StaticString, _ type: Choice.Type) throws(JSONError)
    -> Choice
  {
    guard let choice = try optionalChoice(key, type) else { throw error }
    return choice
  }

  /// The values of a list of objects; none where it is absent.
  package func list<Value>(_ key: StaticString, _ make: (JSONObject) throws(JSONError) -> Value)
    throws(JSONError)
    -> [Value]
  {
    let objects = try objects(key)
    var values: [Value] = []
    values.reserveCapacity(objects.count)
    for object in objects { values.append(try make(object)) }
    return values
  }

  /// The value of an object that may be absent.
  func optional<Value>(_ key: StaticString, _ make: (JSONObject) throws(JSONError) -> Value) throws(JSONError)
    -> Value?
  {
    guard let object = try optionalObject(key) else { return nil }
    return try make(object)
  }

  /// The days of a list of texts.
  func days(_ key: StaticString) throws(JSONError) -> [Day] {
    var days: [Day] = []
    for text in try texts(key) {
      guard let day = Day(iso: text) else { throw error(at: key) }
      days.append(day)
    }
    return days
  }
}
