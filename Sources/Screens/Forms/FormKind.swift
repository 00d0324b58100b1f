import Campaigns
import Wording

/// What a form is: its fields with what stands beside them, its title, what is there to be changed, what is sent off. One
/// file in this folder, one case of `Form.Kind`.
///
/// ```swift
/// struct NoteForm: FormKind {
///   let id: String
///   let fields = [FormField(.text)]
///   func title(_ model: Model) -> String { model.named(model.wording.pick("备注", "Note"), id) }
///   func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
///     [try model.act(on: id, .note(id: id, text: try form.words(.text, model)))]
///   }
/// }
/// ```
protocol FormKind: Sendable {
  /// What it asks for, in order.
  var fields: [FormField] { get }
  /// What will be done, to which task.
  func title(_ model: Model) -> String
  /// Whether what it is about is there.
  func isAbout(_ snapshot: Snapshot) -> Bool
  /// Whether what was typed is kept where it is left. A form that Enter is enough for begins as it is.
  var isKept: Bool { get }
  /// What Enter does, in a word.
  func verb(_ wording: Wording) -> String
  /// What stands below its fields: what will be done, more than fits beside them.
  func notes(_ form: Form, _ model: Model) -> [String]
  /// What is asked before it is sent off: the question, and what `y` does in a few words; nil where nothing is.
  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)?
  /// Puts in what is there to be changed, and what helps; `isNew` where nothing was kept of it.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool)
  /// What the form asks for, in order.
  /// - Throws: what is missing or cannot be read, and then nothing is to be done.
  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect]
}

protocol TaskFormKind: FormKind {
  var id: String { get }
}

extension FormKind {
  var isKept: Bool { true }
  func verb(_ wording: Wording) -> String { FormAction.save.title(wording) }
  func notes(_ form: Form, _ model: Model) -> [String] { [] }
  func question(_ form: Form, _ model: Model) -> (text: String, yes: String)? { nil }
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {}
}

extension TaskFormKind {
  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.row(id: id) != nil }
}

/// A field of a form, with what stands beside it.
struct FormField: Sendable {
  typealias Remark = @Sendable (Form, Model) -> String
  let name: Form.FieldName
  /// While nothing is typed: what is expected.
  let hint: Remark
  /// Behind what is typed: what the program makes of it.
  let remark: Remark
  /// What it can be; empty where it takes what is typed.
  var choices: @Sendable (Form, Model) -> [String] = { _, _ in [] }
  /// The names that it takes, the most used first; empty where it takes no names.
  var picks: @Sendable (Form, Model) -> [NamePick] = { _, _ in [] }

  init(
    _ name: Form.FieldName, hint: @escaping Remark = { _, _ in "" }, remark: @escaping Remark = { _, _ in "" }
  ) {
    (self.name, self.hint, self.remark) = (name, hint, remark)
  }

  /// The same with something said before what stands behind the typed text.
  func remarking(_ first: @escaping Remark) -> FormField {
    var field = FormField(
      name, hint: { first($0, $1) + hint($0, $1) }, remark: { first($0, $1) + remark($0, $1) })
    (field.choices, field.picks) = (choices, picks)
    return field
  }

  /// What is one of a few things, gone through with Left and Right.
  init(_ name: Form.FieldName, choices: @escaping @Sendable (Form, Model) -> [String]) {
    let others: Remark = { form, model in
      let rest = model.wording.joined(choices(form, model).filter { $0 != form[name] })
      return form[name].isEmpty
        ? model.wording.pick("左右键选择：\(rest)", "Left, Right: \(rest)")
        : rest.isEmpty ? "" : model.wording.pick("左右键改为\(rest)", "Left, Right: \(rest)")
    }
    self.init(name, hint: others, remark: others)
    self.choices = choices
  }

  init(_ name: Form.FieldName, _ zh: String, _ en: String, remark: @escaping Remark = { _, _ in "" }) {
    self.init(name, hint: { $1.wording.pick(zh, en) }, remark: remark)
  }
}

extension Form {
  /// The kinds of forms, by the names that drafts on the disk have.
  package enum Kind: String, CaseIterable, Sendable {
    case report, note, instruct, addTask, addCampaign, addPhase, addUnit
    /// What a task, a campaign, a phase or a unit says is put right.
    case editTask, editCampaign, editPhase, editUnit
    /// A draft becomes two.
    case splitDraft = "split"
    /// The days of the event that a task's deadline hangs on.
    case dateEvent
    case target
    /// More time is asked for; the request that waits is decided on.
    case extend, decide
    /// Titles of what a task is split into.
    case split = "divide"
    /// A task goes to another phase or plan.
    case move
    /// What was done, by whom; who is chased; one more of a quota.
    case complete, chase, count
    /// A task's state is changed by hand; units come and go; tags come and go.
    case stage, assign, tag
    /// What concerns the store as a whole.
    case settings
    /// An event and its days; words to start from.
    case namedEvent, template
    /// An item that the reader of a notice missed.
    case addDraft
    /// A file or a folder that a notice is looked for in.
    case openPath
  }

  /// What a form is for: its kind and the id of the task, or the code of the campaign, that it is about.
  package struct Purpose: Hashable, Sendable {
    let kind: Kind
    let subject: String
    init(_ kind: Kind, _ subject: String = "") { (self.kind, self.subject) = (kind, subject) }

    /// A form for each of several tasks.
    init(_ kind: Kind, marks: [TaskMark]) {
      self.init(kind, marks.map(\.text).joined(separator: " "))
    }

    var form: any FormKind {
      let marks = subject.split(separator: " ")
      if kind.takesMarks, subject.contains("@") {
        return MarkedForm(kind: kind, marks: marks.map { TaskMark($0) })
      }
      return one
    }

    /// The form about one thing.
    private var one: any FormKind {
      switch kind {
      case .report: ReportForm(id: subject)
      case .note: NoteForm(id: subject)
      case .instruct: InstructForm(id: subject)
      case .addTask: AddTaskForm(code: subject)
      case .addCampaign: AddCampaignForm()
      case .addPhase: AddPhaseForm(code: subject)
      case .addUnit: AddUnitForm()
      case .editTask: EditTaskForm(id: subject)
      case .editCampaign: EditCampaignForm(code: subject)
      case .editPhase: EditPhaseForm(subject: subject)
      case .editUnit: EditUnitForm(id: subject)
      case .splitDraft: SplitDraftForm(id: subject)
      case .dateEvent: EventForm(id: subject)
      case .target: TargetForm(id: subject)
      case .extend: ExtensionForm(id: subject)
      case .decide: DecisionForm(id: subject)
      case .split: SplitForm(id: subject)
      case .move: MoveForm(id: subject)
      case .complete: CompleteForm(id: subject)
      case .chase: ChaseForm(id: subject)
      case .count: CountForm(id: subject)
      case .stage: StageForm(id: subject)
      case .assign: AssignForm(id: subject)
      case .tag: TagForm(id: subject)
      case .settings: SettingsForm()
      case .openPath: OpenPathForm()
      case .namedEvent: NamedEventForm(subject: subject)
      case .template: TemplateForm(name: subject)
      case .addDraft: AddDraftForm(code: subject)
      }
    }
  }
}

/// Why a form cannot be sent off, and in which field.
struct FormError: Error {
  let text: String
  let field: Form.FieldName
  /// Units that the next Enter makes.
  let offers: [String]

  init(_ text: String, _ field: Form.FieldName, offers: [String] = []) {
    (self.text, self.field, self.offers) = (text, field, offers)
  }

  /// That a form was sent off as it was opened.
  static func nothingChanged(_ form: Form, _ model: Model) -> FormError {
    FormError(model.wording.pick("没有改动。", "Nothing was changed."), form.fields[form.focus].name)
  }
}
