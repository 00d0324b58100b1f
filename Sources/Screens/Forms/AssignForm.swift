import Campaigns
import Wording

/// 交办: units that come to a task, the one that is to lead, units that leave.
struct AssignForm: TaskFormKind {
  let id: String
  let fields: [FormField] = [
    FormField.units { name, model in model.read(unit: name) },
    FormField(
      .lead, hint: { $1.wording.pick("改由该单位牵头，可不填", "is to lead; may stay empty") },
      remark: { form, model in model.wording.joined(model.unitNames(in: form[.lead]).map(model.read)) }
    ).pickingUnits(),
    FormField(.dropped, "不再承担的单位，可不填", "units that leave; may stay empty").pickingUnits(),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("交办", "Assign"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var assignment = Assignment()
    let (names, unknown) = try form.units([.units, .lead], model)
    assignment.add = names[.units] ?? []
    let leads = names[.lead] ?? []
    guard leads.count < 2 else {
      throw FormError(model.wording.pick("只能有一个牵头单位。", "One unit leads."), .lead)
    }
    assignment.lead = leads.first
    for name in model.unitNames(in: form[.dropped]) {
      do throws(Refusal) { assignment.remove.append(try model.unit(likeName: name).name) } catch {
        throw FormError(model.wording.prose(error), .dropped)
      }
    }
    guard assignment != Assignment() else {
      throw FormError(model.wording.pick("请填写单位。", "Name a unit."), .units)
    }
    guard let row = model.snapshot.row(id: id) else {
      return [try model.act(on: id, .assign(id: id, assignment))]
    }
    return [.act(code: row.code, .assign(id: id, assignment), newUnits: unknown)]
  }
}
