/// A text of several lines as it is shown: in rows.
extension TextLine {
  /// The text in rows of fewer than so many columns, broken at line ends and where a row is full, and where the caret stands
  /// among them. Text that is shown is not yet made safe.
  package func rows(
    columns: Int, _ width: DisplayWidth
  ) -> (rows: [String], caret: (row: Int, column: Int)) {
    let starts = starts(columns: columns, width)
    let row = (starts.lastIndex { $0 <= caret }) ?? 0
    let rows = starts.indices.map { index -> String in
      let end = index + 1 < starts.count ? starts[index + 1] : characters.count
      return String(characters[starts[index]..<end].filter { $0 != "\n" })
    }
    return (rows, (row, self.columns(starts[row]..<caret, width)))
  }

  /// How many rows there are, counted up to so many.
  package func rowCount(columns: Int, _ width: DisplayWidth, atMost most: Int) -> Int {
    starts(columns: columns, width, atMost: most).count
  }

  /// Goes so many rows up or down, about the same column. Answers whether there are such rows.
  package mutating func go(rows steps: Int, columns: Int, _ width: DisplayWidth) -> Bool {
    let starts = starts(columns: columns, width)
    let row = starts.lastIndex { $0 <= caret } ?? 0
    let wanted = row + steps
    guard starts.indices.contains(wanted) else { return false }
    let column = self.columns(starts[row]..<caret, width)
    // The last character of a row is its line end, or belongs to the row because the next one begins behind it.
    let end = wanted + 1 < starts.count ? starts[wanted + 1] - 1 : characters.count
    var place = starts[wanted]
    while place < end, self.columns(starts[wanted]..<place + 1, width) <= column { place += 1 }
    move(to: place)
    return true
  }

  /// Where each row begins.
  private func starts(columns: Int, _ width: DisplayWidth, atMost most: Int = .max) -> [Int] {
    let room = max(2, columns - 1)
    var (starts, used) = ([0], 0)
    for (place, character) in characters.enumerated() where starts.count < most {
      if character == "\n" {
        starts.append(place + 1)
        used = 0
        continue
      }
      let next = width.shownColumns(character)
      if used + next > room, used > 0 {
        starts.append(place)
        used = 0
      }
      used += next
    }
    return starts
  }

  private func columns(_ places: Range<Int>, _ width: DisplayWidth) -> Int {
    characters[places].reduce(0) { $0 + ($1 == "\n" ? 0 : width.shownColumns($1)) }
  }
}
