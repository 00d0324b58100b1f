import Campaigns
import Wording

/// 修改单位: its names, what it is, its members with their days, where to reach it.
struct EditUnitForm: FormKind {
  let id: String
  let fields: [FormField] = [
    FormField(.name), FormField(.shortName, "多个用顿号隔开", "several with commas"), .unitKind, .unitMembers,
    .optional(.contact),
  ]

  func title(_ model: Model) -> String {
    let name = model.snapshot.units.current(id: id)?.name ?? id
    return model.wording.pick("修改单位  \(name)", "Edit unit  \(name)")
  }

  func isAbout(_ snapshot: Snapshot) -> Bool { snapshot.units.current(id: id) != nil }

  func begin(_ form: inout Form, _ model: Model, isNew: Bool) {
    guard let unit = model.snapshot.units.current(id: id) else { return }
    form.fill(
      [
        .name: unit.name, .shortName: unit.aliases.joined(separator: "、"),
        .kind: model.wording.unitKind(unit.kind),
        .members: model.members(of: unit).map(model.wording.member).joined(separator: "、"),
        .contact: unit.contact ?? "",
      ], isNew: isNew)
  }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    var edit = UnitEdit()
    let name = try form.words(.name, model)
    if form.changed(.name) != nil { edit.name = name }
    if form.changed(.shortName) != nil { edit.aliases = form.names(.shortName) }
    if form.changed(.kind) != nil { edit.kind = form.unitKind(model) }
    if form.changed(.contact) != nil { edit.contact = form[.contact].trimmed }
    var new: [UnitDraft] = []
    if form.changed(.members) != nil {
      let typed = try form.newMembers(model)
      (edit.members, new) = (typed.members, typed.new)
    }
    guard edit != UnitEdit() else { throw .nothingChanged(form, model) }
    return [.units(new.map(\.act) + [.edit(unit: id, edit, on: model.snapshot.today)], shows: id)]
  }
}

extension FormField {
  /// What a unit is.
  static let unitKind = FormField(
    .kind, choices: { _, model in Unit.Kind.allCases.map(model.wording.unitKind) })

  /// Members of a collective, each with its days where it has some.
  static let unitMembers = FormField(
    .members,
    hint: {
      $1.wording.pick("集体填成员，如 第一支部、第二支部（2026-03-01起）", "of a collective; as in A, B (from 2026-03-01)")
    },
    remark: { form, model in
      do throws(FormError) {
        let members = try form.members(model)
        let new = members.map(\.name).filter { model.snapshot.units.unit(named: $0) == nil }
        let count = model.wording.pick(
          "\(members.count)个成员", model.wording.count(members.count, "", "member", "members"))
        return new.isEmpty
          ? count
          : count + model.wording.pick("，新：", ", new: ") + model.wording.joined(new)
      } catch { return error.text }
    }
  ).pickingUnits()
}

extension Form {
  /// What a unit is to be.
  func unitKind(_ model: Model) -> Unit.Kind? {
    Unit.Kind.allCases.first { model.wording.unitKind($0) == self[.kind] }
  }

  /// The members that are typed: 第一支部、第二支部（2026-03-01起）、第三支部（2026-03-01至2026-06-30）.
  func members(_ model: Model) throws(FormError) -> [UnitEdit.Member] {
    var members: [UnitEdit.Member] = []
    for text in names(.members) {
      let parts = text.split(maxSplits: 1) { "（(".contains($0) }.map { String($0).trimmed }
      guard let name = parts.first else { continue }
      var member: UnitEdit.Member
      // One that nobody has is offered to be made (`newMembers`).
      do throws(Refusal) { member = UnitEdit.Member(name: try model.unit(likeName: name).name) } catch {
        member = UnitEdit.Member(name: name)
      }
      if parts.count > 1 {
        guard let days = MemberDays(parts[1], model) else {
          throw FormError(
            model.wording.pick(
              "看不懂\(model.wording.quoted(text))，请写作 第一支部（2026-03-01起）。",
              "\(model.wording.quoted(text)) cannot be read; write it as A (from 2026-03-01)."), .members)
        }
        (member.from, member.until) = (days.from, days.until)
      }
      members.append(member)
    }
    return members
  }
}

/// The days of a member as people write them: 2026-03-01起, 至2026-06-30, 2026-03-01至2026-06-30.
private struct MemberDays {
  private(set) var from: Day?
  private(set) var until: Day?

  init?(_ text: String, _ model: Model) {
    var rest = text.trimmed
    while let last = rest.last, "）)".contains(last) { rest.removeLast() }
    if rest.hasSuffix("起") || rest.lowercased().hasPrefix("from ") {
      let words = rest.hasSuffix("起") ? String(rest.dropLast()) : String(rest.dropFirst(5))
      guard let day = model.day(in: words.trimmed) else { return nil }
      from = day
      return
    }
    let separator = rest.contains("至") ? "至" : rest.contains("..") ? ".." : "until "
    let parts = rest.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.count == 2, let end = model.day(in: parts[1]) else { return nil }
    until = end
    guard !parts[0].isEmpty else { return }
    guard let start = model.day(in: parts[0]) else { return nil }
    from = start
  }
}

extension Model {
  /// Who is a member of a collective, or will be.
  fileprivate func members(of unit: Unit) -> [UnitEdit.Member] {
    unit.members.filter { $0.until.map { $0 >= snapshot.today } ?? true }.map { member in
      UnitEdit.Member(
        name: snapshot.units.current(id: member.unit)?.name ?? member.unit, from: member.from,
        until: member.until)
    }
  }
}

extension Wording {
  /// A member with its days, as it can be typed again.
  fileprivate func member(_ member: UnitEdit.Member) -> String {
    switch (member.from, member.until) {
    case (nil, nil): member.name
    case (let from?, nil): pick("\(member.name)（\(from.iso)起）", "\(member.name) (from \(from.iso))")
    case (nil, let until?): pick("\(member.name)（至\(until.iso)）", "\(member.name) (until \(until.iso))")
    case (let from?, let until?):
      pick("\(member.name)（\(from.iso)至\(until.iso)）", "\(member.name) (\(from.iso)..\(until.iso))")
    }
  }
}
