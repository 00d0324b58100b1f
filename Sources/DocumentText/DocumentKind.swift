/// What a file is, told by its content.
package enum DocumentKind: Sendable, Hashable {
  /// Text in an encoding.
  case text(TextEncoding)
  /// Word's docx.
  case docx
  /// PDF.
  case pdf
  /// Word's or WPS's older binary file: doc, wps.
  case binaryWord
  /// OpenDocument text: odt.
  case openDocument
  /// Rich text: rtf.
  case richText
}

/// How a file of text is encoded.
package enum TextEncoding: Sendable, Hashable {
  /// UTF-8, with or without a byte order mark. ASCII is UTF-8.
  case utf8
  /// UTF-16, low byte first.
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian
  /// GB18030, and with it GBK and GB2312.
  case gb18030
}
