import TerminalFrames

/// The first run, where there is no store yet: a demonstration, an empty store, or nothing.
struct WelcomeView: View {
  func title(_ scene: Scene) -> String { scene.wording.pick("初次使用", "First run") }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    func text(_ words: String, _ style: Style = .plain) -> [ListItem] {
      scene.width.wrapped(words.visible, to: max(2, scene.columns)).map { .text($0, style) }
    }
    func choice(_ choice: Welcome, _ words: String, _ path: String) -> [ListItem] {
      [ListItem(id: .choice(choice.rawValue), line: .text([Span(" " + words)]))]
        + (path.isEmpty ? [] : text("      " + path, .dim)) + [.blank]
    }
    content.items += text(
      wording.pick("还没有台账库：\(scene.paths.store)", "There is no store at \(scene.paths.store)."), .title)
    content.items += [.blank]
    content.items += choice(
      .demonstration,
      wording.pick("看演示（某医院党办的台账，日期围绕今天）", "Look at the demonstration, its dates laid around today"),
      scene.paths.demonstration)
    content.items += choice(.empty, wording.pick("新建空台账库", "Make an empty store"), scene.paths.store)
    content.items += choice(.leave, wording.pick("退出", "Leave"), "")
    return content
  }
}

/// What the first run offers.
package enum Welcome: Int, Sendable { case demonstration, empty, leave }

/// Where stores are, or are to be made.
package struct StorePaths: Sendable, Equatable {
  /// The store that the program was asked for.
  package var store = ""
  /// Where the demonstration is to be made.
  package var demonstration = ""

  /// Paths.
  package init(store: String = "", demonstration: String = "") {
    (self.store, self.demonstration) = (store, demonstration)
  }
}
