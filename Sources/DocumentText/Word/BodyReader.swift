/// Reads document.xml into lines: what a reader sees on paper, without headers, footers, notes and comments, which
/// are in parts of their own.
final class BodyReader: XMLVisitor {
  private var numbers: ParagraphNumbers
  private let name: String
  private let limits: DocumentLimits

  private var flows = [Flow()]
  private var paragraphs: [OpenParagraph] = []
  private var tables: [OpenTable] = []
  private var fields = OpenFields()
  private var alternatives: [Alternative] = []
  /// Elements that are open within one that is left out, that one included.
  private var skipped = 0
  /// Deletions that are open.
  private var deletions = 0
  private var isInText = false
  private var scope: Scope = []
  /// Bytes of text and lines that were found.
  private var found = 0
  private var made = 0

  /// The same content in several forms, of which one is read.
  private struct Alternative {
    var isTaken = false
    var before = 0
  }

  /// The properties that are open: within them names mean other things.
  private struct Scope: OptionSet {
    let rawValue: Int
    static let paragraph = Scope(rawValue: 1)
    static let run = Scope(rawValue: 2)
    static let row = Scope(rawValue: 4)
  }

  init(numbers: ParagraphNumbers, name: String, limits: DocumentLimits) {
    (self.numbers, self.name, self.limits) = (numbers, name, limits)
  }

  /// The document's lines, once it is read.
  var lines: [String] { flows[0].finished }

  private var isVisible: Bool {
    deletions == 0 && !fields.isInstruction && !paragraphs.isEmpty
      && !paragraphs[paragraphs.count - 1].isRunHidden
  }

  // MARK: - Elements

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch name.space {
    case .word: try openWord(name.local, attributes)
    case .math where name.local == "t": isInText = true
    case .math where name.local == "r": setRunHidden(false)
    case .compatibility: openAlternative(name.local)
    case .math, .other: break
    }
  }

  func close(_ name: XMLName) throws(DocumentError) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name.space {
    case .word: try closeWord(name.local)
    case .math where name.local == "t": isInText = false
    case .compatibility: closeAlternative(name.local)
    case .math, .other: break
    }
  }

  func text(_ text: String) throws(DocumentError) {
    guard skipped == 0, isInText else { return }
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return try append(text) }
    // Line ends within a text are spaces to Word.
    try append(String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })))
  }

  private func openWord(_ name: String, _ attributes: XMLAttributes) throws(DocumentError) {
    switch name {
    case "r": setRunHidden(false)
    case "t": isInText = true
    case "rPr": scope.insert(.run)
    case "p": paragraphs.append(OpenParagraph())
    case "pPr": scope.insert(.paragraph)
    case "trPr": scope.insert(.row)
    case "tab", "ptab": if !scope.contains(.paragraph) { try append("\t") }
    case "br": if ["textWrapping", nil].contains(attributes["type"]) { try append("\n") }
    case "cr": try append("\n")
    case "noBreakHyphen": try append("-")
    case "sym": try append(SymbolFont.text(font: attributes["font"], code: attributes["char"]))
    case "fldChar": fields.mark(attributes["fldCharType"])
    case "del", "moveFrom":
      if scope.isEmpty { deletions += 1 } else { openDeletedMark() }
    case "vanish": if attributes.isOn { openHidden() }
    case "pStyle": changeParagraph { $0.style = attributes["val"] }
    case "numId": changeParagraph { $0.numbering.list = attributes.number("val") }
    case "ilvl": changeParagraph { $0.numbering.level = attributes.number("val") }
    case "txbxContent": if isVisible { flows.append(Flow()) } else { skipped = 1 }
    case "tbl": tables.append(OpenTable())
    case "tr": changeTable { $0.beginRow() }
    case "tc":
      changeTable { $0.beginCell() }
      flows.append(Flow())
    case "gridBefore": if let count = attributes.number("val") { changeTable { $0.skip(count) } }
    case "gridSpan": if let count = attributes.number("val") { changeTable { $0.span = count } }
    case "vMerge", "hMerge":
      if attributes["val"] != "restart" { changeTable { $0.isContinuation = true } }
    case "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblPrEx", "rt", "pPrChange", "rPrChange", "trPrChange",
      "tcPrChange", "numberingChange":
      // What is not shown, what was so before a change, and the small characters above others.
      skipped = 1
    default: break
    }
  }

  private func closeWord(_ name: String) throws(DocumentError) {
    switch name {
    case "r": setRunHidden(false)
    case "t": isInText = false
    case "rPr": scope.remove(.run)
    case "p": try closeParagraph()
    case "pPr": scope.remove(.paragraph)
    case "trPr": scope.remove(.row)
    case "del", "moveFrom": if scope.isEmpty { deletions -= 1 }
    case "txbxContent":
      let lines = closeFlow().finished.filter { !$0.isEmpty }
      if paragraphs.isEmpty {
        flows[flows.count - 1].lines += lines
      } else {
        paragraphs[paragraphs.count - 1].boxes += lines
      }
    case "tc":
      let cell = closeFlow()
      if tables.isEmpty {
        flows[flows.count - 1].lines += cell.finished
      } else {
        tables[tables.count - 1].endCell(cell.joined)
      }
    case "tr":
      if let row = tables.last, !row.isRowDeleted { try add(row.cells.joined(separator: "\t")) }
    case "tbl": _ = tables.popLast()
    default: break
    }
  }

  // MARK: - Content in several forms

  /// Text boxes come twice, drawn in the newer and the older way. The first form that has text counts.
  private func openAlternative(_ name: String) {
    switch name {
    case "AlternateContent": alternatives.append(Alternative())
    case "Choice", "Fallback":
      guard let last = alternatives.last else { return }
      if last.isTaken { skipped = 1 } else { alternatives[alternatives.count - 1].before = found }
    default: break
    }
  }

  private func closeAlternative(_ name: String) {
    switch name {
    case "AlternateContent": _ = alternatives.popLast()
    case "Choice", "Fallback":
      if let last = alternatives.last { alternatives[alternatives.count - 1].isTaken = found > last.before }
    default: break
    }
  }

  // MARK: - Text that is left out

  private func openDeletedMark() {
    if scope.contains([.paragraph, .run]) {
      changeParagraph { $0.isEndHidden = true }
    } else if scope.contains(.row) {
      changeTable { $0.isRowDeleted = true }
    }
  }

  private func openHidden() {
    if scope.contains([.paragraph, .run]) {
      changeParagraph { $0.isEndHidden = true }
    } else if scope.contains(.run) {
      setRunHidden(true)
    }
  }

  private func setRunHidden(_ isHidden: Bool) {
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].isRunHidden = isHidden }
  }

  // MARK: - Blocks

  private func changeParagraph(_ change: (inout OpenParagraph) -> Void) {
    guard !paragraphs.isEmpty, scope.contains(.paragraph) else { return }
    change(&paragraphs[paragraphs.count - 1])
  }

  private func changeTable(_ change: (inout OpenTable) -> Void) {
    if !tables.isEmpty { change(&tables[tables.count - 1]) }
  }

  private func append(_ text: String) throws(DocumentError) {
    guard isVisible else { return }
    try count(text)
    paragraphs[paragraphs.count - 1].text += text
  }

  private func count(_ text: String) throws(DocumentError) {
    found += text.utf8.count
    guard found <= limits.textBytes else { throw .tooLarge(name, bytes: found, limit: limits.textBytes) }
  }

  private func add(_ line: String) throws(DocumentError) {
    made += 1
    guard made <= limits.lines else { throw .tooManyLines(name, limit: limits.lines) }
    flows[flows.count - 1].lines.append(line)
  }

  private func closeFlow() -> Flow { flows.count > 1 ? flows.removeLast() : Flow() }

  private func closeParagraph() throws(DocumentError) {
    guard let paragraph = paragraphs.popLast() else { return }
    var text = flows[flows.count - 1].carried
    flows[flows.count - 1].carried = ""
    text += paragraph.text
    if paragraph.isEndHidden {
      flows[flows.count - 1].carried = text
    } else {
      if let number = numbers.next(style: paragraph.style, paragraph.numbering) {
        try count(number.text)
        text = number.joined(with: text)
      }
      if !text.utf8.contains(0x0A) {
        if !text.isEmpty || paragraph.boxes.isEmpty { try add(text) }
      } else {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { try add(String(line)) }
      }
    }
    for line in paragraph.boxes { try add(line) }
  }
}
