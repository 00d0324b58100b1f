/// Why an act is refused. Nothing has changed then.
package enum Refusal: Error, Hashable, Sendable {
  /// What must not be empty.
  package enum Field: Sendable, CaseIterable {
    case alias, name, reason, reviewer, text, title
    /// Who decided on an extension.
    case decider
  }

  case stageForbids(id: String, move: Move, stage: Stage)
  case reasonMissing(id: String, move: Move)
  case unknownTask(id: String)
  case unknownPhase(id: String)
  case unknownEntry(id: String, entry: Int)
  case unknownUnit(name: String, nearest: String?)
  /// The entry cannot be answered: it is no instruction, or no open one.
  case notOpen(id: String, entry: Int, AnswerObstacle)
  case notResponsible(id: String, unit: String)
  case partNotCompleted(id: String, unit: String)
  case alreadyMember(unit: String, of: String)
  case collectiveCircle(String, of: String)
  /// Collectives would lie within one another on more levels than that.
  case nestedTooDeep(unit: String, of: String, limit: Int)
  case dayInFuture(Day)
  /// Not between 0 and 100.
  case badPercent(Int)
  case emptyText(Field)
  /// Two tasks that one is split into would have the same title.
  case sameTitle(String)
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
  case reversedRange(start: Day, end: Day)
  case nameTaken(String)
  /// A name that cannot stand behind the sign of saved filters.
  case badViewName(String)
  /// A code or id that would not be a file name.
  case badCode(String)
  case campaignClosed(code: String)
  /// A quota that asks for nothing, for more at least than at most, or by days that there are none of.
  case badQuota
  /// A count of nothing, or of more than anybody does in a day.
  case badCount(Int)
  case noQuota(id: String)
  /// The task has no deadline in force that could be put off.
  case noDeadline(id: String)
  /// A new deadline that is not later than the one in force.
  case notLater(id: String, until: Day, end: Day)
  case extensionPending(id: String)
  case noExtensionPending(id: String)
  case decidedTooEarly(on: Day, asked: Day)
  /// Nobody owes anything in the task that could be chased.
  case nobodyToChase(id: String)
  case unknownTarget(id: String, name: String, nearest: String?)
  /// A figure that is none: not a number, or beyond what can be shown.
  case badFigure
  /// A later request for more time rests on what is to be corrected.
  case laterExtension(id: String)
  case partCompleted(id: String, unit: String)
  /// A share that is not between 0 and 100 per cent.
  case badShare(Double)
  case notACollective(unit: String)
  /// Something was done about it: it is not taken away for good.
  case hasHistory(id: String)
  /// Tasks or phases are in it.
  case phaseInUse(name: String, tasks: Int)
  /// A task, or where none is said a collective or another unit, names it.
  case unitInUse(name: String, task: String?)
  /// It has members, and is to be something else than a collective.
  case hasMembers(unit: String)
  case notAMember(unit: String, of: String)
  case nothingToDo(id: String)
  case changedMeanwhile(id: String, by: Stamp?)
  /// Light thresholds that make no sense: out of range, or red before yellow.
  case badLights(LightProfile)
  /// It cannot be taken back, or done again, since somebody changed the same later; nil: by hand.
  case changedSince(id: String, by: Stamp?)
  /// It would leave something behind that names what is not there.
  case stillNeeded(Inconsistency)
}

/// A text that must not be empty, without white space around it.
/// - Throws: `Refusal.emptyText`.
package func filled(_ text: String, _ field: Refusal.Field) throws(Refusal) -> String {
  guard let text = text.filled else { throw .emptyText(field) }
  return text
}

/// Refuses what something stands in the way of.
package func require(no obstacle: Refusal?) throws(Refusal) {
  if let obstacle { throw obstacle }
}
