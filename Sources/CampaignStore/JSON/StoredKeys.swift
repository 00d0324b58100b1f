/// Every key that the files of format 1 may have. A key that is not here makes a file read-only: it would be lost
/// in writing. A test holds the list to the example in docs/format.md and to what the code writes.
enum StoredKeys {
  static let all: Set<String> = [
    "aliases", "answeredBy", "asked", "assigned", "at", "atLeast", "basis", "before", "behindRed",
    "behindYellow", "by",
    "changed", "closed", "code", "collective", "completed", "completion", "contact", "count", "counters",
    "day",
    "deadline", "decision", "dependsOn", "documentNumber", "dueDay", "dueSoonWorkingDays", "end", "event",
    "events",
    "evidence", "extensions", "file", "format", "from", "goals", "id", "isApproved", "issued", "issuer",
    "kind", "last",
    "leadingGroup", "level", "lights", "line", "log", "members", "mergedInto", "missing", "name", "nextSteps",
    "nextTask", "note", "number", "occurrences", "off", "on", "organisation", "others", "ownDays", "parent",
    "per",
    "percent", "phase", "phases", "problems", "quota", "readings", "reason", "refersTo", "requirement",
    "returns",
    "reviewEvery", "reviewer", "revision", "role", "side", "source", "sourceLine", "stage", "standard",
    "start",
    "state", "strikeOff", "struckBy", "summary", "suspendedFrom", "tags", "targets", "task", "tasks",
    "templates",
    "text", "thenStanding", "timeText", "times", "title", "unit", "units", "until", "upTo", "value", "via",
    "within",
    "word", "working", "year", "yearlyTotal",
  ]
}
