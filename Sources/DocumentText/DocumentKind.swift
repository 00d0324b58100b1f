/// What a file is, told by its content.
package enum DocumentKind: Sendable, Hashable {
  case text(TextEncoding)
  case docx
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
  case utf16LittleEndian
  case utf16BigEndian
  /// GB18030, and with it GBK and GB2312.
  case gb18030
}
