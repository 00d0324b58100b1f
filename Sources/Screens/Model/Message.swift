import Campaigns
import TerminalFrames

/// What the model is told.
package enum Message: Sendable {
  /// Something came from the terminal.
  case event(Event)
  /// The store was read: at the beginning, because somebody asked, or because others changed it. Damaged files are named
  /// in prose.
  case loaded(Snapshot, flaws: [String])
  /// What was asked for was saved, and what the store holds now; nil where it cannot be read any more.
  case saved(Outcome, Snapshot?)
  /// The text that a draft was read from.
  case source(code: String, SourceReading)
  /// A folder that was asked for.
  case listed(Folder)
  /// What a file would be; whether somebody asked for it.
  case read(String, FileReading, isAsked: Bool)
  /// What the editor was left with.
  case written(FormSheet, String)
  /// What would be undone or redone, or why it cannot be.
  case offered(Reversal, HistoryEntry)
  /// What was asked for was not done; why, in prose.
  case failed(String)
}

/// What was saved.
package enum Outcome: Sendable {
  case acted(Act, Change)
  /// Something was done to so many tasks at once, and not to others.
  case actedOnMany(Form.Kind, count: Int, passedOver: Int)
  case added(Campaign)
  /// Plans were read from a notice and kept as drafts.
  case imported([Campaign])
  /// A draft was accepted, or brought a plan up to date; the plan's code and how many tasks changed.
  case accepted(code: String, count: Int)
  /// A task went to another plan, where it has another id.
  case moved(from: String, to: String)
  /// An event got its days, for the campaign of that code or for all.
  case dated(event: String, EventDays, code: String?)
  case reversed(Reversal, HistoryEntry)
  /// So many instructions were left for the next writer.
  case left(Int)
  /// The settings were changed.
  case set
  /// Who acts is called so now; whether that holds in spite of what the environment says.
  case named(String, isInForce: Bool)
  /// Something was taken away for good; its name.
  case removed(String)
  /// Units were changed; the unit that it is about.
  case units(Campaigns.Unit)
  /// It counts, but something went wrong beside it; what, in prose. It is not to be sent off again.
  case recorded(String)
}

/// What the model wants done, as data. Performed by the program, which answers with messages.
package enum Effect: Sendable, Equatable {
  /// An act on the campaign of that code; these units are added with it.
  case act(code: String, Act, newUnits: [UnitDraft] = [])
  /// The acts of a form on several tasks, as one command; how many tasks it was not done to.
  case acts([CampaignAct], Form.Kind, passedOver: Int)
  /// A campaign is to be added, with this title, number and year.
  case addCampaign(title: String, documentNumber: String?, year: Int?)
  /// The text that a draft was read from is wanted.
  case source(code: String)
  case accept(code: String)
  /// A plan is brought up to date with a draft.
  case updatePlan(code: String, from: String)
  /// A task goes to another plan, into a phase there, the one of the same name where none is said.
  case transfer(id: String, from: String, to: String, phase: String?)
  /// An event gets its days, for the campaign of that code or for all.
  case setEvent(name: String, EventDays, code: String?)
  /// Units are changed, as one command; the name is that of the last one afterwards.
  case units([UnitAct], shows: String)
  /// A campaign that never counted, or a unit that nothing names, is taken away for good.
  case removeCampaign(code: String)
  case removeUnit(id: String, name: String)
  /// What concerns the store as a whole is changed, as one command.
  case settings([SettingsAct])
  /// Who acts is called so from now on; an empty name: as he logs in.
  case setUser(String)
  /// What would be undone or redone is wanted.
  case offer(Reversal)
  /// The command with that number is undone or redone.
  case reverse(Reversal, expecting: Int)
  /// What stands at a path is wanted: a folder's files, or what a file would be. An empty one is where the program was
  /// started.
  case open(path: String)
  /// What a file would be is wanted.
  case read(String, isAsked: Bool)
  /// The plans of a file are kept as drafts.
  case importFile(String)
  /// A form is to be written in the user's editor, which has the terminal meanwhile.
  case write(FormSheet)
  case reload
  /// Looks whether others changed the store, and reads it then.
  case look
  /// Makes a store and opens it.
  case makeStore(Welcome)
  /// Stops the program until it is told to go on.
  case suspend
  case repaint
  case end(Ending)
}

/// How the program ends.
package enum Ending: Sendable, Equatable {
  case quit
  /// The terminal is gone; what is half typed is to be kept.
  case hungUp
  case terminated
}

/// A line that says what happened, until the next key.
package struct Notice: Sendable, Equatable {
  var text: String
  /// Whether something went wrong.
  var isAlert = false
}
