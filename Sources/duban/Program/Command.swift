import ArgumentParser

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
    if let list { session.list = list.settings }
    do throws(Failure) { try session.emit(run) } catch {
      // Whoever is told that it failed does it again.
      guard session.saves.isAny, !isAboutItsAnswer, !error.isSaidAlready, error.code != 0 else { throw error }
      session.remark(session.wording.savedAllTheSame(session.wording.prose(error)))
    }
  }
}
