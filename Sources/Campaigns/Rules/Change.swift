/// What becomes of an act: values before and after.
package struct Change: Hashable, Sendable {
  /// One value replaced, added or taken away.
  package struct Edit<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value before; nil where it is new.
    package var before: Value?
    /// The value after; nil where it is taken away.
    package var after: Value?
    /// Where in its list a new value goes, or an old one stood.
    package var index: Int?

    /// An edit.
    package init(before: Value?, after: Value?, index: Int? = nil) {
      self.before = before
      self.after = after
      self.index = index
    }
  }

  /// The campaign that it concerns.
  package var code: String
  /// Tasks.
  package var tasks: [Edit<Task>]
  /// Phases.
  package var phases: [Edit<Phase>]
  /// The campaign itself, without phases and tasks.
  package var header: Edit<Campaign>?

  /// A change of one campaign.
  package init(
    code: String, tasks: [Edit<Task>] = [], phases: [Edit<Phase>] = [], header: Edit<Campaign>? = nil
  ) {
    self.code = code
    self.tasks = tasks
    self.phases = phases
    self.header = header
  }

  /// This change and then another one of the same campaign.
  package func followed(by next: Change) -> Change {
    var both = self
    both.tasks += next.tasks
    both.phases += next.phases
    if let later = next.header {
      both.header = Edit(before: header?.before ?? later.before, after: later.after)
    }
    return both
  }

  /// The campaign after the change.
  /// - Throws: `Refusal.changedMeanwhile` where what it touches is no longer as it was.
  package func applied(to campaign: Campaign) throws(Refusal) -> Campaign {
    var result = campaign
    if let header {
      guard header.before == campaign.header, let after = header.after else {
        throw .changedMeanwhile(id: code, by: campaign.changed)
      }
      result = after.withLists(of: campaign)
    }
    for edit in phases { try edit.apply(to: &result.phases, in: result) }
    for edit in tasks { try edit.apply(to: &result.tasks, in: result) }
    let highest = result.tasks.compactMap { countedNumber($0.id.dropFirst(code.count + 1)) }.max() ?? 0
    result.nextTask = max(campaign.nextTask, highest + 1)
    return result
  }
}

extension Change.Edit where Value: Identifiable, Value.ID == String {
  func apply(to list: inout [Value], in campaign: Campaign) throws(Refusal) {
    if let before {
      guard let place = list.firstIndex(where: { $0.id == before.id }), list[place] == before else {
        throw .changedMeanwhile(id: before.id, by: campaign.task(id: before.id)?.changed ?? campaign.changed)
      }
      if let after { list[place] = after } else { list.remove(at: place) }
    } else if let after {
      guard !list.contains(where: { $0.id == after.id }) else {
        throw .changedMeanwhile(id: after.id, by: campaign.changed)
      }
      list.insert(after, at: min(index ?? list.count, list.count))
    }
  }
}

extension Campaign {
  /// The campaign without its lists and without what every change moves on: what a header edit compares and replaces.
  package var header: Campaign {
    var header = self
    header.tasks = []
    header.phases = []
    header.revision = 0
    header.nextTask = 0
    header.changed = nil
    return header
  }

  func withLists(of campaign: Campaign) -> Campaign {
    var whole = self
    whole.tasks = campaign.tasks
    whole.phases = campaign.phases
    whole.revision = campaign.revision
    whole.nextTask = campaign.nextTask
    whole.changed = campaign.changed
    return whole
  }
}

/// Why an act is refused. Nothing has changed then.
package enum Refusal: Error, Hashable, Sendable {
  /// The stage forbids it.
  case stageForbids(id: String, move: String, stage: Stage)
  /// A reason must be given.
  case reasonMissing(id: String, move: String)
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
  /// A day that has not come yet.
  case dayInFuture(Day)
  /// Not between 0 and 100.
  case badPercent(Int)
  /// An empty title or text.
  case emptyText(field: String)
  /// Two tasks that one is split into would have the same title.
  case sameTitle(String)
  /// A campaign that is still a draft.
  case draftPlan(code: String)
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
