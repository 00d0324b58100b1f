import ArgumentParser

/// A subcommand: reads its arguments, does its work in a session, and hands over what it answers. A new one is a file with
/// one of these, and its name in `Root`.
protocol Command: ParsableCommand {
  var global: GlobalOptions { get }
  /// Whether it is about its answer, and not about what it may have saved on the way.
  var isAboutItsAnswer: Bool { get }
  func run(_ session: Session) throws(Failure) -> Answer
}

extension Command {
  var isAboutItsAnswer: Bool { false }

  func run() throws {
    let session = try Session(global.settings)
    do throws(Failure) { try session.emit(run) } catch {
      // Whoever is told that it failed does it again.
      guard session.saves.isAny, !isAboutItsAnswer, !error.isSaidAlready, error.code != 0 else { throw error }
      session.remark(session.wording.savedAllTheSame(session.wording.prose(error)))
    }
  }
}
