/// Why a file gave no text. Paths are as the caller named them.
package enum DocumentError: Error, Sendable, Equatable {
  case notFound(String)
  /// The system refused, with its error number.
  case cannotRead(String, errno: Int32)
  case isFolder(String)
  /// The path is a pipe, a socket or a device.
  case notRegular(String)
  /// The file, or the text in it, has more bytes than the limit; `bytes` is how many were seen.
  case tooLarge(String, bytes: Int, limit: Int)
  case tooManyLines(String, limit: Int)
  /// The content is neither text nor any kind that is known.
  case unknownKind(String)
  /// The content is known, and is nothing to read a notice from.
  case unsupported(String, UnsupportedKind)
  /// The document is locked with a password.
  case encrypted(String)
  /// A document without any text, such as a scanned PDF.
  case noText(String)
  /// The zip is cut off, damaged, or lacks the part that holds the text.
  case damagedArchive(String)
  /// The archive's parts come to more bytes than the limit.
  case expandsTooMuch(String, limit: Int)
  case tooManyEntries(String, limit: Int)
  /// A part of a docx is no well-formed XML, from that line of it on.
  case damagedXML(String, part: String, line: Int)
  /// A part of a docx declares a document type or an entity. Word never does; attacks do.
  case entityInXML(String, part: String)
  case nestedTooDeep(String, limit: Int)
  /// The converter for this kind is not installed; the Debian package has it.
  case missingConverter(String, command: String, package: String)
  /// The converter ended with that status (128 and more: a signal's), or left no result.
  case converterFailed(String, command: String, status: Int32)
  /// The converter could not be started, or had no place to work in.
  case cannotConvert(String, command: String, errno: Int32)
  case converterTimedOut(String, command: String, seconds: Double)
  /// This program is to end, for that signal; what was begun is cleared away.
  case interrupted(String, signal: Int32)
  /// A library that this kind needs is not installed; the Debian package has it.
  case libraryMissing(String, package: String)
}

/// Kinds that are recognised in order to say so.
package enum UnsupportedKind: Sendable, Equatable {
  /// xlsx, xls, et, ods.
  case spreadsheet
  /// pptx, ppt, dps, odp.
  case presentation
  /// A zip, rar, 7z or gz that is no document.
  case archive
  /// A photograph or scan.
  case image
}
