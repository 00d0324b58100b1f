import Campaigns
import Wording

/// 新建单位: a unit, or a collective with its members.
struct AddUnitForm: FormKind {
  let fields: [FormField] = [
    FormField(.name), FormField(.shortName, "多个用顿号隔开", "several with commas"), .unitKind, .unitMembers,
    .optional(.contact),
  ]

  func title(_ model: Model) -> String { model.wording.pick("新建单位", "New unit") }
  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    if isNew { form.fill([.kind: model.wording.unitKind(.department)]) }
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    let name = try form.words(.name, model)
    let (members, new) = try form.newMembers(model)
    guard members.allSatisfy({ $0.from == nil && $0.until == nil }) else {
      throw FormError(
        model.wording.pick("新建时成员不带日期，建好后按 e 修改。", "Members get their days with e, once it is there."),
        .members)
    }
    let act = UnitAct.add(
      name: name, kind: form.unitKind(model) ?? .department, id: nil, aliases: form.names(.shortName),
      members: members.map(\.name), contact: form.optional(.contact))
    return [.units(new.map(\.act) + [act], shows: name)]
  }
}
