import Campaigns
import Wording

/// The same for every marked task: one form, one command. What it asks is what the form of one asks.
struct MarkedForm: FormKind {
  let kind: Form.Kind
  /// The tasks, of a unit's part with the unit behind `@`.
  let marks: [TaskMark]
  let isKept = false

  var fields: [FormField] { single?.fields.filter { !MarkedForm.own.contains($0.name) } ?? [] }

  /// What each task has of its own: it is as it is filled in for that one.
  private static let own: Set<Form.FieldName> = [.doer, .from, .units, .answers, .campaign, .count]
  private static func keeps(_ kind: Form.Kind) -> Set<Form.FieldName> { kind == .assign ? [.units] : [] }

  private var single: (any FormKind)? { marks.first.map { Form.Purpose(kind, $0.task).form } }

  func title(_ model: Model) -> String {
    model.wording.pick(
      "\(model.wording.name(kind)) \(marks.count)项任务", "\(model.wording.name(kind)): \(marks.count) tasks")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { marks.allSatisfy { snapshot.row(id: $0.task) != nil } }

  /// What is the same for all: the day, the manner.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let first = marks.first else { return }
    let one = Form.new(Form.Purpose(kind, first.task), model)
    form.fill([.day: one[.day], .manner: one[.manner]])
  }

  /// Whom it is not done to, and why.
  func notes(_ form: Form, _ model: Model) -> [String] {
    // Of many it is looked at when it is sent off: the question says it then.
    let refused = marks.count > MarkedForm.mostWeighed ? [] : acts(form, model).refused
    var notes: [String] = []
    if let hidden = model.hiddenMarks.first {
      let count = model.hiddenMarks.count
      notes.append(
        model.wording.pick(
          "另有\(count)项被筛选隐藏，不动（\(hidden.task)\(count > 1 ? "…" : "")）。",
          "\(count) marked are hidden by the filter and stay as they are."))
    }
    return notes + [passedOver(refused, model)].compactMap(\.self)
  }

  /// So many are weighed at every key.
  private static let mostWeighed = 50

  /// How many it is not done to, and why the first of them; nil where there are none.
  private func passedOver(_ refused: [String], _ model: Model) -> String? {
    guard let first = refused.first else { return nil }
    return model.wording.pick("跳过\(refused.count)项：\(first)", "\(refused.count) are passed over: \(first)")
      + (refused.count > 1 ? "…" : "")
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let (acts, refused, error) = acts(form, model)
    if let error { throw error }
    guard !acts.isEmpty else {
      throw FormError(refused.first ?? model.noTaskWords, form.fields[form.focus].name)
    }
    return [.acts(acts, kind, passedOver: refused.count)]
  }

  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)? {
    let (acts, refused, _) = acts(form, model)
    guard acts.count >= 3 else { return nil }
    let (wording, name) = (model.wording, model.wording.name(kind))
    let rest = passedOver(refused, model).map { wording.pick("（\($0)）", " (\($0))") } ?? ""
    return (
      wording.pick("\(name) \(acts.count)项任务？\(rest)", "\(name): \(acts.count) tasks?\(rest)"),
      wording.pick("\(name) \(acts.count)项（y）", "go on (y)")
    )
  }

  /// What it does to each, and why it is not done to others.
  private func acts(_ form: Form, _ model: Model) -> (
    acts: [CampaignAct], refused: [String], error: FormError?
  ) {
    var acts: [CampaignAct] = []
    var refused: [String] = []
    let context = ActContext(judge: model.snapshot.judge, stamp: Stamp(at: Moment(seconds: 0), by: ""))
    for mark in marks {
      do throws(FormError) {
        for effect in try effects(of: mark, form, model) {
          guard case .act(let code, let act, let units) = effect, units.isEmpty else {
            let words = model.wording.pick("一次只能对一项这样做。", "That is done to one at a time.")
            return ([], [], FormError(words, form.fields[form.focus].name))
          }
          guard let campaign = model.snapshot.campaign(code: code) else { continue }
          do throws(Refusal) {
            _ = try campaign.change(for: act, context)
            acts.append(CampaignAct(code: code, act: act))
          } catch { refused.append(model.wording.prose(error)) }
        }
      } catch { return ([], [], error) }
    }
    return (acts, refused, nil)
  }

  /// What the form of one asks for, with what was typed for all.
  private func effects(of mark: TaskMark, _ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let purpose = Form.Purpose(kind, mark.task)
    var one = Form.new(purpose, model)
    for field in form.fields { one[field.name] = field.line.text }
    // Of another's task the page that is open says nothing.
    let own = mark.unit.flatMap { model.snapshot.units.current(id: $0)?.name } ?? ""
    for name in [Form.FieldName.doer, .from, .units] where kind != .assign { one[name] = own }
    one[.answers] = ""
    return try purpose.form.effects(one, model)
  }
}

/// A task that is marked, or a unit's part of one.
struct TaskMark: Hashable, Sendable {
  let task: String
  let unit: String?

  init(task: String, unit: String? = nil) { (self.task, self.unit) = (task, unit) }

  /// A mark as a form's subject has it: `h26-9@`, or `h26-9@zhibu3`.
  init(_ text: Substring) {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    self.init(task: parts.first ?? "", unit: parts.count > 1 ? parts[1] : nil)
  }

  var text: String { "\(task)@\(unit ?? "")" }

  /// What a line's mark is of; nil where it is of no task.
  init?(_ id: ItemID) {
    switch id {
    case .task(let task): self.init(task: task)
    case .part(let task, let unit): self.init(task: task, unit: unit)
    case .entry, .campaign, .unit, .phase, .more, .group, .choice, .file, .leftOut, .finding, .setting,
      .event, .template:
      return nil
    }
  }
}

extension Form.Kind {
  /// Whether it can be done to many tasks at once.
  var takesMarks: Bool {
    switch self {
    case .complete, .report, .note, .instruct, .chase, .extend, .move, .stage, .assign, .tag: true
    case .addTask, .addCampaign, .addPhase, .addUnit, .editTask, .editCampaign, .editPhase, .editUnit,
      .splitDraft,
      .dateEvent, .target, .decide, .split, .count, .settings, .openPath, .addDraft, .namedEvent, .template:
      false
    }
  }
}

extension Wording {
  /// What a form does, in a word or two.
  func name(_ kind: Form.Kind) -> String {
    switch kind {
    case .complete: pick("办结", "complete")
    case .report: pick("登记进展", "report progress")
    case .note: pick("加备注", "note")
    case .instruct: pick("批示", "instruct")
    case .chase: pick("催办", "chase")
    case .extend: pick("申请延期", "ask for more time")
    case .move: pick("移动", "move")
    case .stage: pick("变更状态", "change the state")
    case .assign: pick("交办", "assign")
    case .tag: pick("改标签", "tags")
    case .addTask, .addCampaign, .addPhase, .addUnit: pick("新建", "add")
    case .editTask, .editCampaign, .editPhase, .editUnit: pick("修改", "edit")
    case .splitDraft, .split: pick("拆分", "split")
    case .dateEvent: pick("定日期", "date")
    case .target: pick("指标", "target")
    case .decide: pick("批复延期", "decide")
    case .count: pick("计数", "count")
    case .settings: pick("设置", "settings")
    case .namedEvent: pick("定期", "date")
    case .template: pick("常用语", "template")
    case .addDraft: pick("补项", "add")
    case .openPath: pick("导入", "import")
    }
  }
}
