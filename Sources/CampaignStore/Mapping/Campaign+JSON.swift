import Campaigns
import PlacedJSON

// How the files of format 1 are read (docs/format.md). Writing is the encoder's work; a key that is written but not
// read here would make our own files read-only, which a test would see.

extension Campaign {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(code: try json.text("code"), title: try json.text("title"), year: try json.optionalInt("year"))
    format = try json.int("format")
    revision = try json.int("revision")
    documentNumber = try json.optionalText("documentNumber")
    issuer = try json.optionalText("issuer")
    issued = try json.optionalDay("issued")
    basis = try json.texts("basis")
    goals = try json.texts("goals")
    leadingGroup = try json.optionalText("leadingGroup")
    state = try json.choice("state", State.self)
    closed = try json.optionalDay("closed")
    nextTask = try json.int("nextTask")
    phases = try json.list("phases") { json throws(JSONError) in try Phase(json) }
    tasks = try json.list("tasks") { json throws(JSONError) in try Task(json) }
    targets = try json.list("targets") { json throws(JSONError) in try Target(json) }
    events = try json.list("events") { json throws(JSONError) in try NamedEvent(json) }
    log = try json.list("log") { json throws(JSONError) in try LogEntry(json) }
    source = try json.optional("source") { json throws(JSONError) in
      CampaignSource(file: try json.text("file"), line: try json.optionalInt("line"))
    }
    changed = try json.optional("changed") { json throws(JSONError) in try Stamp(json) }
  }
}

extension Phase {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      id: try json.text("id"), name: try json.text("name"), parent: try json.optionalText("parent"),
      start: try json.optionalDay("start"), end: try json.optionalDay("end"),
      timeText: try json.optionalText("timeText"), sourceLine: try json.optionalInt("sourceLine"),
      until: try json.optional("until") { json throws(JSONError) in try EventBinding(json) })
  }
}

extension NamedEvent {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(name: try json.text("name"), day: try json.optionalDay("day"))
    guard let last = try json.optionalDay("until") else { return }
    guard let first = day, let days = EventDays(first: first, last: last) else {
      throw json.error(at: "until")
    }
    self.days = days
  }
}

extension Stamp {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(at: try json.moment("at"), by: try json.text("by"))
  }
}

extension Target {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      name: try json.text("name"), atLeast: try json.number("atLeast"), unit: try json.optionalText("unit"),
      readings: try json.list("readings") { json throws(JSONError) in
        Reading(
          on: try json.day("on"), value: try json.number("value"), note: try json.optionalText("note"),
          id: try json.optionalInt("id"))
      })
  }
}

extension Deadline {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      text: try json.text("text"), kind: try json.choice("kind", DeadlineKind.self),
      start: try json.optionalDay("start"), end: try json.optionalDay("end"),
      quota: try json.optional("quota") { json throws(JSONError) in try Quota(json) },
      event: try json.optional("event") { json throws(JSONError) in try EventBinding(json) },
      thenStanding: try json.optionalBool("thenStanding"))
    let others = try json.texts("others")
    if !others.isEmpty { self.others = others }
  }
}

extension EventBinding {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      name: try json.text("name"), side: try json.choice("side", Side.self),
      within: try json.optional("within") { json throws(JSONError) in try TimeSpan(json) })
  }
}
