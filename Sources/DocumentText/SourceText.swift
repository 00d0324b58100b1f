/// The text of a file, line for line.
package struct SourceText: Sendable, Equatable {
  /// The lines, without their ends; none holds a line feed. For a file of text they are numbered as editors number
  /// them; for a docx a line is a paragraph, a forced line or a row of a table, whose cells are parted by tabs.
  package var lines: [String]
  /// What the file is.
  package var kind: DocumentKind
  /// Bytes that mean nothing in the file's encoding and became U+FFFD.
  package var undecodedBytes: Int

  /// Text made of parts.
  package init(lines: [String], kind: DocumentKind, undecodedBytes: Int = 0) {
    (self.lines, self.kind, self.undecodedBytes) = (lines, kind, undecodedBytes)
  }
}
