import Campaigns
import Wording

/// Units that nobody has are offered to be made there and then, and their members with them: what they are is asked for, and the next
/// Enter makes them.
extension Form {
  /// The units that some fields name, and those that are to be made with them, members first.
  func units(
    _ fields: [FieldName], _ model: Model
  ) throws(FormError) -> (names: [FieldName: [String]], new: [UnitDraft]) {
    var names: [FieldName: [String]] = [:]
    var unknown: [String] = []
    var first = fields.first ?? .units
    var near: String?
    for field in fields {
      for name in model.unitNames(in: self[field]) {
        do throws(Refusal) { names[field, default: []].append(try model.unit(likeName: name).name) } catch {
          names[field, default: []].append(name)
          if unknown.isEmpty { first = field }
          if !unknown.contains(name) { unknown.append(name) }
          if case .unknownUnit(_, let nearest) = error { near = nearest }
        }
      }
    }
    guard !unknown.isEmpty else {
      // Those of a unit that is there are changed with it, not here.
      guard !hasTypedMembers else {
        throw FormError(
          model.wording.pick("成员只在新建集体时填写，请清空。", "Members are for a new collective only; empty them."),
          .members)
      }
      return (names, [])
    }
    guard Set(unknown).isSubset(of: offered) else {
      throw model.offer(unknown, near: unknown.count == 1 ? near : nil, first)
    }
    let (members, new) = try self.newMembers(model, besides: unknown)
    guard members.allSatisfy({ $0.from == nil && $0.until == nil }) else {
      throw FormError(
        model.wording.pick("新建时成员不带日期，建好后在单位里修改。", "Members get their days once the unit is there."), .members
      )
    }
    let chosen = changed(.kind) == nil ? nil : unitKind(model)
    func kind(_ name: String) -> Campaigns.Unit.Kind { chosen ?? Campaigns.Unit.Kind(named: name) }
    let collectives = unknown.filter { kind($0) == .collective }
    // Whose members they are must be plain: the only collective's, or those of the only unit of which no kind was chosen.
    let owner =
      collectives.count == 1 ? collectives[0] : unknown.count == 1 && chosen == nil ? unknown[0] : nil
    guard members.isEmpty || owner != nil else {
      throw FormError(
        model.wording.pick(
          "不清楚是谁的成员：请一次新建一个集体，类别选集体。", "Whose members are they? Make one collective at a time."), .members)
    }
    return (
      names,
      new
        + unknown.map { name in
          UnitDraft(name: name, kind: kind(name), members: name == owner ? members.map(\.name) : [])
        }
    )
  }

  /// Whether somebody typed members where they are asked for along with a new unit.
  private var hasTypedMembers: Bool {
    fields.contains { $0.name == .kind } && !purpose.form.fields.contains { $0.name == .kind }
      && optional(.members) != nil
  }

  /// The members that are typed, and those of them that are to be made.
  func newMembers(
    _ model: Model, besides others: [String] = []
  ) throws(FormError) -> (members: [UnitEdit.Member], new: [UnitDraft]) {
    let members = fields.contains { $0.name == .members } ? try self.members(model) : []
    let unknown = members.map(\.name).filter { name in
      model.snapshot.units.unit(named: name) == nil && !others.contains(name)
    }
    guard Set(unknown).isSubset(of: offered) else {
      throw model.offer(others + unknown, telling: unknown, .members)
    }
    return (members, unknown.map { UnitDraft(name: $0, kind: Campaigns.Unit.Kind(named: $0)) })
  }

  /// Asks what the units are that it has offered to make, below the field that names them.
  mutating func askForUnits(below field: FieldName, _ model: Model) {
    guard field != .members, let first = offered.first,
      !purpose.form.fields.contains(where: { $0.name == .kind })
    else { return }
    if !fields.contains(where: { $0.name == .kind }),
      let place = fields.firstIndex(where: { $0.name == field })
    {
      fields.insert(contentsOf: [Field(.kind), Field(.members)], at: place + 1)
    }
    // What the name says, as long as nobody said otherwise.
    if changed(.kind) == nil || self[.kind].isEmpty {
      fill([.kind: model.wording.unitKind(Campaigns.Unit.Kind(named: first))])
    }
  }
}

extension Model {
  /// That units are not there, and the next Enter makes them.
  fileprivate func offer(
    _ names: [String], telling told: [String]? = nil, near: String? = nil, _ field: Form.FieldName
  ) -> FormError {
    let all = wording.joined((told ?? names).map(wording.quoted))
    let words =
      field == .members
      ? wording.pick("没有单位\(all)，再按回车一并新建。", "There is no unit \(all); Enter again makes it too.")
      : wording.pick(
        "没有单位\(all)" + (near.map { "（最接近的是\(wording.quoted($0))）" } ?? "") + "，再按回车新建，类别、成员见下。",
        "There is no unit \(all)" + (near.map { " (the nearest is \(wording.quoted($0)))" } ?? "")
          + "; Enter again makes it, as said below.")
    return FormError(words, field, offers: names)
  }

  /// What a name of a unit is read as, and that it would be a new one.
  func read(unit name: String) -> String {
    (try? unit(likeName: name))?.name ?? wording.pick("\(name)（新）", "\(name) (new)")
  }
}
