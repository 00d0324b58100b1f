import Wording

extension ExitCode {
  /// When the program ends with it, in a few words.
  func meaning(_ wording: Wording) -> String {
    switch self {
    case .success: wording.pick("成功；修改已保存", "done; a change is saved")
    case .usage:
      wording.pick(
        "参数、筛选条件、日期有误，或当前状态不能这样办",
        "arguments, filters or days that cannot be; an act that is not possible now")
    case .data: wording.pick("文件损坏，或没有读出方案、时限", "a damaged file, or no plan or time in what was read")
    case .notFound: wording.pick("没有这个台账库、文件、任务、方案或单位", "no such store, file, task, campaign or unit")
    case .bug: wording.pick("程序内部错误", "an internal error")
    case .cannotCreate: wording.pick("已经存在", "it is there already")
    case .inputOutput: wording.pick("磁盘已满，或文件读写不了", "a disk is full, a file cannot be read or written")
    case .retry: wording.pick("被占用，或他人刚改过，请重试", "locked, or changed meanwhile: try again")
    case .noPermission: wording.pick("没有权限，或为只读方式", "no permission, or --read-only")
    case .configuration:
      wording.pick("配置、语言环境或缺少的程序", "configuration, locale, something not installed, a newer store")
    }
  }
}

/// The variables that are read (docs/interface.md, "Environment").
enum EnvironmentVariable: String, CaseIterable {
  case store = "DUBAN_STORE"
  case user = "DUBAN_USER"
  case lang = "DUBAN_LANG"
  case sshOriginalCommand = "SSH_ORIGINAL_COMMAND"
  case visual = "VISUAL"
  case editor = "EDITOR"
  case all = "LC_ALL"
  case messages = "LC_MESSAGES"
  case ctype = "LC_CTYPE"
  case locale = "LANG"
  case noColor = "NO_COLOR"
  case term = "TERM"
  case columns = "COLUMNS"
  case pager = "PAGER"
  case indexFrom = "DUBAN_INDEX_FROM"
  case home = "HOME"
  case configHome = "XDG_CONFIG_HOME"
  case dataHome = "XDG_DATA_HOME"
  case stateHome = "XDG_STATE_HOME"
  case cacheHome = "XDG_CACHE_HOME"
  case path = "PATH"
  case temporary = "TMPDIR"

  /// What it says.
  func meaning(_ wording: Wording) -> String {
    switch self {
    case .store: wording.pick("台账库目录", "the store's folder")
    case .user: wording.pick("操作人", "who acts")
    case .lang: wording.pick("界面语言：zh、en", "language: zh, en")
    case .sshOriginalCommand: wording.pick("强制命令方式下对方要运行的命令", "what a caller of a forced command asked for")
    case .visual, .editor: wording.pick("编辑器", "the editor")
    case .all, .messages: wording.pick("语言", "the language")
    case .ctype: wording.pick("字符编码：UTF-8 或 GB18030", "the character set: UTF-8 or GB18030")
    case .locale: wording.pick("语言和字符编码", "language and character set")
    case .noColor: wording.pick("不为空则不着色", "not empty: no colours")
    case .term: wording.pick("终端类型", "the terminal")
    case .columns: wording.pick("输出不到终端时的宽度", "the width of what goes to no terminal")
    case .pager: wording.pick("分屏程序，为空则不分屏", "what shows long answers; empty: nothing")
    case .indexFrom: wording.pick("台账多少字节起建索引", "bytes from which on an index is kept")
    case .home: wording.pick("主目录", "the home folder")
    case .configHome: wording.pick("个人配置所在", "where the configuration is")
    case .dataHome: wording.pick("默认台账库所在", "where the usual store is")
    case .stateHome: wording.pick("未写完的内容所在", "where half-typed forms are")
    case .cacheHome: wording.pick("索引所在（台账库在网络盘上时）", "where the index of a store on a network is")
    case .path: wording.pick("查找转换程序的目录", "where converters are looked for")
    case .temporary: wording.pick("临时目录", "where converters work")
    }
  }
}

extension HelpTopic {
  /// The columns of the other lists, by the command; a test asks the commands.
  static let otherColumns: [(list: String, names: [String])] = [
    (
      "units",
      [
        "name", "asked", "owes", "overdue", "dueSoon", "rate", "leads", "open", "supports", "onTime",
        "byOriginal", "behind", "short", "normal", "completed", "standing", "recurring", "unscheduled",
        "suspended", "cancelled",
      ]
    ),
    (
      "campaign list",
      [
        "code", "title", "total", "overdue", "dueSoon", "rate", "state", "number", "open", "behind", "short",
        "normal", "completed", "standing", "recurring", "unscheduled", "suspended", "cancelled",
      ]
    ),
    ("rates", ["name", "total", "completed", "overdue", "dueSoon", "rate", "onTime", "byOriginal"]),
    ("instructions", ["id", "entry", "from", "day", "days", "text", "title"]),
    ("remind --list", ["unit", "number", "level", "late", "id", "title", "last"]),
    ("log", ["at", "by", "command", "of", "text"]),
    ("changes", ["kind", "id", "title", "units", "due", "text", "by"]),
    ("event list", ["name", "days", "campaign", "tasks"]),
    ("unit list", ["id", "name", "kind", "aliases", "members"]),
    ("view list", ["name", "whose", "filter"]),
    ("config list", ["key", "value", "meaning"]),
    ("show ID --members", ["unit", "state", "done", "completed", "last"]),
  ]
}
