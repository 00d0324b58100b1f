/// Rule: names that stand where nothing else can (behind 责任单位：, in a column of units, in a bracket that shares work out, 由X负责) are the
/// document's lexicon; elsewhere they are names too, whatever they end with.
struct Lexicon {
  /// The names by what they begin with, longer ones first.
  private var names: [Unicode.Scalar: [StaticWords]] = [:]

  init(_ paragraphs: [Paragraph]) {
    var told: Set<String> = []
    func take(_ list: [Passage]) {
      for name in list
      where (3...16).contains(name.count) && name.scalars.allSatisfy(\.isHan) && !Actor.isUnit(name)
        && Actor.mayBeName(name)
      {
        told.insert(name.text)
      }
    }
    for paragraph in paragraphs {
      if let row = paragraph.row {
        for cell in row.cells(.lead) + row.cells(.supporting) { take(NameList.names(in: cell)) }
        continue
      }
      for label in LabelReading.labels(in: paragraph.words) {
        switch label.kind {
        case .lead, .supporting: take(NameList.names(in: label.value))
        case .leader, .person, .time, .title, .other: break
        }
      }
    }
    for name in told {
      let words = StaticWords(name)
      guard let first = words.scalars.first else { continue }
      names[first, default: []].append(words)
    }
    for first in names.keys { names[first]?.sort { ($0.count, $0.text) > ($1.count, $1.text) } }
  }

  /// The paragraphs with its names marked.
  func marked(_ paragraphs: [Paragraph]) -> [Paragraph] {
    names.isEmpty ? paragraphs : paragraphs.map(marked)
  }

  private func marked(_ paragraph: Paragraph) -> Paragraph {
    var paragraph = paragraph
    if var row = paragraph.row {
      row.cells = row.cells.map(marked)
      return Paragraph(row)
    }
    paragraph.words = marked(paragraph.words)
    return paragraph
  }

  private func marked(_ words: Passage) -> Passage {
    var (result, place) = (words, 0)
    while place < words.count {
      guard let name = names[words.scalars[place]]?.first(where: { words.has($0, at: place) }) else {
        place += 1
        continue
      }
      result.mark(name: place..<place + name.count)
      place += name.count
    }
    return result
  }
}
