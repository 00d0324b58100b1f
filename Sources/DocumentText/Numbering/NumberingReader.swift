final class NumberingReader: XMLVisitor {
  private(set) var definitions = NumberingDefinitions()
  /// Lists that a document may have. Word itself stops at 2,047 forms.
  private static let most = 4_096

  private var formNumber: Int?
  private var form = NumberingDefinitions.Form()
  private var listNumber: Int?
  private var list: NumberingDefinitions.List?
  private var overridden: Int?
  private var index: Int?
  private var level = NumberingDefinitions.Level()

  func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.space == .word else { return }
    switch name.local {
    case "abstractNum":
      formNumber = attributes.number("abstractNumId")
      form = NumberingDefinitions.Form()
    case "styleLink": form.styleLink = attributes["val"]
    case "numStyleLink": form.numStyleLink = attributes["val"]
    case "num":
      listNumber = attributes.number("numId")
      list = nil
    case "abstractNumId": list = attributes.number("val").map { NumberingDefinitions.List(form: $0) }
    case "lvlOverride": overridden = index(attributes)
    case "startOverride":
      if let overridden, let start = attributes.number("val") { list?.starts[overridden] = max(start, 0) }
    case "lvl":
      index = index(attributes)
      level = NumberingDefinitions.Level()
    default: if index != nil { openInLevel(name.local, attributes) }
    }
  }

  private func openInLevel(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "start": level.start = max(attributes.number("val") ?? 0, 0)
    case "numFmt":
      // Word 2010 writes forms that older ones don't know twice; the unknown one is passed over.
      if let format = attributes["val"].flatMap(NumberFormat.init) { level.format = format }
    case "lvlText": level.text = String((attributes["val"] ?? "").prefix(100))
    case "isLgl": level.isLegal = attributes.isOn
    case "lvlRestart": level.restart = attributes.number("val")
    case "pStyle": level.style = attributes["val"]
    case "suff": level.gap = attributes["val"].flatMap(NumberingDefinitions.Gap.init) ?? .tab
    default: break
    }
  }

  func close(_ name: XMLName) {
    guard name.space == .word else { return }
    switch name.local {
    case "lvl":
      if let index, overridden != nil {
        list?.levels[index] = level
      } else if let index {
        form.levels[index] = level
      }
      index = nil
    case "lvlOverride": overridden = nil
    case "abstractNum":
      if let formNumber, definitions.forms.count < NumberingReader.most {
        definitions.forms[formNumber] = form
        if let style = form.styleLink { definitions.formOfStyle[style] = formNumber }
      }
      formNumber = nil
    case "num":
      if let listNumber, let list, definitions.lists.count < NumberingReader.most {
        definitions.lists[listNumber] = list
      }
      listNumber = nil
    default: break
    }
  }

  func text(_ text: String) {}

  private func index(_ attributes: XMLAttributes) -> Int? {
    attributes.number("ilvl").flatMap { (0..<NumberingDefinitions.depth).contains($0) ? $0 : nil }
  }
}
