import Campaigns
import PlacedJSON

extension Task {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      id: try json.text("id"), title: try json.text("title"),
      deadline: try Deadline(try json.object("deadline")),
      stage: try json.choice("stage", Stage.self))
    number = try json.optionalText("number")
    parent = try json.optionalText("parent")
    phase = try json.optionalText("phase")
    text = try json.optionalText("text")
    sourceLine = try json.optionalInt("sourceLine")
    units = try json.list("units") { json throws(JSONError) in
      Responsibility(
        unit: try json.optionalText("unit"), name: try json.text("name"),
        role: try json.choice("role", Role.self))
    }
    suspendedFrom = try json.optionalChoice("suspendedFrom", Stage.self)
    requirement = try json.optionalChoice("requirement", Requirement.self)
    tags = try json.texts("tags")
    standard = try json.optionalText("standard")
    percent = try json.optionalInt("percent")
    problems = try json.optionalText("problems")
    nextSteps = try json.optionalText("nextSteps")
    assigned = try json.optionalDay("assigned")
    completion = try json.optional("completion") { json throws(JSONError) in
      Completion(
        on: try json.day("on"), summary: try json.optionalText("summary"),
        evidence: try json.optionalText("evidence"), missing: try json.texts("missing"))
    }
    strikeOff = try json.optional("strikeOff") { json throws(JSONError) in
      StrikeOff(on: try json.day("on"), reviewer: try json.text("reviewer"))
    }
    returns = try json.optionalInt("returns")
    members = try json.list("members") { json throws(JSONError) in try MemberStatus(json) }
    memberRule = try json.optional("memberRule") { json throws(JSONError) in
      MemberRule(
        kind: try json.choice("kind", MemberRule.Kind.self), count: try json.optionalInt("count"))
    }
    occurrences = try json.list("occurrences") { json throws(JSONError) in
      Occurrence(
        on: try json.day("on"), count: try json.int("count"), unit: try json.optionalText("unit"),
        note: try json.optionalText("note"), id: try json.optionalInt("id"))
    }
    extensions = try json.list("extensions") { json throws(JSONError) in try Extension(json) }
    targets = try json.list("targets") { json throws(JSONError) in try Target(json) }
    reviewEvery = try json.optionalChoice("reviewEvery", Period.self)
    quotaDays = try json.optional("quotaDays") { json throws(JSONError) in
      QuotaDays(start: try json.day("start"), end: try json.day("end"))
    }
    dependsOn = try json.texts("dependsOn")
    splitFrom = try json.optionalText("splitFrom")
    formerIDs = try json.texts("formerIDs")
    log = try json.list("log") { json throws(JSONError) in try LogEntry(json) }
    changed = try json.optional("changed") { json throws(JSONError) in try Stamp(json) }
  }
}

extension MemberStatus {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      unit: try json.text("unit"), name: try json.text("name"),
      collective: try json.optionalText("collective"),
      completed: try json.optionalDay("completed"))
    percent = try json.optionalInt("percent")
    evidence = try json.optionalText("evidence")
    from = try json.optionalDay("from")
    until = try json.optionalDay("until")
  }
}

extension Extension {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      asked: try json.day("asked"), from: try json.optionalDay("from"), until: try json.day("until"),
      reason: try json.text("reason"), percent: try json.optionalInt("percent"),
      decision: try json.optional("decision") { json throws(JSONError) in
        guard let isApproved = try json.optionalBool("isApproved") else { throw json.error }
        return Decision(
          isApproved: isApproved, on: try json.day("on"), by: try json.text("by"),
          until: try json.optionalDay("until"), id: try json.optionalInt("id"))
      }, id: try json.optionalInt("id"))
  }
}

extension LogEntry {
  init(_ json: JSONObject) throws(JSONError) {
    self.init(
      id: try json.int("id"), stamp: Stamp(at: try json.moment("at"), by: try json.text("by")),
      kind: try Kind(json), on: try json.optionalDay("on"), text: try json.optionalText("text"),
      unit: try json.optionalText("unit"), via: try json.optionalText("via"))
    // What stands there is the leader.
    if leader != nil { unit = nil }
    struckBy = try json.optionalInt("struckBy")
    if kind == .completed { evidence = try json.optionalText("evidence") }
  }
}

extension LogEntry.Kind {
  /// What another kind has is a key that is not known.
  init(_ json: JSONObject) throws(JSONError) {
    switch try json.choice("kind", Name.self) {
    case .progress:
      self = .progress(
        percent: try json.optionalInt("percent"), count: try json.optionalInt("count"),
        answers: try json.optionalInt("refersTo"))
    case .instruction:
      self = .instruction(
        leader: try json.optionalText("unit"), answeredBy: try json.optionalInt("answeredBy"))
    case .chase:
      self = .chase(level: try json.optionalInt("level"), number: try json.optionalInt("number"))
    case .correction: self = .correction(of: try json.optionalInt("refersTo"))
    case .extension:
      let until = try json.optionalDay("until")
      if let isApproved = try json.optionalBool("isApproved") {
        self = .extensionDecided(
          isApproved: isApproved, until: until, by: try json.optionalText("unit"),
          request: try json.optionalInt("refersTo"))
      } else {
        self = .extensionAsked(until: until, percent: try json.optionalInt("percent"))
      }
    case .note: self = .note
    case .assigned: self = .assigned
    case .acknowledged: self = .acknowledged
    case .submitted: self = .submitted
    case .returned: self = .returned
    case .completed: self = .completed
    case .struckOff: self = .struckOff
    case .reopened: self = .reopened
    case .suspended: self = .suspended
    case .resumed: self = .resumed
    case .cancelled: self = .cancelled
    case .edited: self = .edited
    case .split: self = .split
    case .moved: self = .moved
    }
  }
}
