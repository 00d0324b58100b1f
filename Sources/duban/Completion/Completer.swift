import ArgumentParser
import CampaignStore
import Campaigns
import Wording

/// Something that can stand where the cursor is.
struct Candidate: Equatable {
  /// The whole word.
  var value: String
  /// What it is: a title, what an option does.
  var help = ""
}

/// What can stand at the end of a command line, as the store has it. Nothing is written, nobody is asked, nothing is complained about:
/// where something cannot be had, there is less to choose from.
struct Completer {
  /// What the shell itself completes.
  enum Hand: String { case files, folders }

  let line: TypedLine
  let session: Session?
  private let wording = Spoken.wording
  private var isChinese: Bool { wording.language == .zh }

  /// For the words behind the program's name; the last is being typed.
  init(_ words: [String], settings: Settings) {
    line = TypedLine(words)
    var settings = settings
    settings.readOnly = true
    settings.noInput = true
    settings.lang = wording.language.rawValue
    if let store = line.value(of: "--store") {
      // As the shell would read it, which has not yet.
      let home = store == "~" || store.hasPrefix("~/") ? Environment["HOME"] : nil
      settings.store = home.map { $0 + store.dropFirst() } ?? store
    }
    session = try? Session(settings)
  }

  private var kind: ValueKind? {
    guard case .value(let argument, _) = line.place, argument.values.isEmpty else { return nil }
    return ValueKind.of(argument, in: line.leafPath)
  }

  /// What the shell is asked to complete by itself, and what stands before it in the word.
  var hand: Hand? {
    switch kind {
    case .file: .files
    case .folder: .folders
    case .task, .tasks, .tasksThenUnits, .tasksOrPhase, .subject, .campaign, .archivedCampaign, .unit, .phase,
      .event, .leader, .tag, .view, .filter, .subjectOrFilter, .columns, .orders, .groups, .configKey,
      .language, .channel, .since, .completion, .words, nil:
      nil
    }
  }

  /// What begins as the word does.
  var candidates: [Candidate] {
    switch line.place {
    case .subcommand: subcommands.filter { $0.value.hasPrefix(line.word) }
    case .option: options.filter { $0.value.hasPrefix(line.word) }
    case .nothing: []
    case .value(let argument, let behind):
      values(of: argument, String(line.word.dropFirst(behind.count))).map {
        Candidate(value: behind + $0.value, help: $0.help)
      }
    }
  }

  private var subcommands: [Candidate] {
    let known = line.type.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }
    let help = Candidate(value: "help", help: wording.pick("显示用法。", "How a command is used."))
    return known.map { Candidate(value: $0.commandName ?? "", help: $0.abstract) }
      + (line.path.isEmpty && !line.isHelp ? [help] : [])
  }

  private var options: [Candidate] {
    let given = Set(line.given.map(\.name))
    let open = line.declared.filter {
      $0.kind != .positional && ($0.isRepeating || !given.contains($0.name))
    }
    // The command's own first.
    return (open.filter { $0.section.isEmpty } + open.filter { !$0.section.isEmpty })
      .map { Candidate(value: $0.name, help: $0.shownHelp) }
  }

  private func values(of argument: DeclaredArgument, _ word: String) -> [Candidate] {
    func fixed(_ words: [String]) -> [Candidate] {
      words.filter { $0.hasPrefix(word) }.map { Candidate(value: $0) }
    }
    guard argument.values.isEmpty else { return fixed(argument.values) }
    let hasFilter = line.value(of: "--where") != nil
    switch kind {
    case .task: return tasks(word)
    case .tasks: return hasFilter ? [] : tasks(word, inLists: true)
    case .tasksThenUnits:
      if line.positionals.isEmpty, !hasFilter { return tasks(word, inLists: true) }
      return names(.unit, word) + (word.isEmpty || hasFilter ? [] : tasks(word, inLists: true))
    case .tasksOrPhase: return phaseIDs(word) ?? tasks(word, inLists: true)
    case .subject: return names(.campaign, word) + tasks(word)
    case .campaign: return names(.campaign, word)
    case .archivedCampaign: return fixed((try? session?.store.archivedCodes()) ?? [])
    case .unit: return names(.unit, word)
    case .phase: return names(.phase, word)
    case .leader: return names(.leader, word)
    case .tag: return names(.tag, word)
    case .event: return events(word)
    case .view: return views(word)
    case .filter: return filters(word)
    case .subjectOrFilter:
      return (line.positionals.isEmpty ? names(.campaign, word) + tasks(word) : []) + filters(word)
    case .columns: return columns(word, \.columnNames)
    case .orders: return columns(word, \.orderNames, mayReverse: true)
    case .groups: return columns(word, \.groupNames)
    case .configKey: return configKeys(word)
    case .language: return fixed(Language.allCases.map(\.rawValue))
    case .channel: return fixed(["电话", "书面", "OA"])
    case .since: return fixed((isChinese ? ["上一工作日"] : []) + ["last-working-day"])
    case .completion: return fixed(["all", "whole"])
    case .file, .folder, .words, nil: return []
    }
  }
}

extension Completer {
  /// Settings and units, without any campaign.
  private var basis: Ledger? { try? session?.store.ledger(of: []) }

  private var survey: Snapshot? { try? session?.survey() }

  /// Things whose names a filter's key takes, by their names, else by another name of theirs.
  private func names(_ key: FilterKey, _ word: String) -> [Candidate] {
    // Units need no campaign to be read.
    let picks = key.namesUnits ? basis?.units.picks(wording) : survey?.picks(of: key)
    return (picks ?? []).compactMap { pick in
      if pick.name.hasPrefix(word) { return Candidate(value: pick.name, help: pick.detail) }
      return pick.others.first { $0.hasPrefix(word) }.map { Candidate(value: $0, help: pick.name) }
    }
  }

  /// Most ids that are offered before a campaign is chosen.
  private static let most = 200

  /// Ids with titles; in lists behind a comma and behind the dots of a range too.
  private func tasks(_ word: String, inLists: Bool = false) -> [Candidate] {
    var (head, part, first) = ("", word, String?.none)
    if inLists, let mark = word.lastIndex(where: { ",，、".contains($0) }) {
      (head, part) = (String(word[...mark]), String(word[word.index(after: mark)...]))
    }
    if inLists, let mark = part.firstRange(of: "..") {
      first = String(part[..<mark.lowerBound])
      (head, part) = (head + part[..<mark.upperBound], String(part[mark.upperBound...]))
    }
    let code = (part.isEmpty ? first ?? "" : part).lastIndex(of: "-").map {
      String((part.isEmpty ? first ?? "" : part)[..<$0])
    }
    if let code, let campaign = try? session?.store.ledger(of: [code]).campaigns.first {
      var all = campaign.tasks[...]
      if let first, let start = all.firstIndex(where: { $0.id == first }) { all = all[(start + 1)...] }
      return tasks(all, head, part)
    }
    guard first == nil, let survey else { return [] }
    let entries = survey.entries.filter { $0.code.hasPrefix(part) || part.hasPrefix($0.code) }
    guard entries.reduce(0, { $0 + $1.count }) > Completer.most else {
      return entries.flatMap { tasks($0.campaign.tasks[...], head, part) }
    }
    return entries.map { Candidate(value: head + $0.code + "-", help: $0.campaignTitle) }
  }

  private func tasks(_ tasks: ArraySlice<Task>, _ head: String, _ part: String) -> [Candidate] {
    let named = head.isEmpty ? Set(line.positionals) : []
    return tasks.filter { $0.id.hasPrefix(part) && !named.contains($0.id) }
      .map { Candidate(value: head + $0.id, help: $0.title) }
  }

  /// h26/p2; nil where none is being typed.
  private func phaseIDs(_ word: String) -> [Candidate]? {
    guard let mark = word.firstIndex(of: "/") else { return nil }
    let campaign = try? session?.store.ledger(of: [String(word[..<mark])]).campaigns.first
    return (campaign?.phases ?? []).map { Candidate(value: "\(word[...mark])\($0.id)", help: $0.name) }
      .filter { $0.value.hasPrefix(word) }
  }

  private func events(_ word: String) -> [Candidate] {
    let events = (try? session?.ledger().awaitedEvents) ?? []
    var seen: Set<String> = []
    return events.filter { $0.name.hasPrefix(word) && seen.insert($0.name).inserted }
      .map { Candidate(value: $0.name, help: $0.days?.iso ?? "") }
  }

  private var savedViews: [SavedView] { (session?.config.views ?? []) + (basis?.settings.views ?? []) }

  private func views(_ word: String) -> [Candidate] {
    savedViews.filter { $0.name.hasPrefix(word) }.map { Candidate(value: $0.name, help: $0.filter) }
  }

  private func configKeys(_ word: String) -> [Candidate] {
    guard let session else { return [] }
    return (ConfigKey.fixed + session.own(basis?.settings)).filter { $0.name.hasPrefix(word) }
      .map { Candidate(value: $0.name, help: $0.meaning(session.wording)) }
  }

  /// Names of columns of the command's list, behind commas too.
  private func columns(
    _ word: String, _ names: (Listing) -> [(name: String, title: String)], mayReverse: Bool = false
  ) -> [Candidate] {
    guard let listing else { return [] }
    let mark = word.lastIndex { ",，、".contains($0) }
    var (head, part) =
      mark.map { (String(word[...$0]), String(word[word.index(after: $0)...])) } ?? ("", word)
    if mayReverse, part.hasPrefix("-") { (head, part) = (head + "-", String(part.dropFirst())) }
    let named = head.split { ",，、-".contains($0) }.map(String.init)
    return names(listing).filter { $0.name.hasPrefix(part) && !named.contains($0.name) }
      .map { Candidate(value: head + $0.name, help: $0.title) }
  }

  /// The list that the command would answer with, as far as it is typed.
  private var listing: Listing? {
    guard let session, let type = line.leaf as? any ListCommand.Type else { return nil }
    let typed = line.given.flatMap { [$0.name] + [$0.value].compactMap(\.self) }
    let needed = line.declared.filter { option in
      option.kind == .option && !option.isOptional && line.value(of: option.name) == nil
    }.flatMap { [$0.name, session.today.iso] }
    for words in [typed + needed + ["--"] + line.positionals, needed] {
      guard let command = try? type.parseAsRoot(words) as? any ListCommand,
        let answer = try? command.run(session), case .list(let listing) = answer.content
      else { continue }
      return listing
    }
    return nil
  }
}

extension Completer {
  /// Filters: keys, what they take, saved ones. What is typed may hold several in quotes.
  private func filters(_ word: String) -> [Candidate] {
    var (start, isQuoted) = (word.startIndex, false)
    for place in word.indices {
      if word[place] == "\"" { isQuoted.toggle() }
      if !isQuoted, word[place].isWhitespace || "(（".contains(word[place]) {
        start = word.index(after: place)
      }
    }
    let (head, part) = (String(word[..<start]), String(word[start...]))
    if let mark = part.firstIndex(where: { ":：".contains($0) }) {
      guard let key = FilterKey(named: String(part[..<mark])) else { return [] }
      let typed = part[part.index(after: mark)...].filter { !"\"“”".contains($0) }
      return values(of: key, typed, isChinese: !part[..<mark].allSatisfy(\.isASCII)).map {
        Candidate(value: head + part[...mark] + FilterKey.quoted($0.value), help: $0.help)
      }
    }
    let saved = savedViews.map { Candidate(value: "@" + $0.name, help: $0.filter) }
    let keys = FilterKey.allCases.flatMap { key in
      // One name in each language.
      let named = [
        key.chinese.first { $0.hasPrefix(part) }, key.rawValue.hasPrefix(part) ? key.rawValue : nil,
      ]
      let usual = part.isEmpty ? [isChinese ? key.chinese[0] : key.rawValue] : named.compactMap(\.self)
      return usual.map { Candidate(value: $0 + ":", help: wording.filterExample(key)) }
    }
    return (keys + saved).filter { $0.value.hasPrefix(part) }
      .map { Candidate(value: head + $0.value, help: $0.help) }
  }

  private func values(of key: FilterKey, _ word: String, isChinese: Bool) -> [Candidate] {
    switch key.value {
    case .name: return names(key, word)
    case .time: return key.usualTimes(isChinese).filter { $0.hasPrefix(word) }.map { Candidate(value: $0) }
    case .word(let words):
      return words.flatMap { known in
        let names = [known.zh, known.en]
        let usual = names.compactMap(\.self).filter { !word.isEmpty || $0.allSatisfy(\.isASCII) != isChinese }
        return usual.filter { $0.hasPrefix(word) }.map { name in
          Candidate(value: name, help: names.compactMap(\.self).first { $0 != name } ?? "")
        }
      }
    }
  }
}

extension UnitRegistry {
  /// The units in force, with what they are beside their names.
  fileprivate func picks(_ wording: Wording) -> [NamePick] {
    units.filter { $0.mergedInto == nil }.map {
      NamePick(
        $0.name, others: $0.aliases + [$0.id],
        detail: wording.joined([wording.unitKind($0.kind)] + $0.aliases))
    }
  }
}
