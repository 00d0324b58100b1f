import Campaigns
import Wording

/// 交办: units that come to a task, the one that is to lead, units that leave.
struct AssignForm: TaskFormKind {
  let id: String
  let fields: [FormField] = [
    FormField.units { name, model in (try? model.unit(likeName: name))?.name ?? "\(name)?" },
    FormField(
      .lead, hint: { $1.wording.pick("改由该单位牵头，可不填", "is to lead; may stay empty") },
      remark: { form, model in model.unitRemark(form[.lead]) }
    ).pickingUnits(),
    FormField(.dropped, "不再承担的单位，可不填", "units that leave; may stay empty").pickingUnits(),
  ]

  func title(_ model: Model) -> String { model.named(model.wording.pick("交办", "Assign"), id) }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var assignment = Assignment()
    let (names, unknown) = try form.units(.units, model)
    assignment.add = names
    assignment.lead = try form.unit(.lead, model)?.name
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
