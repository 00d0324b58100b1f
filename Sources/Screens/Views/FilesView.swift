import Campaigns
import Tables
import TerminalFrames
import Wording

/// 导入: a folder's files, and what each would be.
struct FilesView: View {
  let path: String
  var abilities: Set<ListAbility> { [.filter] }
  func title(_ scene: Scene) -> String { scene.wording.pick("导入 ", "Import ") + path }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    var content = Content()
    guard let folder = scene.folders[path] else { return content }
    let words = scene.filterText.lowercased().split(separator: " ")
    let entries = folder.entries.filter { entry in
      words.allSatisfy { entry.name.lowercased().contains($0) }
    }
    content.summary = wording.count(entries.count { !$0.isFolder }, "个文件", "file", "files")
    let table = scene.table(columns(folder, scene), entries)
    if !entries.isEmpty { content.heading = table.heading }
    if path != "/", words.isEmpty {
      content.items.append(
        ListItem(
          id: .file(folder.parent), line: .text([Span(wording.pick("../  上一级", "../  up"))])))
    }
    content.add(
      table,
      entries.map { (.file(folder.path(of: $0.name)), nil) })
    if folder.leftOut > 0 {
      content.items.append(
        .text(
          wording.pick(
            "另有\(folder.leftOut)项未列出，按 : 写路径。", "\(folder.leftOut) more are not listed; : takes a path."),
          .alert))
    }
    if entries.isEmpty {
      content.items.append(
        .text(
          words.isEmpty
            ? wording.pick("空文件夹。", "An empty folder.") : wording.pick("没有符合条件的文件。", "No file matches.")))
    }
    // The first file, not the way up.
    content.first = entries.first.map { .file(folder.path(of: $0.name)) }
    return content
  }

  private func columns(_ folder: Folder, _ scene: Scene) -> [Column<Folder.Entry>] {
    let wording = scene.wording
    return [
      Column(wording.pick("文件", "file"), least: 16, isFlexible: true, comfort: 30) {
        Span($0.isFolder ? $0.name + "/" : $0.name, $0.isFolder ? .key : .plain)
      },
      Column(wording.pick("读出的内容", "what was read"), least: 16, isFlexible: true, comfort: 30) { entry in
        guard !entry.isFolder else { return Span("") }
        let reading = scene.readings[folder.path(of: entry.name)]
        return Span(
          reading?.words(wording)
            ?? (entry.isSlow ? wording.pick("回车读取", "Enter reads it") : ""),
          reading?.problem == nil && reading?.titles.isEmpty != true ? .plain : .dim)
      },
      Column(wording.pick("修改日期", "changed"), least: .max) {
        Span(Moment(seconds: $0.changed / 1_000_000_000).day.iso, .dim)
      },
    ]
  }
}
