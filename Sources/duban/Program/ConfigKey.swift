import CampaignStore
import Campaigns
import PlacedJSON
import Wording

/// What `duban config` lists, gets and sets: the store's settings, and the user's own.
enum ConfigKey: Equatable {
  case organisation, dueSoon, behindYellow, behindRed, daysOff, daysOn, instructors
  case event(String), template(String)
  /// A saved filter of the user's own.
  case view(String)
  /// The columns of a list, and what it is sorted by, by its command.
  case columns(String), sort(String)
  case own(ConfigFile.Key)

  /// Those that are always listed; events and templates are as many as there are.
  static let fixed: [ConfigKey] =
    [.organisation, .dueSoon, .behindYellow, .behindRed, .daysOff, .daysOn, .instructors]
    + ConfigFile.Key.allCases.map { .own($0) }

  /// Its name on the command line.
  var name: String {
    switch self {
    case .organisation: "organisation"
    case .dueSoon: "dueSoon"
    case .behindYellow: "behindYellow"
    case .behindRed: "behindRed"
    case .daysOff: "daysOff"
    case .daysOn: "daysOn"
    case .instructors: "instructors"
    case .event(let name): "event.\(name)"
    case .template(let name): "template.\(name)"
    case .view(let name): "view.\(name)"
    case .columns(let list): "columns.\(list)"
    case .sort(let list): "sort.\(list)"
    case .own(let key): key.rawValue
    }
  }

  /// The key of that name; nil where there is none.
  init?(named name: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, !parts[1].trimmed.isEmpty {
      switch parts[0] {
      case "event": self = .event(parts[1].trimmed)
      case "template": self = .template(parts[1].trimmed)
      case "view": self = .view(parts[1].trimmed)
      case "columns": self = .columns(parts[1].trimmed)
      case "sort": self = .sort(parts[1].trimmed)
      default: return nil
      }
    } else if let key = ConfigKey.fixed.first(where: { $0.name == name }) {
      self = key
    } else {
      return nil
    }
  }

  /// Where it is kept.
  var isOwn: Bool {
    switch self {
    case .own, .view, .columns, .sort: true
    case .organisation, .dueSoon, .behindYellow, .behindRed, .daysOff, .daysOn, .instructors, .event,
      .template:
      false
    }
  }

  /// What it is, in a few words.
  func meaning(_ wording: Wording) -> String {
    switch self {
    case .organisation: wording.pick("单位名称", "the office whose ledger it is")
    case .dueSoon: wording.pick("几个工作日以内为临期", "due soon at so many working days")
    case .behindYellow: wording.pick("滞后几个百分点起亮黄灯", "points behind, from which it is yellow")
    case .behindRed: wording.pick("滞后几个百分点以上亮红灯", "points behind, above which it is red")
    case .daysOff: wording.pick("自定休息日", "own days off")
    case .daysOn: wording.pick("自定上班日", "own days of work")
    case .instructors:
      wording.pick("只批示的登录名或用户组", "logins or groups that only leave instructions")
    case .event: wording.pick("事件日期", "days of the event")
    case .template: wording.pick("常用语", "words to start from")
    case .view: wording.pick("视图，筛选时用 @名称", "a saved filter, @NAME in others")
    case .columns(let list): wording.pick("duban \(list) 的列", "columns of duban \(list)")
    case .sort(let list): wording.pick("duban \(list) 的排序", "order of duban \(list)")
    case .own(.user): wording.pick("我的姓名或职务", "who I am")
    case .own(.pager): wording.pick("分屏显示用的程序", "what shows long answers")
    case .own(.onChange): wording.pick("有改动时运行的程序", "a program that is told of changes")
    case .own(.lang): wording.pick("界面语言：zh、en", "language: zh, en")
    case .own(.store): wording.pick("台账库目录", "the store's folder")
    case .own(.ambiguousIsWide):
      wording.pick("宽度不定的字符占两列：true、false", "ambiguous characters take two columns: true, false")
    }
  }

  /// Its value now; nil where it is not set.
  func value(_ settings: StoreSettings?, _ config: Session.Config) -> String? {
    func days(_ days: [Day]?) -> String? {
      days.flatMap { $0.isEmpty ? nil : $0.map(\.iso).joined(separator: " ") }
    }
    switch self {
    case .organisation: return settings?.organisation
    case .dueSoon: return settings?.lights.map { "\($0.dueSoonWorkingDays)" }
    case .behindYellow: return settings?.lights.map { "\($0.behindYellow)" }
    case .behindRed: return settings?.lights.map { "\($0.behindRed)" }
    case .daysOff: return days(settings?.ownDays?.off)
    case .daysOn: return days(settings?.ownDays?.working)
    case .instructors:
      return settings.flatMap { $0.instructors.isEmpty ? nil : $0.instructors.joined(separator: " ") }
    case .event(let name):
      return settings?.events.first { $0.name == name }?.days?.iso
    case .template(let name): return settings?.templates.first { $0.name == name }?.text
    case .view(let name): return config.views.first { $0.name == name }?.filter
    case .columns(let list): return config.list(list)?.columns.filledList
    case .sort(let list): return config.list(list)?.sort.filledList
    case .own(.pager): return config.pager
    case .own(.onChange): return config.onChange
    case .own(.user): return config.user
    case .own(.lang): return config.lang
    case .own(.store): return config.store
    case .own(.ambiguousIsWide): return config.ambiguousIsWide.map { "\($0)" }
    }
  }

  /// What holds where it is not set; nil where nothing does.
  var usual: String? {
    switch self {
    case .dueSoon: "\(LightProfile.usual.dueSoonWorkingDays)"
    case .behindYellow: "\(LightProfile.usual.behindYellow)"
    case .behindRed: "\(LightProfile.usual.behindRed)"
    case .organisation, .daysOff, .daysOn, .instructors, .event, .template, .view, .columns, .sort, .own:
      nil
    }
  }
}

extension Session {
  /// Sets a setting, or takes it away where the text is nil.
  /// - Returns: the store's settings after it, where it is one of them.
  @discardableResult func set(_ key: ConfigKey, to text: String?) throws(Failure) -> StoreSettings? {
    func refuse() -> Failure { .badNumber(option: key.name, text: text ?? "") }
    func number() throws(Failure) -> Int? {
      guard let text else { return nil }
      guard let number = Int(text.trimmed) else { throw refuse() }
      return number
    }
    func lights(_ change: (inout LightProfile, Int) -> Void, usual: Int) throws(Failure) -> StoreSettings {
      var profile = try ledger(naming: []).settings.lights ?? .usual
      change(&profile, try number() ?? usual)
      return try setStore([.lights(profile)])
    }
    switch key {
    case .organisation: return try setStore([.organisation(text ?? "")])
    case .dueSoon:
      return try lights({ $0.dueSoonWorkingDays = $1 }, usual: LightProfile.usual.dueSoonWorkingDays)
    case .behindYellow: return try lights({ $0.behindYellow = $1 }, usual: LightProfile.usual.behindYellow)
    case .behindRed: return try lights({ $0.behindRed = $1 }, usual: LightProfile.usual.behindRed)
    case .daysOff, .daysOn:
      let known = try ledger(naming: []).settings.ownDays
      var wanted: [Day] = []
      for word in (text ?? "").split(whereSeparator: { " 、，,".contains($0) }) {
        wanted.append(try Session.day(String(word), option: key.name, year: today.year))
      }
      let isOff = key == .daysOff
      let others = (isOff ? known?.working : known?.off) ?? []
      let rest = others.filter { !wanted.contains($0) }
      let acts = SettingsAct.ownDays(
        from: known, off: isOff ? wanted : rest, working: isOff ? rest : wanted)
      if acts.isEmpty { throw .refused(.nothingToDo(id: key.name)) }
      return try setStore(acts)
    case .instructors:
      let names = (text ?? "").split(whereSeparator: { " 、，,".contains($0) }).map(String.init)
      return try setStore([.instructors(names)])
    case .event(let name):
      var days: EventDays?
      if let text {
        let calendar = try judge(of: ledger(), on: today).calendar
        do throws(EventDays.WordsError) {
          days = try EventDays(words: text, today: today, calendar: calendar)
        } catch { throw .eventDays(error) }
      }
      // As `duban event` takes it: people say 党的十八大 for 党的十八大召开.
      let meant = try ledger().event(meaning: name, on: days)
      if meant.count > 1 { throw .ambiguousID(name, candidates: Array(meant.prefix(6))) }
      return try setStore([.event(name: meant.first ?? name, days)])
    case .template(let name): return try setStore([.template(name: name, text: text)])
    case .view(let name): try setView(name, text)
    case .columns(let list): try setList(list, text, \.columns)
    case .sort(let list): try setList(list, text, \.sort)
    case .own(let own): try set(own, to: text)
    }
    return nil
  }

  /// Keeps a filter of the user's own under a name, or takes it away.
  func setView(_ name: String, _ filter: String?) throws(Failure) {
    try requireChange()
    try requireNoRehearsal()
    guard let file = ConfigFile() else { throw .nothingGiven(what: "$HOME") }
    var views = try Session.config().views
    do throws(Refusal) {
      views.set(try filter.map { filter throws(Refusal) in try SavedView(naming: name, filter) }) {
        $0.name == name
      }
    } catch { throw .refused(error) }
    try file.set(views)
  }

  @discardableResult func setStore(_ acts: [SettingsAct]) throws(Failure) -> StoreSettings {
    try change { store, writing throws(StoreError) in try store.updateSettings(acts, writing).settings }
  }

  /// Sets one of the user's own settings.
  func set(_ key: ConfigFile.Key, to text: String?) throws(Failure) {
    try requireChange()
    try requireNoRehearsal()
    let value: JSONValue?
    switch key {
    case .user, .store, .pager, .onChange:
      value = text.flatMap { $0.trimmed.isEmpty ? nil : .string($0.trimmed) }
    case .lang:
      if let text, Language(rawValue: text) == nil {
        throw .badChoice(option: key.rawValue, text: text, allowed: Language.allCases.map(\.rawValue))
      }
      value = text.map { .string($0) }
    case .ambiguousIsWide:
      if let text, !["true", "false"].contains(text) {
        throw .badChoice(option: key.rawValue, text: text, allowed: ["true", "false"])
      }
      value = text.map { .bool($0 == "true") }
    }
    guard let file = ConfigFile() else { throw .nothingGiven(what: "$HOME") }
    try file.set(key, value)
  }
}
