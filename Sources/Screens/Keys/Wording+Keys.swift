import TerminalFrames
import Wording

extension Wording {
  /// What an action does, in a line of help.
  package func title(_ action: Action) -> String {
    switch action {
    case .down: pick("下一行", "next line")
    case .up: pick("上一行", "line before")
    case .halfDown: pick("下移半屏", "half a screen down")
    case .halfUp: pick("上移半屏", "half a screen up")
    case .pageDown: pick("下一屏", "a screen down")
    case .pageUp: pick("上一屏", "a screen up")
    case .first: pick("到开头", "to the beginning")
    case .last: pick("到末尾", "to the end")
    case .open: pick("打开选中的一项", "open what is selected")
    case .back: pick("返回；清除筛选", "back; clear the filter")
    case .nextPane: pick("到上方的下一个数字，回车打开", "next number on top; Enter opens it")
    case .previousPane: pick("到上方的前一个数字", "number before")
    case .home: pick("总览", "home")
    case .campaigns: pick("方案", "campaigns")
    case .tasks: pick("全部任务", "all tasks")
    case .urgent: pick("逾期、临期与滞后", "overdue, due soon, behind")
    case .units: pick("单位", "units")
    case .rates: pick("办结率", "rates")
    case .filter: pick("查找：边输入边筛选", "find: filter as you type")
    case .nextMatch: pick("下一个符合查找的；任务页上为下一项", "next match; on a task, the next task")
    case .previousMatch: pick("上一个符合查找的；任务页上为上一项", "match before; on a task, the task before")
    case .complete: pick("办结", "complete")
    case .report: pick("登记进展", "report progress")
    case .note: pick("加备注", "add a note")
    case .instruct: pick("批示", "leave an instruction")
    case .count: pick("计数：登记完成一次", "count: one more is done")
    case .move: pick("移到别的阶段或方案", "move it to another phase or plan")
    case .target: pick("指标：登记读数，或设定至少达到多少", "targets: record a reading, or set what passes")
    case .extend: pick("延期：申请；有待批的则批复", "ask for more time; decide on what was asked")
    case .remind: pick("催办：催未办的，登记次数和级别", "chase those that owe something")
    case .add: pick("新建任务；在方案列表中新建方案", "add a task; in the list of campaigns, a campaign")
    case .edit: pick("修改草稿：名称、时限、单位", "put a draft right: title, due, units")
    case .drop: pick("去掉这一项草稿", "leave this draft out")
    case .merge: pick("并入上一项草稿", "merge it into the draft above")
    case .split: pick("拆成几项", "split it into several")
    case .accept: pick("核对完毕，立项", "done checking: register the tasks")
    case .dateEvent: pick("定下时限所依事件的日期", "date the event that a deadline hangs on")
    case .undo: pick("撤销自己的上一步操作", "undo your last command")
    case .redo: pick("重做刚撤销的操作", "redo what was undone")
    case .sort: pick("换一种排序", "sort in another way")
    case .group: pick("换一种分组", "group in another way")
    case .columns: pick("切换显示列", "show other columns")
    case .detail: pick("显示或收起详情", "show or hide the detail")
    case .help: pick("帮助：列出可用的键，回车执行", "help: live keys; Enter runs one")
    case .reload: pick("重新读取台账库", "read the store again")
    case .redraw: pick("重画屏幕", "draw the screen again")
    case .suspend: pick("挂起，回到命令行（fg 恢复）", "suspend (fg comes back)")
    case .cancel: pick("取消正在输入的内容", "cancel what is being typed")
    case .close: pick("关闭本页；在总览中退出", "close this view; on home, leave")
    case .quit: pick("退出", "leave the program")
    }
  }

  /// What help says where it has nothing.
  var noSuchKey: String { pick("没有这样的键。", "There is no such key.") }

  /// The action in a word, for the hint bar.
  func hint(_ action: Action) -> String {
    switch action {
    case .open: pick("打开", "open")
    case .back: pick("返回", "back")
    case .home: pick("视图", "views")
    case .filter: pick("查找", "find")
    case .report: pick("进展", "progress")
    case .instruct: pick("批示", "instruct")
    case .count: pick("计数", "count")
    case .extend: pick("延期", "extend")
    case .remind: pick("催办", "chase")
    case .add: pick("新建", "add")
    case .edit: pick("修改", "edit")
    case .drop: pick("去掉", "drop")
    case .merge: pick("合并", "merge")
    case .split: pick("拆分", "split")
    case .accept: pick("立项", "accept")
    case .help: pick("帮助", "help")
    case .close: pick("关闭", "close")
    default: title(action)
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
