import Campaigns
import Wording

/// What an argument or option takes, so far as it can be completed. Each says which ones take it: `--unit` everywhere, `assign --remove`
/// of that command alone, which goes before the other. A test fails where a command declares something that none names.
enum ValueKind: CaseIterable {
  case task, tasks, tasksThenUnits, tasksOrPhase, subject
  case campaign, archivedCampaign, unit, phase, event, leader, tag, view
  case filter, subjectOrFilter, columns, orders, groups, configKey, language, channel, since, completion
  case file, folder
  /// Words, numbers and days, which nobody but the person knows.
  case words

  var takers: [String] {
    switch self {
    case .task: ["<id>", "--parent", "--after", "--not-after"]
    case .tasks: ["<ids>"]
    case .tasksThenUnits: ["assign <words>"]
    case .tasksOrPhase: ["edit <ids>"]
    case .subject: ["show <id>", "target <id>", "reading <id>"]
    case .campaign: ["<campaign>", "--campaign", "campaign update --from"]
    case .archivedCampaign: ["campaign restore <campaign>"]
    case .unit:
      [
        "<unit>", "--unit", "--from", "--lead", "assign --remove", "--member", "<collective>",
        "unit merge <into>",
      ]
    case .phase: ["--phase", "add phase --parent"]
    case .event: ["event set <name>", "event clear <name>"]
    case .leader: ["--leader", "--by", "--approved-by", "--reviewer", "instruct --from", "--leading-group"]
    case .tag: ["--tag", "--untag", "--add", "tag --remove"]
    case .view: ["view save <name>", "view remove <name>"]
    case .filter: ["<filter>", "--where"]
    case .subjectOrFilter: ["log <filter>"]
    case .columns: ["--columns"]
    case .orders: ["--sort"]
    case .groups: ["--group-by"]
    case .configKey: ["<key>"]
    case .language: ["--lang"]
    case .channel: ["--via"]
    case .since: ["--since"]
    case .completion: ["--complete-when"]
    case .file: ["<file>", "<archive>", "--from-file"]
    case .folder: ["<directory>", "--store"]
    case .words:
      [
        "--as", "--as-of", "--at-least", "--alias", "--answers", "--behind-red", "--behind-yellow", "--code",
        "--confirm", "--contact", "--count", "--due", "--due-soon", "--evidence", "--explain", "--id",
        "--into",
        "--issued", "--issuer", "--key", "--limit", "--message", "--next", "--number", "--on",
        "--organisation",
        "--percent", "--person", "--problems", "--standard", "--text", "--time", "--title", "--until",
        "--width", "--year", "-c", "-w", "<alias>", "<days>", "<entry>", "<expression>", "<name>",
        "<title>", "<value>", "target --unit", "when --from",
      ]
    }
  }

  private static let known = Dictionary(
    allCases.flatMap { kind in kind.takers.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })

  /// What an argument of the command with these words takes; nil where nothing says so.
  static func of(_ argument: DeclaredArgument, in path: [String]) -> ValueKind? {
    known[(path + [argument.name]).joined(separator: " ")] ?? known[argument.name]
  }
}
