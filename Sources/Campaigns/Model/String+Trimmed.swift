extension String {
  /// The text without white space at both ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The same; nil where nothing is left.
  package var filled: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
