/// Why an act is refused. Nothing has changed then.
package enum Refusal: Error, Hashable, Sendable {
  /// What must not be empty.
  package enum Field: Sendable, CaseIterable {
    case alias, name, reason, reviewer, text, title
    /// Who decided on an extension.
    case decider
  }

  /// The stage forbids it.
  case stageForbids(id: String, move: Move, stage: Stage)
  /// A reason must be given.
  case reasonMissing(id: String, move: Move)
  /// No such task, phase, entry or unit.
  case unknownTask(id: String)
  case unknownPhase(id: String)
  case unknownEntry(id: String, entry: Int)
  case unknownUnit(name: String, nearest: String?)
  /// The entry cannot be answered: it is no instruction, or no open one.
  case notOpen(id: String, entry: Int, AnswerObstacle)
  /// The unit has no part in the task.
  case notResponsible(id: String, unit: String)
  /// The member has not completed its part.
  case partNotCompleted(id: String, unit: String)
  /// The unit is a member already.
  case alreadyMember(unit: String, of: String)
  /// A collective would be part of itself.
  case collectiveCircle(String, of: String)
  /// Collectives would lie within one another on more levels than that.
  case nestedTooDeep(unit: String, of: String, limit: Int)
  /// A day that has not come yet.
  case dayInFuture(Day)
  /// Not between 0 and 100.
  case badPercent(Int)
  /// What must be filled in is empty.
  case emptyText(Field)
  /// Two tasks that one is split into would have the same title.
  case sameTitle(String)
  /// A campaign that is still a draft.
  case draftPlan(code: String)
  /// A campaign that is no draft any more: a task of it has begun.
  case notADraft(code: String, id: String)
  /// A task waits for another one, and only one of the two would go.
  case parted(waiting: String, on: String)
  /// The event that a deadline hangs on has another day in the campaign that the task would go to.
  case eventDiffers(name: String, from: EventDays?, to: EventDays, code: String)
  /// A task would wait for itself; the way back to it.
  case circle(chain: [String])
  /// A task cannot wait for one of another campaign.
  case otherCampaign(id: String, other: String)
  /// A range that ends before it starts.
  case reversedRange(start: Day, end: Day)
  /// The name or code is taken.
  case nameTaken(String)
  /// A code or id that would not be a file name.
  case badCode(String)
  /// The campaign is closed.
  case campaignClosed(code: String)
  /// A quota that asks for nothing, for more at least than at most, or by days that there are none of.
  case badQuota
  /// A count of nothing, or of more than anybody does in a day.
  case badCount(Int)
  /// The task has no quota.
  case noQuota(id: String)
  /// The task has no deadline in force that could be put off.
  case noDeadline(id: String)
  /// A new deadline that is not later than the one in force.
  case notLater(id: String, until: Day, end: Day)
  /// A request for more time waits for a decision already.
  case extensionPending(id: String)
  /// No request for more time waits for a decision.
  case noExtensionPending(id: String)
  /// A decision before the request that it is on.
  case decidedTooEarly(on: Day, asked: Day)
  /// Nobody owes anything in the task that could be chased.
  case nobodyToChase(id: String)
  /// The task has no target of that name.
  case unknownTarget(id: String, name: String, nearest: String?)
  /// A figure that is none: not a number, or beyond what can be shown.
  case badFigure
  /// A later request for more time rests on what is to be corrected.
  case laterExtension(id: String)
  /// The unit has completed its part.
  case partCompleted(id: String, unit: String)
  /// A share that is not between 0 and 100 per cent.
  case badShare(Double)
  /// The unit is no collective.
  case notACollective(unit: String)
  /// The unit is no member of the collective.
  case notAMember(unit: String, of: String)
  /// Nothing would change.
  case nothingToDo(id: String)
  /// Somebody changed it meanwhile.
  case changedMeanwhile(id: String, by: Stamp?)
  /// Light thresholds that make no sense: out of range, or red before yellow.
  case badLights(LightProfile)
  /// It cannot be taken back, or done again, since somebody changed the same later; nil: by hand.
  case changedSince(id: String, by: Stamp?)
  /// It would leave something behind that names what is not there.
  case stillNeeded(Inconsistency)
}

/// A text that must not be empty, without white space around it.
func filled(_ text: String, _ field: Refusal.Field) throws(Refusal) -> String {
  guard let text = text.filled else { throw .emptyText(field) }
  return text
}

/// Refuses what something stands in the way of.
package func require(no obstacle: Refusal?) throws(Refusal) {
  if let obstacle { throw obstacle }
}
