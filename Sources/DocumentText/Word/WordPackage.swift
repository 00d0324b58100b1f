/// A docx: a zip whose parts point at one another.
struct WordPackage {
  private let archive: ZipArchive
  private let limits: DocumentLimits

  init(_ bytes: [UInt8], name: String, limits: DocumentLimits) {
    archive = ZipArchive(bytes, name: name, limits: limits)
    self.limits = limits
  }

  /// The text, one line for a paragraph or a row of a table.
  func lines() throws(DocumentError) -> [String] {
    var archive = archive
    guard let main = try archive.mainPart(archive.entries(), limits: limits) else {
      throw .damagedArchive(archive.name)
    }
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let file = main.dropFirst(folder.count)
    let links = Relationships()
    try XMLReader.read("\(folder)_rels/\(file).rels", of: &archive, limits: limits, links)
    func part(_ kind: String) -> String { links.target("/" + kind, from: folder) ?? folder + kind + ".xml" }

    let styles = StylesReader()
    try XMLReader.read(part("styles"), of: &archive, limits: limits, styles)
    let numbering = NumberingReader()
    try XMLReader.read(part("numbering"), of: &archive, limits: limits, numbering)
    let body = BodyReader(
      numbers: ParagraphNumbers(styles: styles.styles, definitions: numbering.definitions),
      name: archive.name, limits: limits)
    guard try XMLReader.read(main, of: &archive, limits: limits, body) else {
      throw .damagedArchive(archive.name)
    }
    return body.lines
  }
}

extension ZipArchive {
  /// The part with the text of a Word document; nil where this is none. Word names it word/document.xml; others need
  /// not, so the package is asked.
  func mainPart(_ entries: Set<String>, limits: DocumentLimits) throws(DocumentError) -> String? {
    var archive = self
    let links = Relationships()
    try XMLReader.read("_rels/.rels", of: &archive, limits: limits, links)
    if let target = links.target("/officeDocument", from: ""), entries.contains(target) {
      return target.hasPrefix("xl/") || target.hasPrefix("ppt/") ? nil : target
    }
    return entries.contains("word/document.xml") ? "word/document.xml" : nil
  }
}

/// Which parts a part points at, by kind.
final class Relationships: XMLVisitor {
  private var targets: [(kind: String, target: String)] = []

  /// The first target whose kind, a long address, ends so; its full name in the archive, seen from a folder.
  func target(_ kind: String, from folder: String) -> String? {
    guard let target = targets.first(where: { $0.kind.hasSuffix(kind) })?.target else { return nil }
    return target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
  }

  func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", let kind = attributes["Type"], let target = attributes["Target"]
    else {
      return
    }
    // A document has dozens; a file that has more than this is after our memory.
    if targets.count < 4_096 { targets.append((kind, target)) }
  }

  func close(_ name: XMLName) {}
  func text(_ text: String) {}
}
