import Campaigns
import ReferenceData
import Testing

/// What stands in the way of acts before anything is filled in, and what the journal must know of them.
struct ObstacleTests {
  /// An act on a task: what is in its way, and well-formed acts of its kind.
  private struct Case {
    var type: any TaskAct.Type
    var acts: (Task, Campaign, ActContext) -> [Act]

    init(_ type: any TaskAct.Type, _ acts: @escaping (Task, Campaign, ActContext) -> [Act]) {
      self.type = type
      self.acts = acts
    }

    func obstacle(_ task: Task, _ campaign: Campaign, _ context: ActContext) -> Refusal? {
      type.obstacle(for: task, in: campaign, context)
    }

    init(_ type: any TaskAct.Type, _ act: @escaping (String) -> Act) {
      self.init(type) { task, _, _ in [act(task.id)] }
    }
  }

  private let cases: [Case] = [
    Case(ReportAct.self) { task, _, _ in
      [.report(id: task.id, Report(text: "x"))]
        + task.openInstructions.map { entry in
          var report = Report(text: "x")
          report.answers = entry.id
          return .report(id: task.id, report)
        }
    },
    Case(NoteAct.self) { .note(id: $0, text: "x") }, Case(InstructAct.self) { .instruct(id: $0, text: "x") },
    Case(CompleteAct.self) { .complete(id: $0, CompletionReport()) },
    Case(SubmitAct.self) { .submit(id: $0, text: nil) },
    Case(SendBackAct.self) { .sendBack(id: $0, reason: "x") },
    Case(StrikeOffAct.self) { .strikeOff(id: $0, reviewer: "x", on: nil) },
    Case(ReopenAct.self) { .reopen(id: $0, reason: "x") },
    Case(SuspendAct.self) { .suspend(id: $0, reason: "x") },
    Case(CancelAct.self) { .cancel(id: $0, reason: "x") },
    Case(AssignAct.self) { task, _, context in
      context.units.units.map { .assign(id: task.id, Assignment(add: [$0.id])) }
    },
    Case(EditTaskAct.self) { id in
      var edit = TaskEdit()
      edit.title = "别的名称"
      return .editTask(id: id, edit)
    },
    Case(RecordAct.self) { .record(id: $0, OccurrenceReport()) },
    Case(SetTargetAct.self) { .setTarget(id: $0, TargetDraft(name: "新指标", atLeast: 90)) },
    Case(AddReadingAct.self) { .addReading(id: $0, ReadingReport(target: "满意率", value: 91)) },
    Case(ExtendAct.self) { task, campaign, context in
      let until = (context.judge.end(of: task, in: campaign) ?? context.today) + 1
      return [.extend(id: task.id, ExtensionRequest(until: until, reason: "x"))]
    },
    Case(DecideAct.self) { .decide(id: $0, ExtensionDecision(isApproved: false, by: "院长")) },
    Case(RemindAct.self) { .remind(id: $0, ChaseReport()) },
    Case(SplitAct.self) { .split(id: $0, titles: ["x"]) },
    Case(MoveAct.self) { .move(id: $0, phase: "空阶段") },
    Case(SplitDraftAct.self) { .splitDraft(id: $0, title: "x") }, Case(DropAct.self) { .drop(id: $0) },
    Case(RemoveTaskAct.self) { .removeTask(id: $0) }, Case(MergeAct.self) { .merge(id: $0, into: "draft") },
  ]

  private func plans() throws -> (campaigns: [Campaign], context: ActContext) {
    let today = try day("2026-11-20")
    let demonstration = try #require(Demonstration(today: today))
    let judge = Judge(
      today: today, calendar: chinese, events: demonstration.settings.events, units: demonstration.units)
    let campaigns = demonstration.live.map { live in
      var campaign = live
      campaign.phases.append(Phase(id: "empty", name: "空阶段"))
      for place in campaign.tasks.indices {
        campaign.tasks[place].targets.append(Target(name: "满意率", atLeast: 90))
      }
      campaign.tasks.append(Task(id: "draft", title: "草稿", stage: .draft))
      return campaign
    }
    return (campaigns, ActContext(judge: judge, stamp: Stamp(at: Moment(seconds: 0), by: "党办干事")))
  }

  private func refusal(_ act: Act, _ campaign: Campaign, _ context: ActContext) -> Refusal? {
    do throws(Refusal) {
      _ = try campaign.change(for: act, context)
      return nil
    } catch { return error }
  }

  /// Every task of the demonstration at every stage: where something is in the way, every act of the kind is refused for it; where
  /// nothing is, one that is well-formed goes through.
  @Test func obstaclesAreWhatActsAreRefusedFor() throws {
    let (campaigns, context) = try plans()
    var (blocked, free) = (0, 0)
    for live in campaigns {
      for place in live.tasks.indices.dropLast() {
        for stage in Stage.allCases {
          var campaign = live
          campaign.tasks[place].stage = stage
          let task = campaign.tasks[place]
          for one in cases {
            let refusals = one.acts(task, campaign, context).map { refusal($0, campaign, context) }
            if let obstacle = one.obstacle(task, campaign, context) {
              #expect(refusals.allSatisfy { $0 == obstacle }, "\(task.id) \(stage) \(obstacle) \(refusals)")
              blocked += 1
            } else {
              #expect(refusals.contains(nil), "\(task.id) \(stage) \(refusals)")
              free += 1
            }
          }
        }
      }
    }
    #expect(blocked > 1_000 && free > 1_000)
  }

  /// Every act on a task is tried here; the others are these, and what is no act.
  @Test func everyActOnATaskIsTried() {
    let others: Set<JournalCommand> = [
      .addTask, .addPhase, .addCampaign, .addUnit, .removePhase, .removeCampaign, .removeUnit, .editPhase,
      .editCampaign, .editSettings, .setLights,
      .setOwnDays, .setEvent, .renameUnit, .aliasUnit, .mergeUnits, .changeMembers, .editUnit, .closeCampaign,
      .reopenCampaign, .archive, .unarchive, .import, .accept, .updatePlan, .apply, .undo, .redo, .restore,
      .migrate,
      .repair,
      // Another act's second name; those that need an entry or a target that is there.
      .refuseExtension, .correct, .removeTarget,
      // What older programs did.
      .reviseDraft,
    ]
    #expect(Set(cases.map { $0.type.traits.command }) == Set(JournalCommand.allCases).subtracting(others))
  }

  @Test func nothingIsDoneInAClosedPlan() throws {
    let (campaigns, context) = try plans()
    var closed = campaigns[0]
    closed.state = .closed
    for one in cases {
      #expect(one.obstacle(closed.tasks[0], closed, context) == .campaignClosed(code: closed.code))
    }
  }

  /// A completed task takes the part of a member who was missing, and answers; nothing else is open on it that way.
  @Test func whatIsFilledInCanMakeItPossible() throws {
    var campaign = try Fixture.campaign("h11")
    campaign.tasks[0].stage = .completed
    campaign.tasks[0].units = [Responsibility(unit: "gezhibu", name: "各支部", role: .lead)]
    let (task, context) = (campaign.tasks[0], try Fixture.context("2011-05-01"))
    #expect(CompleteAct.obstacle(for: task, in: campaign, context) != nil)
    let part = Act.complete(id: task.id, CompletionReport(from: "第一支部"))
    #expect(refusal(part, campaign, context) == nil)
    #expect(ReportAct.obstacle(for: task, in: campaign, context) != nil)
    campaign.tasks[0].log = [LogEntry(id: 1, stamp: context.stamp, kind: .instruction(), text: "抓紧")]
    #expect(ReportAct.obstacle(for: campaign.tasks[0], in: campaign, context) == nil)
    // Why an answer is refused says more than the stage does.
    campaign.tasks[0].log[0].struckBy = 2
    var report = Report(text: "x")
    report.answers = 1
    #expect(
      refusal(.report(id: task.id, report), campaign, context)
        == .notOpen(id: task.id, entry: 1, .struck(by: 2)))
  }

  @Test(arguments: JournalCommand.allCases)
  func whatUndoAndChangesKnow(command: JournalCommand) {
    let bases: [Act.Basis: [JournalCommand]] = [
      .state: [.report, .record, .complete, .submit, .sendBack, .strikeOff, .reopen, .suspend, .cancel],
      .deadline: [.extend, .approveExtension, .refuseExtension], .chases: [.remind],
      .everything: [.split, .apply],
    ]
    #expect(command.traits.command == command)
    #expect(command.traits.restsOn == bases.first { $0.value.contains(command) }?.key ?? .nothing)
    let makers: [TaskChange.Kind: [JournalCommand]] = [
      .progressed: [.report], .counted: [.record], .extensionAsked: [.extend],
      .added: [.addTask, .accept, .import, .split], .completed: [.complete, .strikeOff], .reopened: [.reopen],
      .slipped: [.editTask], .broughtForward: [.editTask], .extended: [.extend, .approveExtension],
      .newlyOverdue: [], .suspended: [.suspend], .cancelled: [.cancel], .instructed: [.instruct],
      .moved: [.moveTask], .removed: [.archive, .removeTask, .removeCampaign],
    ]
    let isAny = [JournalCommand.undo, .redo, .restore, .updatePlan, .apply].contains(command)
    for kind in TaskChange.Kind.allCases {
      #expect(command.traits.makes.contains(kind) == (isAny || makers[kind]?.contains(command) == true))
    }
  }
}
