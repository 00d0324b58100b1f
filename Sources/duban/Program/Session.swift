import CSystem
import CampaignStore
import Campaigns
import Glibc
import PlacedJSON
import ReferenceData
import Synchronization
import TerminalFrames
import Wording

/// Everything that a command works with, as values: who, when, which store, which language, where to print. Only
/// `init(_ options:)` reads the environment and the clock; tests give others.
struct Session {
  let options: Settings
  let wording: Wording
  var today: Day
  var store: Store
  let config: Config
  /// Columns of the terminal; what `--width` or `$COLUMNS` says where the output goes elsewhere, else nil.
  let columns: Int?
  /// Whether colours may be used. Everything that they say is said in words too.
  let isColoured: Bool
  /// The form in which the answer is asked for.
  let format: OutputFormat
  /// How a list is to be shown.
  var list = ListSettings()
  let output: Output
  let clock: @Sendable () -> Moment
  /// Who acts, and from which login; asked for by what writes only.
  var who: @Sendable () -> (user: String, login: String)
  /// The login that runs the program, with its groups.
  var account: @Sendable () -> Account = { Account.own }
  /// Whether all that was asked of the store could be had.
  var soundness = Soundness()
  /// Whether something was saved in this session.
  let saves = Saves()

  /// Settings of a user, in the XDG configuration folder.
  struct Config {
    var lang: String?
    var store: String?
    var user: String?
    var ambiguousIsWide: Bool?
    var views: [SavedView] = []
    /// What shows long answers, and what is told of changes, as a shell understands them.
    var pager: String?
    var onChange: String?
    /// How lists are to be shown.
    var lists: [ListPreference] = []
    /// A key of the file that is none of these.
    var unknownKey: String?
    init() {}

    init(_ json: JSONObject) throws(JSONError) {
      lang = try json.optionalText("lang")
      store = try json.optionalText("store")
      user = try json.optionalText("user")
      ambiguousIsWide = try json.optionalBool("ambiguousIsWide")
      pager = try json.optionalText("pager")
      onChange = try json.optionalText("onChange")
      lists = try json.list("lists") { json throws(JSONError) in try ListPreference(json) }
      views = try json.list("views") { json throws(JSONError) in try SavedView(json) }
    }

    /// How a command's list is to be shown.
    func list(_ command: String) -> ListPreference? {
      let name = ListPreference.name(of: command)
      return lists.first { $0.name == name }
    }
  }
}

extension Session {
  /// A session as the command line, the configuration and the environment say.
  /// `config` is the user's own settings where they are known.
  init(_ options: Settings, config known: Config? = nil) throws(Failure) {
    let format = try OutputFormat(asked: options.formats)
    let config = if let known { known } else { try Session.config() }
    let terminal = Int(csystem_terminal_columns(STDOUT_FILENO))
    if let lang = options.lang, Language(rawValue: lang) == nil { throw .badLanguage(lang) }
    self.init(
      options: options, wording: Wording(Session.language(options.lang, config)),
      today: try options.asOf.map { text throws(Failure) in try Session.day(text, option: "--as-of") }
        ?? Session.machineClock.day,
      store: Store(path: Session.storePath(options, config), indexing: Session.indexing(options)),
      config: config,
      columns: try Session.columns(options, terminal),
      isColoured: terminal > 0 && !options.noColor && format == .text
        && Environment["NO_COLOR"]?.isEmpty != false && Environment["TERM"] != "dumb",
      format: format, output: Output(charset: Arguments.charset), clock: { Session.machineClock },
      who: { Session.who(options, config) })
    if let key = config.unknownKey {
      remark(wording.unknownConfigKey(key))
    }
    if let lang = config.lang, Language(rawValue: lang) == nil {
      remark(
        wording.pick(
          "个人配置里的语言“\(lang)”不可用，请用 zh 或 en。",
          "The configuration's language \(wording.quoted(lang)) is none; use zh or en."))
    }
  }

  /// How what is known of campaigns is kept beside a store.
  private static func indexing(_ options: Settings) -> IndexSetting {
    let id = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      count = Int(csystem_build_id(buffer.baseAddress, Int32(buffer.count)))
    }
    var setting = IndexSetting(
      program: id.map { String($0, radix: 16) }.joined(separator: " "),
      cache: Environment.folder("XDG_CACHE_HOME", ".cache").map { $0 + "/duban" },
      mayWrite: !options.readOnly)
    if let smallest = Environment["DUBAN_INDEX_FROM"].flatMap({ Int($0) }) { setting.smallest = smallest }
    return setting
  }

  private static var machineClock: Moment { Moment(seconds: time(nil)) }

  /// The language for a message before there is a session.
  static func language(_ option: String?, _ config: Config?) -> Language {
    if let language = option.flatMap(Language.init) { return language }
    if let language = Environment["DUBAN_LANG"].flatMap(Language.init) { return language }
    if let language = config?.lang.flatMap(Language.init) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .en : .zh
  }

  /// The user's own settings.
  static func config() throws(Failure) -> Config {
    guard let file = ConfigFile(), let bytes = try file.read() else { return Config() }
    return try ConfigFile.read(bytes, path: file.path)
  }

  private static func storePath(_ options: Settings, _ config: Config) -> String {
    if let path = options.store { return path }
    if let path = Environment["DUBAN_STORE"], !path.isEmpty { return path }
    if let path = config.store {
      // As a shell would write it, which reads no such file.
      guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
      return home + path.dropFirst()
    }
    return (Environment.folder("XDG_DATA_HOME", ".local/share") ?? "./.local/share") + "/duban"
  }

  /// A day as people write one on a command line: 2011-04-20, or words that mean one day.
  static func day(_ text: String, option: String, year: Int? = nil) throws(Failure) -> Day {
    if let day = Day(iso: text) { return day }
    let today = machineClock.day
    let context = TimeContext(year: year ?? today.year, from: today, calendar: .weekendsOnly)
    guard let day = TimeReader(context).read(text).day else { throw .badDate(option: option, text: text) }
    return day
  }

  /// A day of an option, today where it is not given.
  func day(_ text: String?, option: String) throws(Failure) -> Day? {
    try text.map { text throws(Failure) in try Session.day(text, option: option, year: today.year) }
  }

  /// A day, where it is not so far ahead that it can only be a slip of the hand; `--yes` says that it is meant.
  func likely(_ day: Day, _ option: String) throws(Failure) -> Day {
    guard day > clock().day + 366, !options.yes else { return day }
    throw .notAgreed(
      wording.pick("\(option) 的 \(day.iso) 在一年以后。", "\(option) \(day.iso) is more than a year ahead."))
  }

  /// Who acts: `--as`, then `$DUBAN_USER`, the configuration, the login with its real name.
  private static func who(_ options: Settings, _ config: Config) -> (user: String, login: String) {
    let login = Account.own.described
    guard let name = options.as ?? Environment["DUBAN_USER"] ?? config.user, !name.isEmpty else {
      return (login, login)
    }
    return (name, login)
  }

  /// - Throws: where nothing may be changed, or what became of it could not be said.
  func requireChange() throws(Failure) {
    if options.readOnly { throw .readOnly }
    if format.saysNoChange { throw refusal(of: OutputFormat.named) }
  }

  /// - Throws: where a rehearsal is wanted, or a change that is made once only, of a command that keeps no record.
  func requireNoRehearsal() throws(Failure) {
    guard options.dryRun || options.key != nil else { return }
    throw .noRehearsal(
      option: options.dryRun ? "--dry-run" : "--key", command: Arguments.command(in: Arguments.given() ?? []))
  }

  /// Whether files outside the store may be read.
  var mayReadFiles: Bool { !options.readOnly || options.allowFiles }

  /// - Throws: where a file outside the store may not be read.
  func requireFiles(_ path: String) throws(Failure) {
    if !mayReadFiles { throw .notForReaders(path) }
  }

  /// What the store records of this act.
  func writing() throws(Failure) -> WriteContext {
    try requireChange()
    var context = try writeContext()
    context.account = account()
    return context
  }

  /// The same, whoever acts.
  func writeContext() throws(Failure) -> WriteContext {
    // What is recorded on a day that comes in years is a slip of the hand.
    if options.asOf != nil { _ = try likely(today, "--as-of") }
    let (now, (user, login)) = (clock(), who())
    let rehearses: @Sendable () -> Void = { [saves] in saves.noteRehearsal() }
    return WriteContext(
      today: today, stamp: Stamp(at: now, by: user), login: login,
      holder: "\(user), pid \(getpid()), \(now.day.iso) \(now.clock)",
      holidays: ReferenceData.allHolidays, counts: { [saves] in saves.note($0) },
      rehearses: options.dryRun ? rehearses : nil,
      // What follows in the same command is a part of the same change.
      key: saves.isAny ? nil : options.key)
  }

  /// How wide characters are, and how many columns there are.
  var width: DisplayWidth { DisplayWidth(ambiguousIsWide: config.ambiguousIsWide ?? output.isGB) }

  /// What an answer is laid out on. Where nothing says how wide it may be, sentences take the columns of a screen, and tables as
  /// many as they need.
  func page(_ answer: Answer) -> Page {
    Page(
      wording: wording, width: width, columns: columns ?? Page.usual,
      tableColumns: answer.isWide ? .max : columns ?? (answer.isScreenful ? Page.usual : .max),
      isColoured: isColoured)
  }

  /// Most columns: lines are filled with spaces up to them.
  private static let widest = 10_000

  private static func columns(_ options: Settings, _ terminal: Int) throws(Failure) -> Int? {
    if let width = options.width {
      guard width > 0 else { throw .badNumber(option: "--width", text: "\(width)") }
      guard width <= widest else { throw .tooMuch(.number(widest, of: "--width")) }
      return width
    }
    return terminal > 0
      ? terminal : Environment["COLUMNS"].flatMap { Int($0) }.map { min(max(1, $0), widest) }
  }

  /// Says on standard error what is no part of the answer.
  func remark(_ words: String) {
    if format == .json { return output.record(["schema": 1, "remark": words]) }
    output.message("duban: " + VisibleText.of(words))
  }

  /// Changes the store.
  func change<T>(_ body: (Store, WriteContext) throws(StoreError) -> T) throws(Failure) -> T {
    let writing = try writing()
    return try onStore { store throws(StoreError) in try body(store, writing) }
  }

  /// Runs `body` and speaks of the store's failures in the program's terms.
  func onStore<T>(_ body: (Store) throws(StoreError) -> T) throws(Failure) -> T {
    do throws(StoreError) { return try body(store) } catch { throw .store(error) }
  }
}

/// Remembers that a change counts.
final class Saves: Sendable {
  private let any = Atomic(false)
  private let rehearsed = Atomic(false)
  private let records = Mutex<[[UInt8]]>([])
  var isAny: Bool { any.load(ordering: .relaxed) }
  func note(_ record: [UInt8]) {
    any.store(true, ordering: .relaxed)
    // What counts without a record, an instruction that was left, is nothing to tell a hook.
    if !record.isEmpty { records.withLock { $0.append(record) } }
  }
  /// The journal's lines of what was saved since they were asked for last.
  func takeRecords() -> [[UInt8]] {
    records.withLock { records in
      defer { records = [] }
      return records
    }
  }
  /// Whether something would have been saved, were it not a rehearsal.
  var isRehearsal: Bool { rehearsed.load(ordering: .relaxed) }
  func noteRehearsal() { rehearsed.store(true, ordering: .relaxed) }
}

/// The environment, read one variable at a time: most commands need three of them.
enum Environment {
  static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A folder of the user's: where the variable says, else in its usual place at home.
  static func folder(_ variable: String, _ usual: String) -> String? {
    self[variable].flatMap { $0.isEmpty ? nil : $0 } ?? Environment["HOME"].map { "\($0)/\(usual)" }
  }
}
