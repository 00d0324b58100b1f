import TerminalFrames
import Wording

/// Something that a key does on a list or a page: one file in this folder, one line of `KeyTable.all`. Help, the hint bar and
/// docs/keys.md are made from it.
///
/// ```swift
/// struct RedrawScreen: KeyAction {
///   let keys = "^L"
///   let group = KeyGroup.program
///   let presence = Presence.everywhere
///   func title(_ wording: Wording) -> String { wording.pick("重画屏幕", "draw the screen again") }
///   func availability(_ model: Model) -> Availability { .live }
///   func perform(_ model: inout Model) -> [Effect] { [.repaint] }
/// }
/// ```
package protocol KeyAction: Sendable {
  /// Its keys by name, the one to be shown first: `U ^R`.
  var keys: String { get }
  var group: KeyGroup { get }
  /// Where there is such a key at all.
  var presence: Presence { get }
  /// What it does, in a line of help.
  func title(_ wording: Wording) -> String
  /// What the hint bar says of it now; nil where it is not named there.
  func hint(_ model: Model) -> Hint?
  /// Whether it can be done on the screen on top, where there is such a key.
  func availability(_ model: Model) -> Availability
  /// Does it. Asked only where it is live.
  func perform(_ model: inout Model) -> [Effect]
}

extension KeyAction {
  /// No hint.
  package func hint(_ model: Model) -> Hint? { nil }
}

/// What the hint bar says of a key.
package struct Hint: Sendable {
  /// Its place in the bar, the least first.
  let rank: Int
  let word: String
  /// Other keys than the first one, as they are shown.
  var keys: String?

  init(_ rank: Int, _ word: String, keys: String? = nil) {
    (self.rank, self.word, self.keys) = (rank, word, keys)
  }
}

/// Groups of keys in help.
package enum KeyGroup: CaseIterable, Sendable { case find, change, views, move, list, program }

/// Where there is a key.
package enum Presence: Sendable {
  /// On every screen, the first run included.
  case everywhere
  /// Where there is a store.
  case withStore
  /// Where it may be changed.
  case changing
  /// Where tasks are worked on: where the store may be changed, but for the review, in which drafts are put right.
  case working
  /// The same, and where instructions may be left and nothing else.
  case instructing
  /// In the review of a draft.
  case reviewing
}

/// Whether an action can be done now.
package enum Availability: Equatable, Sendable {
  case live
  /// Not now; why, in prose.
  case disabled(String)
  /// Not in this program: no key of it is shown.
  case absent
}

extension Model {
  /// Whether an action can be done on the screen on top, as it was worked out for this row and snapshot.
  func availability(_ action: any KeyAction) -> Availability {
    availabilities[action.keys] ?? workedOut(action)
  }

  /// Works out what can be done: once for a state of the screen, not for every frame of it.
  mutating func weighActions() {
    availabilities = [:]
    for binding in KeyTable.all { availabilities[binding.action.keys] = workedOut(binding.action) }
  }

  /// What the rules of the ledger forbid says so in their words.
  private func workedOut(_ action: any KeyAction) -> Availability {
    let isThere =
      switch action.presence {
      case .everywhere: true
      case .withStore: screen.place != .welcome
      case .changing: screen.place != .welcome && !setting.isReadOnly
      case .working: screen.place != .welcome && !setting.isReadOnly && reviewed == nil
      case .instructing:
        screen.place != .welcome && (!setting.isReadOnly || setting.mayInstruct) && reviewed == nil
      case .reviewing: !setting.isReadOnly && reviewed != nil
      }
    return isThere ? action.availability(self) : .absent
  }

  func isLive(_ action: any KeyAction) -> Bool { availability(action) == .live }

  /// Not on this page, where its view has no such ability.
  func needs(_ ability: ListAbility) -> Availability {
    screen.place.view.abilities.contains(ability)
      ? .live : .disabled(wording.place(of: ability))
  }
}

extension Wording {
  /// Where a list can be asked for that.
  fileprivate func place(of ability: ListAbility) -> String {
    switch ability {
    case .filter: pick("在任务、方案、单位的列表里可用", "in lists of tasks, campaigns, units")
    case .sort, .columns: pick("在任务列表里可用，如 3、4", "in lists of tasks, as 3 and 4")
    case .group: pick("在任务列表和办结率里可用，如 3、4、6", "in lists of tasks and in rates, as 3, 4, 6")
    }
  }

  /// Where there is a key that this page has not.
  func place(of presence: Presence) -> String {
    switch presence {
    case .everywhere, .withStore: pick("要先建台账库或打开演示。", "A store must be made first.")
    case .changing: pick("要先建台账库或打开演示。", "A store must be made first.")
    case .working, .instructing: pick("核对草稿时不可用；按 A 立项后可用。", "Not in a draft; A registers it.")
    case .reviewing: pick("只在核对草稿时可用：按 2，打开草稿。", "Only while a draft is checked: 2, then open one.")
    }
  }

  /// A group of keys.
  package func title(_ group: KeyGroup) -> String {
    switch group {
    case .move: pick("移动", "Move")
    case .views: pick("视图", "Views")
    case .find: pick("查找", "Find")
    case .change: pick("办理", "Change")
    case .list: pick("列表", "Lists")
    case .program: pick("程序", "Program")
    }
  }

  /// How a key is written.
  package func name(_ key: Key) -> String {
    switch key {
    case .enter: pick("回车", "Enter")
    case .character(" "): pick("空格", "Space")
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    default: key.name
    }
  }
}
