import Campaigns
import TerminalFrames
import Wording

/// The field of a report that says which instruction it answers.
extension Form {
  /// Adds the field, or takes it away where nothing is typed in it.
  mutating func asksForAnswer(_ asks: Bool) {
    let place = fields.firstIndex { $0.name == .answers }
    switch (asks, place) {
    case (true, nil):
      // The last one: the others stay where hands know them.
      guard case .report = purpose else { return }
      fields.append(Field(name: .answers, line: TextLine()))
    case (false, let place?) where fields[place].line.isEmpty:
      fields.remove(at: place)
      focus = 0
    default: break
    }
  }

  /// The number of the open instruction that is answered; nil where the field is empty or not there.
  func answered(_ model: Model) throws(FormError) -> Int? {
    guard let number = try number(.answers, model) else { return nil }
    let open = openInstructions(model)
    guard open.contains(where: { $0.id == number }) else {
      let wording = model.wording
      let rest = open.map { "#\($0.id)" }
      throw FormError(
        wording.pick("#\(number)不是待复的批示", "#\(number) is no open instruction")
          + (rest.isEmpty
            ? wording.pick("。", ".")
            : wording.pick("，待复的有\(wording.joined(rest))。", "; open: \(wording.joined(rest)).")),
        .answers)
    }
    return number
  }

  /// The instruction whose number is typed, else the oldest one that is open.
  func answerRemark(_ model: Model) -> String {
    let (wording, open) = (model.wording, openInstructions(model))
    let typed = self[.answers].trimmed
    guard typed.isEmpty else {
      return open.first { "\($0.id)" == typed }.map(wording.brief)
        ?? wording.pick("不是待复的批示", "no open instruction")
    }
    guard let oldest = open.first else { return "" }
    return open.count == 1
      ? wording.brief(oldest)
      : wording.pick("\(open.count)条待复，", "\(open.count) open; ") + wording.brief(oldest)
  }

  private func openInstructions(_ model: Model) -> [LogEntry] {
    guard case .report(let id) = purpose else { return [] }
    return model.snapshot.row(id: id)?.task.openInstructions ?? []
  }
}
