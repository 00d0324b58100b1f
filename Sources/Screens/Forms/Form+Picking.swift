import Campaigns
import TerminalFrames
import Wording

/// Names that a field takes are found as one types them: by characters, by pinyin, by other names. Tab takes the first one, ^N and ^P go
/// through them, Backspace takes a whole name back.
extension Form {
  /// What parts names in a field.
  private static let separators: Set<Character> = ["、", "，", ",", "；", ";", " "]

  /// The word before the caret that is being typed.
  private var word: String {
    let line = fields[focus].line
    return String(line.text.prefix(line.caret).reversed().prefix { !Form.separators.contains($0) }.reversed())
  }

  /// What the word that is being typed may mean, the best first, the most used first where nothing is typed; empty where the field takes
  /// no names.
  func picks(_ model: Model) -> [NamePick] {
    let name = fields[focus].name
    guard let field = described(name) else { return [] }
    let named = Set(names(name))
    return field.picks(self, model).answering(picking ?? word).filter { pick in
      pick.name == word || !named.contains(pick.name)
    }
  }

  /// The names that Tab and ^N would take, in a line; nil where there are none.
  func picksLine(_ model: Model) -> String? {
    let picks = picks(model)
    guard let first = picks.first else { return nil }
    func shown(_ pick: NamePick) -> String { pick.detail.isEmpty ? pick.name : "\(pick.name) \(pick.detail)" }
    let rest = picks.dropFirst().prefix(8).map(shown).joined(separator: "  ")
    let isTaken = word.isEmpty || first.name == word
    let head =
      isTaken
      ? model.wording.pick("^N 选：\(shown(first))", "^N: \(shown(first))")
      : model.wording.pick("Tab 选：\(shown(first))", "Tab: \(shown(first))")
    return rest.isEmpty ? head : "\(head)  \(rest)"
  }

  /// Takes the first of what the word may mean. Answers whether there was one, and it was not there already.
  mutating func pick(_ model: Model) -> Bool {
    guard !word.isEmpty, let first = picks(model).first, first.name != word else { return false }
    replaceWord(with: first.name)
    picking = nil
    return true
  }

  /// Goes to the next or the one before of what the word may mean.
  mutating func goThroughPicks(_ step: Int, _ model: Model) {
    let wanted = picking ?? word
    picking = wanted
    let picks = picks(model)
    guard !picks.isEmpty else { return }
    let now = picks.firstIndex { $0.name == word }
    let next = now.map { ($0 + step + picks.count) % picks.count } ?? (step > 0 ? 0 : picks.count - 1)
    replaceWord(with: picks[next].name)
    picking = wanted
  }

  /// Takes a whole name back where the caret stands behind one. Answers whether it does.
  mutating func takeNameBack(_ model: Model) -> Bool {
    let word = word
    let name = fields[focus].name
    guard !word.isEmpty, let field = described(name),
      field.picks(self, model).contains(where: { $0.name == word })
    else { return false }
    replaceWord(with: "")
    return true
  }

  private mutating func replaceWord(with name: String) {
    for _ in word { _ = fields[focus].line.take(.backspace) }
    fields[focus].line.insert(name)
    (error, offered) = (nil, [])
  }
}

extension FormField {
  /// The same with the names that it takes.
  func picking(_ picks: @escaping @Sendable (Form, Model) -> [NamePick]) -> FormField {
    var field = self
    field.picks = picks
    return field
  }

  /// The same where it takes names of units.
  func pickingUnits() -> FormField { picking { $1.unitPicks } }
}

extension Model {
  /// Units in force, those with most to do first.
  var unitPicks: [NamePick] {
    let loads = Dictionary(snapshot.loads.map { ($0.unit.id, $0.asked.total + $0.supporting.total) }) {
      first, _ in first
    }
    return snapshot.units.units.enumerated().filter { $0.element.mergedInto == nil }
      .sorted { (loads[$1.element.id] ?? 0, $0.offset) < (loads[$0.element.id] ?? 0, $1.offset) }
      .map { NamePick($0.element.name, others: $0.element.aliases + [$0.element.id]) }
  }

  /// Those who lead the work, by post.
  var leaderPicks: [NamePick] {
    var known: [String: Int] = [:]
    var names: [String] = []
    for name in snapshot.leaderNames {
      if known.updateValue((known[name] ?? 0) + 1, forKey: name) == nil { names.append(name) }
    }
    return names.sorted { known[$0] ?? 0 > known[$1] ?? 0 }.map { NamePick($0) }
  }

  /// Phases of a plan.
  func phasePicks(_ campaign: Campaign?) -> [NamePick] { campaign?.phases.map { NamePick($0.name) } ?? [] }

  /// Tasks of a plan, the newest first.
  func taskPicks(_ campaign: Campaign?) -> [NamePick] {
    campaign?.tasks.reversed().map { NamePick($0.id, detail: $0.title) } ?? []
  }

  /// Tags of a plan.
  func tagPicks(_ campaign: Campaign?) -> [NamePick] {
    var known: Set<String> = []
    return (campaign?.tasks.reversed() ?? []).flatMap(\.tags).filter { known.insert($0).inserted }.map {
      NamePick($0)
    }
  }

  /// Open plans, the newest first.
  var campaignPicks: [NamePick] {
    snapshot.entries.reversed().filter { $0.summary.state == .open }.map {
      NamePick($0.code, detail: $0.campaignTitle)
    }
  }
}
