import Campaigns
import Tables
import TerminalFrames
import Wording

/// 设置: what concerns the store as a whole, events and templates among it, and who one is.
struct SettingsView: View {
  func title(_ scene: Scene) -> String { scene.wording.pick("设置", "Settings") }

  func content(_ scene: Scene) -> Content {
    let (wording, settings) = (scene.wording, scene.snapshot.settings)
    var content = Content()
    let lights = settings.lights ?? .usual
    func days(_ days: [Day]?) -> String { wording.joined((days ?? []).map(\.iso)) }
    let rows: [(Form.FieldName, String)] = [
      (.organisation, (settings.organisation ?? "") + office(scene)), (.user, scene.user),
      (
        .dueSoon,
        wording.pick("\(lights.dueSoonWorkingDays)个工作日以内", "\(lights.dueSoonWorkingDays) working days")
      ),
      (.behindYellow, wording.pick("\(lights.behindYellow)个百分点起", "from \(lights.behindYellow) points")),
      (.behindRed, wording.pick("\(lights.behindRed)个百分点以上", "above \(lights.behindRed) points")),
      (.daysOff, days(settings.ownDays?.off)), (.daysOn, days(settings.ownDays?.working)),
    ]
    for (field, value) in rows {
      content.items.append(line(.setting(field), wording.label(field), value, scene))
    }
    if !settings.instructors.isEmpty {
      // Who may do what is no matter of a slip of the hand: it is set by command.
      let names = wording.joined(settings.instructors).visible
      let label = scene.width.fitted(wording.pick("只批示", "instruct only"), to: 18)
      content.items.append(
        .text(
          "\(label)  \(names)  "
            + wording.pick("（duban config set instructors）", "(duban config set instructors)")))
    }
    content.items += [.blank, .heading(wording.pick("事件", "Events"))]
    let awaited = scene.snapshot.ledger.awaitedEvents
    let known = settings.events.map { ($0.name, $0.days, nil as String?) }
    let others = awaited.filter { event in
      event.campaign != nil || !settings.events.contains { $0.name == event.name }
    }
    .map { ($0.name, $0.days, $0.campaign) }
    for (name, days, campaign) in known + others {
      let tasks = awaited.filter { $0.name == name && $0.campaign == campaign }.flatMap(\.tasks).count
      let count = tasks > 0 ? "  " + wording.count(tasks, "项任务", "task", "tasks") : ""
      let when = days.map(wording.days) ?? wording.pick("未定日期", "no days yet")
      let value = when + (campaign.map { "  \($0)" } ?? "") + count
      content.items.append(line(.event(name, campaign: campaign), name, value, scene))
    }
    content.items.append(
      line(.event("", campaign: nil), wording.pick("新增事件…", "New event …"), nil, scene))
    content.items += [.blank, .heading(wording.pick("常用语", "Templates"))]
    for template in settings.templates {
      let text = template.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      content.items.append(line(.template(template.name), template.name, text, scene))
    }
    content.items.append(line(.template(""), wording.pick("新增常用语…", "New template …"), nil, scene))
    return content
  }

  /// Which unit the office is, by its name: it is not told to chase itself.
  private func office(_ scene: Scene) -> String {
    guard let unit = scene.snapshot.units.office(of: scene.snapshot.settings.organisation) else { return "" }
    return scene.wording.pick("（即\(unit.name)，不催自己）", " (\(unit.name), which is not told to chase itself)")
  }

  /// A name and what it is set to; nil where the line only opens something.
  private func line(_ id: ItemID, _ name: String, _ value: String?, _ scene: Scene) -> ListItem {
    let label = scene.width.fitted(name.visible, to: 18)
    guard let value else { return ListItem(id: id, line: .text([Span(label, .dim)])) }
    let room = max(2, scene.columns - 20)
    let words = value.isEmpty ? "—" : scene.width.cut(value.visible, to: room)
    return ListItem(
      id: id, line: .text([Span(label + "  "), Span(words, value.isEmpty ? .dim : .plain)]))
  }

  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]] {
    guard case .template(let name) = item,
      let template = scene.snapshot.settings.templates.first(where: { $0.name == name })
    else { return [] }
    return [Fact(name, template.text)].lines(scene.width, columns: columns, scene.wording)
  }
}
