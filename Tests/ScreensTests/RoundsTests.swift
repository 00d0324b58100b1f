import Campaigns
import TerminalFrames
import TestSupport
import Testing

@testable import Screens

/// What is shown is made once for what changes it; what an act changes is read once, under the lock, and nothing again.
struct RoundsTests {
  /// How often content was made, and each file of the store read, from the last key of a script on.
  private func counts(_ keys: String, _ office: Office? = nil) throws -> (rounds: Int, reads: [String: Int]) {
    let script = try #require([Event](script: keys), "\(keys)")
    var (office, model) = try (office ?? Office()).opened(.zh, DisplayWidth(), isReadOnly: false)
    var (rounds, steps) = (0, 0)
    for event in script {
      (rounds, steps) = (model.rounds, office.steps.count)
      var messages = [Message.event(event)][...]
      while let message = messages.popFirst() {
        for effect in model.update(message) { messages += office.perform(effect) }
      }
    }
    return (model.rounds - rounds, Office.reads(office.steps.dropFirst(steps)))
  }

  @Test(arguments: [
    "d Enter", "p '60' Enter", "m '已询问' Enter", "b '请说明' Enter", "4 x '下周五' Tab '补登' Enter", "4 r Enter",
    "2 Enter a '专题会' Enter", "2 Enter a '专题会' Tab Tab '新科' Enter Enter", "d Enter u u", "d Enter u u U U",
    "/ 'h26-38' Enter Enter t '2026-12-10' Enter", "3 / '三会一课' Enter c Tab '第一支部' Enter",
  ])
  func anActReadsAndShowsOnce(keys: String) throws {
    let (rounds, reads) = try counts(keys)
    #expect(rounds == 1, "\(keys)")
    #expect(reads["campaigns/h26.json"] == 1 && reads["campaigns/h26b.json"] == nil, "\(keys): \(reads)")
    #expect(reads["units.json"] == 1, "\(keys): \(reads)")
    // Whether there is a store, what format it has, how it judges.
    #expect(reads["store.json"] == (keys.hasSuffix("u") || keys.hasSuffix("U") ? 2 : 3), "\(keys): \(reads)")
  }

  @Test func soDoActsOnPlans() throws {
    let added = try counts("2 a '安全月方案' Enter")
    #expect(added.rounds == 1 && added.reads == ["store.json": 2])
    let moved = try counts("4 M ^U 'h26b' Enter")
    #expect(moved.rounds == 1 && moved.reads["campaigns/h26.json"] == 1)
    #expect(moved.reads["campaigns/h26b.json"] == 1)
    let accepted = try counts(ReviewTests.accepting, ReviewTests.office())
    #expect(accepted.rounds == 1 && accepted.reads["campaigns/h26z.json"] == 1)
    #expect(accepted.reads["campaigns/h26.json"] == nil)
  }

  /// Whatever the key, wherever it is pressed.
  @Test(arguments: [
    "", "2", "2 Enter", "3", "4", "4 Enter", "4 j j j Enter Enter", "5", "5 Enter", "6", "/ 'h26-38' Enter",
  ])
  func aKeyMakesContentOnceAtMost(screen: String) throws {
    for binding in KeyTable.all {
      for key in binding.keys {
        let rounds = try counts("\(screen) \(key.name)").rounds
        #expect(rounds <= 1, "\(screen) \(key.name)")
      }
    }
    #expect(try counts("\(screen) 100x30").rounds == 1)
    #expect(try counts("\(screen) ~") == (0, [:]))
  }

  /// A draft is opened, and its source comes.
  @Test func aReviewTakesTwo() throws {
    #expect(try counts("2 G Enter", ReviewTests.office()).rounds == 2)
  }

  /// A command reads the ledger once, and once more under the lock what it changes. Of an id that names its campaign, that
  /// campaign is all.
  @Test(arguments: [
    "done h26-30", "report h26-9 -m 已部署", "add task h26 专题会 --due 12月20日前", "add phase h26 收尾 --time 12月",
    "edit h26-12 --after h26-9 --due 12月20日前", "edit h26/p2 --title 第二阶段", "remind h26-30", "remind --all",
    "event set 集中督查 2026-12-10", "move h26-7 --campaign h26b", "move h26-7 --phase p3",
    "target h26-16 满意率 --at-least 95%", "target h26 职工满意率 --at-least 85%", "split h26-7 --into 排查 --into 整改",
    "list", "status", "show h26-9", "lights --due-soon 5", "campaign close h26",
  ])
  func aCommandReadsOnce(line: String) throws {
    let reads = try Office().reads(of: line.split(separator: " ").map(String.init))
    for (file, count) in reads where file != "store.json" { #expect(count <= 2, "\(file)") }
    let changesOther = line.contains("h26b") || line == "remind --all"
    let asksForAll = ["event", "list", "status", "lights"].contains { line.hasPrefix($0) }
    #expect(reads["campaigns/h26b.json"] == (changesOther ? 2 : asksForAll ? 1 : nil))
    #expect(reads["campaigns/h26.json"] == (asksForAll || line == "show h26-9" ? 1 : 2))
    #expect(try Office().reads(of: ["add", "campaign", "安全月方案"]) == ["store.json": 2])
  }
}
