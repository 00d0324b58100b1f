/// What a file may cost. Beyond a limit, reading ends in an error that names it; nothing is read in part.
package struct DocumentLimits: Sendable, Equatable {
  /// Bytes of a file that holds more than text: docx, pdf, doc. Photographs make them large.
  package var fileBytes = 50_000_000
  /// Bytes of text, in a file of text or found in a document: ten thousand pages.
  package var textBytes = 20_000_000
  /// Lines of text.
  package var lines = 1_000_000
  /// Entries of a zip. A docx with hundreds of photographs has hundreds.
  package var entries = 4_096
  /// Bytes that the parts of a docx which are read may come to when unpacked.
  package var expandedBytes = 100_000_000
  /// Times its own size that a docx may come to when unpacked. Text packs 5 to 1,
  /// thousands of empty rows 120 to 1, zeros 1,000 to 1.
  package var expansion = 200
  /// Elements inside one another in XML.
  package var depth = 256
  /// Seconds that a converter may take. LibreOffice needs one to three where nothing else runs.
  package var converterSeconds = 30.0
  /// Bytes of memory that each process of a converter may have: LibreOffice takes 300 MB for a long document.
  package var converterMemory = 1 << 30

  /// The limits as they stand above.
  package init() {}

  /// Bytes that the parts of a docx of that size may come to. Small files are not held to the ratio: a few kilobytes
  /// of repeated empty rows pack better than any real text.
  func expandedBytes(of fileBytes: Int) -> Int {
    min(expandedBytes, max(4_000_000, expansion * fileBytes))
  }
}
