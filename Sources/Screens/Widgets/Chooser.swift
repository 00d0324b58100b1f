import TerminalFrames
import Wording

/// A short list to choose from, over the list that it came from. Every choice is an act.
struct Chooser: Sendable {
  struct Choice: Sendable {
    let text: String
    /// Empty is to cancel.
    let effects: [Effect]

    init(text: String, effects: [Effect]) { (self.text, self.effects) = (text, effects) }
    init(text: String, effect: Effect) { self.init(text: text, effects: [effect]) }
  }

  let title: String
  let choices: [Choice]
  private(set) var selected = 0
  /// What `y` does: the first act of a question.
  private(set) var yes: [Effect]?
  /// The form that asks, to which one goes back.
  var form: Form?
  /// Whether it goes only with one of its choices: Esc would lose something.
  var isAnswered = false
  /// What is to be known before one answers, in lines below the question.
  var notes: [(words: String, style: Style)] = []

  init(title: String, choices: [Choice]) { (self.title, self.choices) = (title, choices) }

  /// A question: the cursor on Cancel, `y` for the first act.
  init(question: String, choices: [Choice], _ wording: Wording) {
    self.init(title: question, choices: [Choice(text: wording.pick("取消", "cancel"), effects: [])] + choices)
    yes = choices.first?.effects
  }

  /// The acts of the selected choice.
  var effects: [Effect] { choices.indices.contains(selected) ? choices[selected].effects : [] }
  mutating func move(_ steps: Int) { selected = max(0, min(choices.count - 1, selected + steps)) }

  /// Its lines with the first one to show, so that the selected one is among `rows`.
  func lines(rows: Int, columns: Int, _ width: DisplayWidth) -> [(spans: [Span], isSelected: Bool)] {
    let most = max(0, rows - 1 - choices.count)
    let wrapped = notes.flatMap { note in
      width.wrapped(note.words.visible, to: max(2, columns - 4)).map { (words: $0, style: note.style) }
    }
    var told = Array(wrapped.prefix(most))
    if wrapped.count > most, most > 0 { told[most - 1] = ("… +\(wrapped.count - most + 1)", .dim) }
    let room = max(1, rows - 1 - told.count)
    let top = max(0, min(selected - room + 1, choices.count - room))
    let shown = choices.indices.dropFirst(top).prefix(room)
    return [([Span(title.visible, .title)], false)]
      + told.map { ([Span("  "), Span($0.words, $0.style)], false) }
      + shown.map { ([Span("  "), Span(choices[$0].text.visible)], $0 == selected) }
  }
}
