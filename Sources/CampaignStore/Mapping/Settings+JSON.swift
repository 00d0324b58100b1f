import Campaigns
import PlacedJSON

extension StoreSettings {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(organisation: try json.optionalText("organisation"))
    format = try json.int("format")
    revision = try json.int("revision")
    lights = try json.optional("lights") { json throws(JSONError) in
      LightProfile(
        dueSoonWorkingDays: try json.int("dueSoonWorkingDays"), behindYellow: try json.int("behindYellow"),
        behindRed: try json.int("behindRed"))
    }
    ownDays = try json.optional("ownDays") { json throws(JSONError) in
      OwnDays(off: try json.days("off"), working: try json.days("working"))
    }
    events = try json.list("events") { json throws(JSONError) in try NamedEvent(json) }
    counters = try json.list("counters") { json throws(JSONError) in
      Counter(word: try json.text("word"), year: try json.int("year"), last: try json.int("last"))
    }
    templates = try json.list("templates") { json throws(JSONError) in
      Template(name: try json.text("name"), text: try json.text("text"))
    }
    views = try json.list("views") { json throws(JSONError) in try SavedView(json) }
    instructors = try json.texts("instructors")
  }
}

extension SavedView {
  /// A saved filter, in the store and in the user's own configuration.
  package init(_ json: JSONObject) throws(JSONError) {
    self.init(name: try json.text("name"), filter: try json.text("filter"))
  }
}

extension UnitRegistry {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(revision: try json.int("revision"))
    format = try json.int("format")
    units = try json.list("units") { json throws(JSONError) in try Unit(json) }
  }
}

extension Unit {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      id: try json.text("id"), name: try json.text("name"), kind: try json.choice("kind", Kind.self),
      aliases: try json.texts("aliases"),
      members: try json.list("members") { json throws(JSONError) in
        Membership(
          unit: try json.text("unit"), from: try json.optionalDay("from"),
          until: try json.optionalDay("until"))
      },
      contact: try json.optionalText("contact"), mergedInto: try json.optionalText("mergedInto"))
  }
}
