import Campaigns

/// A request for more time and what became of it, as `list --json` and `show --json` say it.
struct ExtensionRecord: Encodable {
  struct DecisionRecord: Encodable {
    var approved: Bool
    var on: Day
    var by: String
    /// The day granted; null where it was refused.
    @Nullable var until: Day?
  }

  var asked: Day
  /// The deadline in force when it was asked for.
  @Nullable var from: Day?
  var until: Day
  /// Asked for after that deadline.
  var late: Bool
  var reason: String
  @Nullable var percent: Int?
  /// Null while it is pending.
  @Nullable var decision: DecisionRecord?

  init(_ request: Extension) {
    (asked, from, until) = (request.asked, request.from, request.until)
    (late, reason, percent) = (request.isLate, request.reason, request.percent)
    decision = request.decision.map {
      DecisionRecord(approved: $0.isApproved, on: $0.on, by: $0.by, until: request.granted)
    }
  }
}
