import ArgumentParser
import Campaigns

/// A subcommand: reads its arguments, does its work in a session, and hands over what it answers. A new one is a file with
/// one of these, and its name in `Root`.
protocol Command: ParsableCommand {
  var global: GlobalOptions { get }
  /// Whether it is about its answer, and not about what it may have saved on the way.
  var isAboutItsAnswer: Bool { get }
  /// How its list is to be shown, where it answers with one.
  var list: ListOptions? { get }
  func run(_ session: Session) throws(Failure) -> Answer
}

/// A command that answers with a list.
protocol ListCommand: Command {
  var listing: ListOptions { get }
}

extension ListCommand {
  var list: ListOptions? { listing }
}

extension Command {
  var isAboutItsAnswer: Bool { false }
  var list: ListOptions? { nil }

  func run() throws {
    var session = try Session(global.settings)
    if let list {
      // What scripts read is the same whoever runs them.
      let command = Arguments.command(in: Arguments.given() ?? []).split(separator: " ").dropFirst()
      let preference = session.format == .text ? session.preference(of: command.joined(separator: " ")) : nil
      session.list = list.settings.preferring(preference)
    }
    defer { if let words = session.runHook() { session.remark(words) } }
    do throws(Failure) { try session.emit(run) } catch {
      if case .store(.doneBefore(_, let entry)) = error {
        return try session.emit { session throws(Failure) in session.repeated(entry) }
      }
      // Whoever is told that it failed does it again.
      guard session.saves.isAny, !isAboutItsAnswer, !error.isSaidAlready, error.code != 0 else { throw error }
      session.remark(session.wording.savedAllTheSame(session.wording.prose(error)))
    }
  }
}

extension Session {
  /// What is told where a change was made before under the same name: nothing was done, and that is no failure.
  fileprivate func repeated(_ entry: HistoryEntry) -> Answer {
    let when = "\(entry.stamp.at.day.iso) \(entry.stamp.at.clock)"
    return Answer(
      ["repeated": true, "record": entry.id],
      remarks: [
        wording.pick(
          "这次改动已于\(when)由\(entry.stamp.by)办过（\(wording.name(entry.command))），未重复。",
          "This was done on \(when) by \(entry.stamp.by) (\(wording.name(entry.command))); nothing was done again."
        )
      ]
    ) { [] }
  }
}
