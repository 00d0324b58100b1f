import ArgumentParser
import CampaignStore
import Campaigns

/// `duban lights`: when lights change.
struct Lights: Command {
  static let configuration = CommandConfiguration(
    commandName: "lights", abstract: .say("亮灯标准：显示或调整。", "When lights change: shows it, or sets it."),
    discussion: "duban lights --due-soon 5 --behind-yellow 10 --behind-red 30")
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Option(help: .say("剩余几个工作日以内为临期（黄灯）。", "Due soon (yellow) at so many working days and below."))
  var dueSoon: Int?
  @Option(help: .say("进度滞后几个百分点起亮黄灯。", "Points behind schedule from which it is yellow.")) var behindYellow:
    Int?
  @Option(help: .say("进度滞后超过几个百分点亮红灯。", "Points behind schedule above which it is red.")) var behindRed: Int?
  @Flag(help: .say("恢复默认标准。", "Back to the defaults.")) var reset = false

  func run(_ session: Session) throws(Failure) -> Answer {
    let ledger = try session.ledger()
    var profile = ledger.settings.lights ?? .usual
    if reset || dueSoon != nil || behindYellow != nil || behindRed != nil {
      let now = reset ? .usual : profile
      profile = LightProfile(
        dueSoonWorkingDays: dueSoon ?? now.dueSoonWorkingDays, behindYellow: behindYellow ?? now.behindYellow,
        behindRed: behindRed ?? now.behindRed)
      let wanted = profile
      _ = try session.change { store, writing throws(StoreError) in
        try store.updateSettings(.lights(wanted), writing)
      }
    }
    let lights = profile
    return Answer(["lights": lights]) { session.wording.lights(lights).map { .line($0) } }
  }
}

/// `duban days`: the organisation's own days off and on; with a kind and days, changes them.
struct DaysCommand: Command {
  /// What days are to be.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case off, on, usual

    var ownDay: SettingsAct.OwnDay {
      switch self {
      case .off: .off
      case .on: .working
      case .usual: .usual
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "days",
    abstract: .say(
      "本单位的休息日和上班日，与法定安排不同的。", "The organisation's own days off and on, beside the statutory ones."),
    discussion: .say(
      """
      duban days                     列出
      duban days off 2026-05-12      本单位休息
      duban days on 2026-05-16       本单位上班
      duban days usual 2026-05-12    恢复法定安排
      """,
      """
      duban days                     shows them
      duban days off 2026-05-12      a day off
      duban days on 2026-05-16       a day of work
      duban days usual 2026-05-12    back to the statutory calendar
      """))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("off 休息、on 上班或 usual 恢复；不写则列出。", "off, on or usual; without it they are shown."))
  var kind: Kind?
  @Argument(help: .say("日期，可写多个。", "Days.")) var days: [String] = []

  func run(_ session: Session) throws(Failure) -> Answer {
    guard let kind else { return session.answer(try session.ledger().settings.ownDays) }
    guard !days.isEmpty else { throw .nothingGiven(what: "DAY…") }
    return try session.setDays(days, kind.ownDay)
  }
}

extension Session {
  fileprivate func setDays(_ texts: [String], _ kind: SettingsAct.OwnDay) throws(Failure) -> Answer {
    var days: [Day] = []
    for text in texts { days.append(try Session.day(text, option: "DAY", year: today.year)) }
    let wanted = days
    let settings = try change { store, writing throws(StoreError) in
      try store.updateSettings(.ownDays(wanted, kind), writing).settings
    }
    return answer(settings.ownDays)
  }

  fileprivate func answer(_ days: StoreSettings.OwnDays?) -> Answer {
    Answer(["off": days?.off ?? [], "on": days?.working ?? []]) {
      guard let days else {
        return [.line(wording.pick("没有本单位自定的休息日或上班日。", "The organisation has no days of its own."))]
      }
      let labelled = [(wording.pick("休息", "off"), days.off), (wording.pick("上班", "on"), days.working)]
      return labelled.flatMap { label, days in
        days.map { .line("\(label)  \($0.iso)  \(wording.weekday($0))") }
      }
    }
  }
}
