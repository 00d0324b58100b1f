import ArgumentParser
import CampaignStore
import Campaigns
import Tables

/// Which tasks a change is for: ids, ranges of them, or all that a filter lists. One command, one record, one step of undo.
struct TaskTargets: ParsableArguments {
  @Argument(help: .say("任务编号，可写多个，或写范围 h26-3..h26-9。", "Ids of tasks, or ranges as h26-3..h26-9."))
  var ids: [String] = []
  @OptionGroup var filtered: FilteredTargets

  /// What they come to.
  var wanted: Wanted { Wanted(ids: ids, filter: filtered.filter) }

  /// Ids, or a filter.
  struct Wanted {
    var ids: [String]
    var filter: String?
  }
}

/// `--where` alone, for commands whose arguments name other things beside tasks.
struct FilteredTargets: ParsableArguments {
  @Option(name: .customLong("where"), help: .say("符合筛选条件的全部任务。", "All tasks that a filter lists.", "filter"))
  var filter: String?
}

extension TaskTargets.Wanted {
  /// Of the arguments of a command those in front that name tasks, and the rest: the first does unless `--where` says which.
  static func leading(_ words: [String], filter: String?) -> (wanted: Self, rest: [String]) {
    var count = filter == nil ? min(1, words.count) : 0
    while filter == nil, count < words.count, isID(words[count]) { count += 1 }
    return (Self(ids: Array(words.prefix(count)), filter: filter), Array(words.dropFirst(count)))
  }

  /// Whether a word has the form of an id: a code, a hyphen and a number; or of a range.
  private static func isID(_ word: String) -> Bool {
    if let mark = word.firstRange(of: "..") { return isID(String(word[..<mark.lowerBound])) }
    guard let mark = word.lastIndex(of: "-"), mark != word.startIndex else { return false }
    let number = word[word.index(after: mark)...]
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension Session {
  /// The ids of the tasks that a change is for, each once, with a ledger that holds them.
  /// - Throws: where none is named, or one is not there.
  func targets(
    _ wanted: TaskTargets.Wanted, and others: [String] = []
  ) throws(Failure) -> (ids: [String], ledger: Ledger) {
    let words = wanted.ids.flatMap { $0.split { ",，、".contains($0) }.map { String($0).trimmed } }.filter {
      !$0.isEmpty
    }
    if let filter = wanted.filter {
      if !words.isEmpty { throw .conflicting(options: "ID --where") }
      // A variable of a script that is empty means no task, and not all of them.
      guard !filter.trimmed.isEmpty else { throw .nothingGiven(what: "--where FILTER") }
      let reading = try survey()
      let places = reading.places(matching: try self.filter([filter], reading))
      // What is not known to be whole is not acted upon.
      if reading.soundness.isLost { throw .store(.locked(holder: nil)) }
      let ids = places.map(reading.id)
      return (ids, try ledger(naming: ids + others))
    }
    guard !words.isEmpty else { throw .nothingGiven(what: "ID | --where FILTER") }
    let ends = words.flatMap { word in
      word.firstRange(of: "..").map { [String(word[..<$0.lowerBound]), String(word[$0.upperBound...])] } ?? [
        word
      ]
    }
    let ledger = try ledger(naming: ends + others)
    var (ids, known) = ([String](), Set<String>())
    for word in words {
      let found =
        if let mark = word.firstRange(of: "..") {
          try range(from: String(word[..<mark.lowerBound]), to: String(word[mark.upperBound...]), ledger)
        } else { [try worked(word, ledger).task.id] }
      ids += found.filter { known.insert($0).inserted }
    }
    return (ids, ledger)
  }

  /// The tasks of one campaign from a number to another, both of which are there.
  private func range(from first: String, to last: String, _ ledger: Ledger) throws(Failure) -> [String] {
    guard !first.isEmpty, !last.isEmpty else { throw .badRange("\(first)..\(last)") }
    let (campaign, start) = try worked(first, ledger)
    // h26-3..9 is h26-3..h26-9.
    let isNumber = !last.isEmpty && last.allSatisfy { $0.isASCII && $0.isNumber }
    let (other, end) = try worked(isNumber ? "\(campaign.code)-\(last)" : last, ledger)
    guard campaign.code == other.code, let from = RowFacts.number(of: start.id, in: campaign.code),
      let through = RowFacts.number(of: end.id, in: campaign.code), from <= through
    else { throw .badRange("\(first)..\(last)") }
    return campaign.tasks.filter { task in
      RowFacts.number(of: task.id, in: campaign.code).map { (from...through).contains($0) } ?? false
    }.sorted {
      (RowFacts.number(of: $0.id, in: campaign.code) ?? 0)
        < (RowFacts.number(of: $1.id, in: campaign.code) ?? 0)
    }.map(\.id)
  }

  /// Makes the same change to tasks, as one command, and says what became of them; more than two are asked about.
  func act(
    on wanted: TaskTargets.Wanted, and others: [String] = [],
    says: @escaping (TaskRow, UnitRegistry) -> String? = { _, _ in nil },
    _ act: (_ id: String, Ledger) throws(Failure) -> Act
  ) throws(Failure) -> Answer {
    try requireChange()
    let (ids, ledger) = try targets(wanted, and: others)
    return try self.act(on: ids, ledger, says: says, act)
  }

  /// The same for tasks that are known, in a ledger that holds them.
  func act(
    on ids: [String], _ ledger: Ledger, says: @escaping (TaskRow, UnitRegistry) -> String? = { _, _ in nil },
    _ act: (_ id: String, Ledger) throws(Failure) -> Act
  ) throws(Failure) -> Answer {
    let writing = try writing()
    guard !ids.isEmpty else { return nothingTouched(ledger) }
    var acts: [CampaignAct] = []
    for id in ids {
      acts.append(CampaignAct(code: try ledger.task(id: id).campaign.code, act: try act(id, ledger)))
    }
    if acts.count > 1 { acts = leavingOut(acts, ledger) }
    try requireConsent(toTouch: ids, ledger)
    let (all, known) = (acts, ledger)
    let updated = try onStore { store throws(StoreError) in try store.update(all, newUnits: [], writing) }
    return tell(updated, known, says: says)
  }

  /// Without those that change nothing, as a tag that a task has already: they are told, and are no reason to leave the others
  /// undone. Where there are no others, they say why.
  private func leavingOut(_ acts: [CampaignAct], _ ledger: Ledger) -> [CampaignAct] {
    let context = ActContext(judge: judge(of: ledger, on: today), stamp: Stamp(at: clock(), by: ""))
    let idle = acts.indices.filter { place in
      guard let campaign = ledger.campaigns.first(where: { $0.code == acts[place].code }) else {
        return false
      }
      do throws(Refusal) {
        _ = try campaign.change(for: acts[place].act, context)
        return false
      } catch {
        if case .nothingToDo = error { return true }
        return false
      }
    }
    guard !idle.isEmpty, idle.count < acts.count else { return acts }
    remark(
      wording.pick("跳过\(idle.count)项：没有可改的内容。", "\(idle.count) are passed over: nothing to change."))
    return acts.indices.filter { !idle.contains($0) }.map { acts[$0] }
  }

  /// What a filter that lists nothing comes to.
  func nothingTouched(_ ledger: Ledger) -> Answer {
    Answer(
      record([], ledger.units),
      remarks: [wording.pick("没有符合条件的任务，未作改动。", "No task answers this; nothing was changed.")]
    ) { [] }.beside(ledger.flaws)
  }

  /// Asks before more than two tasks are touched; where nobody can be asked, `--yes` must have said so.
  func requireConsent(toTouch ids: [String], _ ledger: Ledger) throws(Failure) {
    guard ids.count > 2, !options.yes, !options.dryRun else { return }
    let named = wording.joined(ids.prefix(5)) + (ids.count > 5 ? "…" : "")
    let words = wording.pick("将改动\(ids.count)项任务：\(named)。", "\(ids.count) tasks will be changed: \(named).")
    guard canAsk else { throw .notAgreed(words) }
    guard ask(words + wording.pick("输入 y 继续：", " y to go on: ")).lowercased() == "y" else {
      throw .notAgreed(words)
    }
  }
}
