import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban config …`: the store's settings and the user's own.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: .say("设置：台账库的和本人的，列出、查看、更改、取消。", "Settings of the store and your own: list, get, set, unset."),
    discussion: .say(
      """
      duban config                                 列出全部设置
      duban config set organisation 某市人民医院党办   单位名称
      duban config set user 党办干事                  我的姓名或职务（记在本人配置中）
      duban config set event.汛期 6月1日至9月30日      事件日期
      duban config set template.催办 请于两日内反馈进展。
      duban config set dueSoon 5                   五个工作日以内为临期
      duban config unset dueSoon                   恢复默认
      duban config set columns.list id,title,due   duban list 显示的列
      duban config set sort.list -- -due           按时限倒序
      """,
      """
      duban config                                 shows all settings
      duban config set organisation 某市人民医院党办   whose ledger it is
      duban config set user 党办干事                  who I am, kept in my own configuration
      duban config set event.汛期 6月1日至9月30日      the days of an event
      duban config set template.催办 请于两日内反馈进展。
      duban config set dueSoon 5                   due soon at five working days
      duban config unset dueSoon                   back to the default
      duban config set columns.list id,title,due   the columns of duban list
      duban config set sort.list -- -due           sorted by deadline, the last first
      """),
    subcommands: [ConfigList.self, ConfigGet.self, ConfigSet.self, ConfigUnset.self, ConfigEdit.self],
    defaultSubcommand: ConfigList.self)
}

struct ConfigList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say("列出全部设置。", "All settings."),
    discussion: "duban config list")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @OptionGroup(title: .say("列表选项", "List options")) var listing: ListOptions

  func run(_ session: Session) throws(Failure) -> Answer {
    let settings = try session.knownSettings()
    return session.answer(ConfigKey.fixed + session.own(settings), settings)
  }
}

struct ConfigGet: Command {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: .say("查看一项设置。", "One setting."),
    discussion: "duban config get dueSoon")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("设置的名称，如 organisation、event.汛期。", "The setting's name, as in organisation.")) var key:
    String

  func run(_ session: Session) throws(Failure) -> Answer {
    let (key, settings) = (try ConfigKey(typed: key), try session.knownSettings())
    switch key {
    case .columns(let list), .sort(let list): _ = try ConfigKey.list(list)
    case .event, .template, .view:
      guard key.value(settings, session.config) != nil else {
        throw .badChoice(option: "KEY", text: key.name, allowed: session.names(of: settings))
      }
    case .organisation, .dueSoon, .behindYellow, .behindRed, .daysOff, .daysOn, .instructors, .own: break
    }
    return session.answer([key], settings, isBare: true)
  }
}

struct ConfigSet: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: .say("更改一项设置。", "Change a setting."),
    discussion: "duban config set dueSoon 5")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("设置的名称，如 organisation、event.汛期。", "The setting's name, as in organisation.")) var key:
    String
  @Argument(help: .say("新的值；日期可写多个。", "Its value; several days may be given.")) var value: [String]

  func run(_ session: Session) throws(Failure) -> Answer {
    let key = try ConfigKey(typed: key)
    let text = value.joined(separator: " ").trimmed
    guard !text.isEmpty else { throw .nothingGiven(what: "VALUE") }
    return session.told([key], try session.set(key, to: text), overridden: key)
  }
}

struct ConfigUnset: Command {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: .say("取消一项设置，恢复默认。", "Take a setting back to its default."),
    discussion: """
      duban config set dueSoon 5
      duban config unset dueSoon
      """)
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("设置的名称。", "The setting's name.")) var key: String

  func run(_ session: Session) throws(Failure) -> Answer {
    let key = try ConfigKey(typed: key)
    guard key.value(try session.knownSettings(), try Session.config()) != nil else {
      throw .refused(.nothingToDo(id: key.name))
    }
    return session.told([key], try session.set(key, to: nil), overridden: nil)
  }
}

struct ConfigEdit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: .say("用编辑器改本人配置。", "Edit your own configuration in an editor."),
    discussion: .say(
      """
      duban config edit

      台账库的设置用 duban config set 更改。
      """,
      """
      duban config edit

      The store's settings are changed by duban config set.
      """))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions

  func run() throws {
    // What cannot be read is what is to be mended.
    try Session(global.settings, config: (try? Session.config()) ?? Session.Config()).emit(run)
  }

  func run(_ session: Session) throws(Failure) -> Answer {
    try session.requireChange()
    try session.requireNoRehearsal()
    guard let file = ConfigFile() else { throw .nothingGiven(what: "$HOME") }
    let before = try file.text()
    let after: String
    do throws(EditorFailure) {
      after = try Editor(charset: session.output.charset).edited(before)
    } catch { throw .editor(error) }
    let wording = session.wording
    guard after.trimmed != before.trimmed else {
      return Answer(["path": file.path], remarks: [wording.pick("没有改动。", "Nothing was changed.")]) { [] }
    }
    let config = try file.set(whole: after)
    if let key = config.unknownKey { session.remark(wording.unknownConfigKey(key)) }
    return Answer(["path": file.path]) {
      [.line(wording.pick("已保存个人配置：\(file.path)", "Saved: \(file.path)"))]
    }
  }
}

extension ConfigKey {
  fileprivate init(typed name: String) throws(Failure) {
    guard let key = ConfigKey(named: name) else {
      throw .badChoice(
        option: "KEY", text: name,
        allowed: ConfigKey.fixed.map(\.name) + [
          "event.NAME", "template.NAME", "view.NAME", "columns.LIST", "sort.LIST",
        ])
    }
    self = key
  }
}

extension Session {
  /// The store's settings; nil where there is no store, which has none.
  fileprivate func knownSettings() throws(Failure) -> StoreSettings? {
    do throws(Failure) { return try ledger(naming: []).settings } catch {
      guard case .store(let cause) = error, cause.meansNoStoreYet else { throw error }
      return nil
    }
  }

  /// Settings that are there under names of their own.
  func own(_ settings: StoreSettings?) -> [ConfigKey] {
    (settings?.events.map { .event($0.name) } ?? [])
      + (settings?.templates.map { .template($0.name) } ?? [])
      + config.views.map { .view($0.name) }
      + config.lists.flatMap { list -> [ConfigKey] in
        (list.columns.isEmpty ? [] : [.columns(list.name)]) + (list.sort.isEmpty ? [] : [.sort(list.name)])
      }
  }

  fileprivate func names(of settings: StoreSettings?) -> [String] {
    (ConfigKey.fixed + own(settings)).map(\.name)
  }

  /// What settings are now, after one was changed.
  fileprivate func told(_ keys: [ConfigKey], _ saved: StoreSettings?, overridden key: ConfigKey?) -> Answer {
    let answer: Answer
    do throws(Failure) {
      let settings = if let saved { saved } else { try knownSettings() }
      answer = self.answer(keys, settings)
    } catch {
      return Answer([:]) { [.line(wording.savedAllTheSame(wording.prose(error)))] }
    }
    guard key == .own(.user), options.as != nil || Environment["DUBAN_USER"] != nil else { return answer }
    remark(wording.pick("--as 或 DUBAN_USER 优先于此设置。", "--as or DUBAN_USER goes before this setting."))
    return answer
  }

  fileprivate func answer(_ keys: [ConfigKey], _ settings: StoreSettings?, isBare: Bool = false) -> Answer {
    let config = (try? Session.config()) ?? self.config
    let rows = keys.map { (key: $0, value: $0.value(settings, config)) }
    func record(_ row: (key: ConfigKey, value: String?)) -> JSONRecord {
      [
        "key": row.key.name, "value": row.value ?? row.key.usual,
        "source": row.value == nil ? "default" : row.key.isOwn ? "user" : "store",
      ]
    }
    if isBare {
      return Answer(["settings": rows.map(record)]) {
        rows.map { .line($0.value ?? $0.key.usual ?? "") }
      }
    }
    let columns: [ListColumn<(key: ConfigKey, value: String?)>] = [
      ListColumn(
        "key",
        Column(wording.pick("设置", "setting"), least: 12, isFlexible: true, comfort: 16) { Span($0.key.name) }),
      ListColumn(
        "value",
        Column(wording.pick("值", "value"), least: 10, isFlexible: true, comfort: 24) { row in
          row.value.map { Span($0) }
            ?? Span(row.key.usual.map { $0 + wording.pick("（默认）", " (default)") } ?? "—", .dim)
        }),
      ListColumn(
        "meaning",
        Column(wording.pick("含义", "meaning"), least: 28) {
          Span($0.key.meaning(wording), .dim)
        }),
    ]
    return Answer(Listing("settings", columns, rows: rows, none: "", record: record))
  }
}
