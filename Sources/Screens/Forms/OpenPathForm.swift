import Campaigns
import Wording

/// 按路径导入: a file, or a folder whose files are shown.
struct OpenPathForm: FormKind {
  let fields = [
    FormField(.path, "文件或文件夹，如 ~/通知.docx、/srv/来文", "a file or a folder, as in ~/notice.docx")
  ]
  var isKept: Bool { false }
  func title(_ model: Model) -> String {
    model.wording.pick("导入公文（运行本程序的机器上的文件）", "Import a notice (a file on the machine that this runs on)")
  }
  func verb(_ wording: Wording) -> String { wording.pick("打开", "open") }
  func isAbout(_ snapshot: Snapshot) -> Bool { true }

  func effects(_ form: Form, _ model: Model) throws(FormError) -> [Effect] {
    [.open(path: try form.words(.path, model))]
  }
}
