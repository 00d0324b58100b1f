/// What paragraph styles say about numbers.
struct ParagraphStyles {
  /// A style's own words; what it lacks stands in the style that it is based on.
  struct Style {
    var base: String?
    var numbering: NumberingReference = NumberingReference()
  }

  var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  var standard: String?

  /// The style and those it is based on, nearest first. Ends where styles go round in a circle.
  func chain(from id: String?) -> [(id: String, style: Style)] {
    var chain: [(id: String, style: Style)] = []
    var next = id ?? standard
    while let id = next, let style = styles[id], chain.count < 32 {
      chain.append((id, style))
      next = style.base
    }
    return chain
  }
}

/// A list and a level in it, as far as they are said.
struct NumberingReference: Hashable {
  /// The list; 0 for none.
  var list: Int?
  /// 0 for the outermost.
  var level: Int?
}

final class StylesReader: XMLVisitor {
  private(set) var styles = ParagraphStyles()
  private var id: String?
  private var style = ParagraphStyles.Style()

  func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.space == .word else { return }
    switch name.local {
    case "style":
      style = ParagraphStyles.Style()
      id = attributes["styleId"]
      if attributes["type"] == "paragraph", ["1", "true", "on"].contains(attributes["default"]) {
        styles.standard = id
      }
    case "basedOn": style.base = attributes["val"]
    case "numId": style.numbering.list = attributes.number("val")
    case "ilvl": style.numbering.level = attributes.number("val")
    default: break
    }
  }

  func close(_ name: XMLName) {
    guard name.space == .word, name.local == "style", let id else { return }
    // The largest templates have hundreds.
    if styles.styles[id] == nil, styles.styles.count < 4_096 { styles.styles[id] = style }
    self.id = nil
  }

  func text(_ text: String) {}
}
