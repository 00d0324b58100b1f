import Campaigns
import TerminalFrames
import Testing

@testable import Screens
@testable import duban

/// Everything that the screen knows can be come to with keys alone.
struct ReachTests {
  /// Places without what they are about.
  private enum Kind: CaseIterable {
    case welcome, home, campaigns, tasks, urgent, units, rates, campaign, review, task, members, member, unit
    case instructions, files, settings

    init(_ place: Place) {
      switch place {
      case .welcome: self = .welcome
      case .home: self = .home
      case .campaigns: self = .campaigns
      case .tasks: self = .tasks
      case .urgent: self = .urgent
      case .units: self = .units
      case .rates: self = .rates
      case .campaign: self = .campaign
      case .review: self = .review
      case .task: self = .task
      case .members: self = .members
      case .member: self = .member
      case .unit: self = .unit
      case .instructions: self = .instructions
      case .files: self = .files
      case .settings: self = .settings
      }
    }
  }

  /// Walks: every key on the first screen of each kind, Enter on every line of every screen.
  @Test func everyPlaceIsReached() throws {
    let keys = KeyTable.all.flatMap(\.keys)
    var kinds: Set<Kind> = []
    var seen: Set<Place> = []
    var waiting = try [Office.none(), ReviewTests.office()].map {
      try $0.opened(.zh, DisplayWidth(), isReadOnly: false).model
    }
    while let model = waiting.popLast(), kinds.count < Kind.allCases.count {
      guard model.overlay == nil, seen.insert(model.screen.place).inserted else { continue }
      let isFirst = kinds.insert(Kind(model.screen.place)).inserted
      func press(_ key: Key, at line: Int? = nil) {
        var next = model
        if let line { next.screen.select(line, rows: next.layout.list.rows) }
        for effect in next.update(.event(.key(key))) {
          if case .open(let path) = effect { _ = next.update(.listed(Folder(path: path, entries: []))) }
        }
        waiting.insert(next, at: 0)
      }
      for line in model.screen.content.items.indices where model.screen.content.items.isSelectable(line) {
        press(.enter, at: line)
      }
      for key in keys where isFirst || key == .enter { press(key) }
    }
    #expect(kinds == Set(Kind.allCases))
  }

  /// How one comes to a command of the journal.
  private enum Way {
    /// With these keys.
    case keys(String, Office? = nil)
    /// By this command only; why.
    case command(String, String)
    /// By itself; when.
    case itself(String)
  }

  private func way(to command: JournalCommand) throws -> Way {
    let units = "units change seldom, and for all plans at once"
    let rest = "it asks for more than a task: forms for it are not made yet"
    func review(_ keys: String) throws -> Way { .keys("2 G Enter \(keys)", try ReviewTests.office()) }
    return switch command {
    case .addTask: .keys("2 Enter a '专题会' Enter")
    case .addCampaign: .keys("2 a '安全月方案' Enter")
    case .setEvent: .keys("/ 'h26-38' Enter Enter t '2026-12-10' Enter")
    case .report: .keys("p '60' Enter")
    case .note: .keys("m '已电话询问' Enter")
    case .complete: .keys("d Enter")
    case .instruct: .keys("b '请说明' Enter")
    case .split: .keys("K Tab '整改' Enter")
    case .moveTask: .keys("4 M ^U 'h26b' Enter")
    case .record: .keys("3 / '三会一课' Enter c Enter y")
    case .setTarget: .keys("3 / 'h26-31' Enter T '参评率' Tab Tab Tab Tab '90%' Enter")
    case .addReading: .keys("3 / '满意' Enter T '93' Enter")
    case .extend: .keys("4 x '下周五' Tab '补登' Enter")
    case .approveExtension: .keys("4 j j j j x '1' Tab '分管领导' Enter")
    case .refuseExtension: .keys("4 j j j j x '2' Tab '分管领导' Tab Tab '按期办结' Enter")
    case .remind: .keys("4 r Enter")
    case .reviseDraft: .itself("drafts were put right with it before; `editTask` does it now")
    case .dropDraft: try review("D y")
    case .mergeDrafts: try review("j J Enter")
    case .splitDraft: try review("K '逐项整改' Enter")
    case .accept: try review("A y")
    case .updatePlan: .keys("2 G Enter A y", try ReviewTests.officeWithEarlier())
    case .undo: .keys("d Enter u Enter")
    case .redo: .keys("d Enter u u U U")
    case .removeTask: .keys("2 Enter a '误登' Enter D y")
    case .removePhase: .keys("2 Enter k a '误设' Enter D y")
    case .removeCampaign: .keys("2 a '误立' Enter D y")
    case .removeUnit: .keys("5 a '误设科' Enter D y")
    case .addPhase: .keys("2 Enter k a '回头看阶段' Tab '12月21日至12月31日' Enter")
    case .addUnit: .keys("5 a '审计科' Enter")
    case .editTask: .keys("4 e ^U '清理整顿新媒体阵地' Enter")
    case .editPhase: .keys("2 Enter k e ^U '督查阶段' Enter")
    case .editCampaign: .keys("2 e ^U '2027年党建工作推进计划' Enter")
    case .editUnit: .keys("5 e ^U '党委办公室' Enter")
    case .assign: .keys("4 f '院办' Enter")
    case .submit: .keys("4 d '材料已齐' S-Tab Right Enter")
    case .sendBack: .keys("4 d S-Tab Right Enter z '凭据不全' Enter")
    case .strikeOff: .keys("4 d Enter 3 / 'h26-30' Enter z '纪委监察室' Enter")
    case .reopen: .keys("4 d Enter 3 / 'h26-30' Enter z Tab Right S-Tab '重新核实' Enter")
    case .suspend: .keys("4 z '等上级通知' Enter")
    case .cancel: .keys("4 z '上级已取消' Tab Right Enter y")
    case .correct: .command("correct", rest)
    case .removeTarget: .command("target", "what was set by mistake is undone")
    case .editSettings: .keys(", Enter ^U '某市第二医院党委办公室' Enter")
    case .setLights: .keys(", j j Enter ^U '5' Enter")
    case .setOwnDays: .keys(", j j j j j Enter ^U '2026-12-25' Enter")
    case .renameUnit: .command("unit rename", units)
    case .aliasUnit: .command("unit alias", units)
    case .mergeUnits: .command("unit merge", units)
    case .changeMembers: .command("unit join", units)
    case .closeCampaign: .command("campaign close", "once in the life of a plan")
    case .reopenCampaign: .command("campaign reopen", "once in the life of a plan")
    case .archive: .command("campaign archive", "once in the life of a plan")
    case .unarchive: .command("campaign restore", "once in the life of a plan")
    case .import: .keys("2 I G Enter Enter")
    case .apply: .command("apply", "lists come from files and other programs")
    case .restore: .command("restore", "files are named where the shell completes them")
    case .repair: .command("doctor", "a damaged store is mended before it is worked with")
    case .migrate: .itself("at the first change by a newer program")
    }
  }

  @Test(arguments: JournalCommand.allCases)
  func everyActHasAKeyOrAReason(command: JournalCommand) throws {
    switch try way(to: command) {
    case .keys(let keys, let office):
      let played = try play(keys, office)
      #expect(try played.office.lastCommand == command, "\(keys)\n\(played.text)")
    case .command(let words, let why):
      #expect(!why.isEmpty)
      var commands = Root.configuration.subcommands
      for word in words.split(separator: " ") {
        let named = commands.first { $0.configuration.commandName == String(word) }
        #expect(named != nil, "there is no command \(words)")
        commands = named?.configuration.subcommands ?? []
      }
    case .itself(let when): #expect(!when.isEmpty)
    }
  }
}
