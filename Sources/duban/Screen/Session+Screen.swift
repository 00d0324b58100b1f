import CSystem
import CampaignStore
import Campaigns
import CursesTerminal
import Glibc
import Screens

extension Session {
  /// `duban` alone: the screen where there is a terminal that can show it, the status page elsewhere.
  func begin() throws(Failure) {
    // The screen says of each act that it is saved.
    try requireNoRehearsal()
    var desk = Desk(session: self)
    guard canOpenScreen, case let model = try desk.firstModel(), let terminal = try terminal() else {
      return try emit { session throws(Failure) in try Status.answer(session, isBrief: false) }
    }
    try run(model, desk, on: terminal)
  }

  private var canOpenScreen: Bool {
    guard let kind = Environment["TERM"], !kind.isEmpty, kind != "dumb" else { return false }
    return format == .text && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Whether the store is there, but not to be written by this person.
  private var mayOnlyRead: Bool { access(store.path, F_OK) == 0 && access(store.path, W_OK) != 0 }

  fileprivate func screenSetting(_ settings: StoreSettings) -> Model.Setting {
    let onlyInstructs = onlyInstructs(settings)
    return Model.Setting(
      wording: wording, width: width, isReadOnly: options.readOnly || mayOnlyRead || onlyInstructs,
      mayInstruct: onlyInstructs,
      user: who().user, views: config.views,
      paths: StorePaths(store: store.path, demonstration: store.path + "-demo"))
  }

  /// The terminal, opened; nil where terminfo does not know it.
  private func terminal() throws(Failure) -> CursesTerminal? {
    let charset = String(cString: csystem_screen_locale()).uppercased()
    guard ["UTF-8", "UTF8"].contains(charset) || Charset.isGB(charset) else {
      throw .unusableCharset(charset)
    }
    return CursesTerminal(isColoured: isColoured)
  }

  private func run(_ model: Model, _ desk: Desk, on terminal: consuming CursesTerminal) throws(Failure) {
    var (model, desk) = (model, desk)
    let drafts = DraftFile(store: store.path)
    model.resume(drafts.forms)
    let ending = model.run(on: &terminal) { desk.perform($0) }
    // Before the terminal is given back: it may be gone, the text is not to be.
    drafts.keep(model.unsent, store: desk.session.store.path)
    let signal = terminal.endingSignal ?? SIGTERM
    _ = consume terminal
    switch ending {
    case .quit: return
    case .hungUp: throw .silent(128 + SIGHUP)
    case .terminated: throw .silent(128 + signal)
    }
  }
}

extension Desk {
  /// The screen's state at its beginning. Whatever is wrong with the store is said before the screen opens.
  mutating func firstModel() throws(Failure) -> Model {
    do throws(Failure) { return model(of: try read()) } catch {
      guard case .store(let store) = error, store.meansNoStoreYet, !session.options.readOnly else {
        throw error
      }
      let empty = Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [])
      return Model(firstRun: session.screenSetting(empty.settings), session.judged(empty))
    }
  }

  /// The same where the store was read.
  func model(of snapshot: Snapshot) -> Model {
    Model(
      session.screenSetting(snapshot.settings), snapshot, flaws: snapshot.flaws.map(session.wording.prose))
  }
}
