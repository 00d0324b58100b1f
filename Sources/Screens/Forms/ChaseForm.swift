import Campaigns
import Wording

/// 催办: which units, with which words; level and number are as the rules give them. Everything is filled in: Enter is enough.
struct ChaseForm: TaskFormKind {
  let id: String
  let isKept = false
  let fields = [
    FormField(.text, "催办内容，可不填", "what is asked of them; may stay empty"),
    FormField(
      .units, hint: { $1.wording.pick("不填即全部未办的", "all that owe something if empty") },
      remark: { form, model in
        let count = model.unitNames(in: form[.units]).count
        return count > 1 ? model.wording.pick("\(count)个单位", "\(count) units") : ""
      }
    ).pickingUnits(),
  ]

  func title(_ model: Model) -> String {
    let today = model.chases(of: id).filter { $0.last?.on == model.snapshot.today }.map(\.unit.name)
    let words = model.wording.pick("催办", "Chase")
    guard let first = today.first else { return model.named(words, id) }
    let whom =
      today.count == 1
      ? first : model.wording.pick("\(first)等\(today.count)个单位", "\(first) and \(today.count - 1) more")
    return model.named(model.wording.pick("再催办（今天已催\(whom)）", "Chase again (\(whom): chased today)"), id)
  }

  /// Level and number of each chase.
  func notes(_ form: Form, _ model: Model) -> [String] {
    let words = model.chaseWords(form)
    return words.isEmpty ? [] : [model.wording.pick("将催：", "To be chased: ") + model.wording.joined(words)]
  }

  /// The member whose part is shown, or all that owe something.
  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    let names = model.member.map { [$0.name] } ?? model.chases(of: id).map(\.unit.name)
    form.fill([.units: names.joined(separator: "、")])
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var report = ChaseReport(text: form.optional(.text))
    let isAsGiven = form[.units] == form.given(.units) && model.member == nil
    if !isAsGiven {
      for name in model.unitNames(in: form[.units]) {
        do throws(Refusal) { report.units.append(try model.unit(likeName: name).id) } catch {
          throw FormError(model.wording.prose(error), .units)
        }
      }
    }
    return [try model.act(on: id, .remind(id: id, report))]
  }
}

extension Model {
  /// The chases that would be next of a task.
  fileprivate func chases(of id: String) -> [Chase] {
    guard let task = snapshot.row(id: id)?.task, let campaign = campaign(of: id) else { return [] }
    return snapshot.judge.nextChases(of: task, in: campaign)
  }

  /// Level and number of each chase that the units in the field would get.
  fileprivate func chaseWords(_ form: Form) -> [String] {
    let known = chases(of: form.purpose.subject)
    guard form.optional(.units) != nil else { return known.map(wording.words) }
    return unitNames(in: form[.units]).map { name in
      guard let unit = try? unit(likeName: name) else { return wording.pick("\(name)？", "\(name)?") }
      return known.first { $0.unit.id == unit.id }.map(wording.words) ?? unit.name
    }
  }
}
