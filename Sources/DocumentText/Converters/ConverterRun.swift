import CProcess
import Glibc

/// One run of a converter, in a private folder that is gone afterwards, whatever happens.
struct ConverterRun {
  private let converter: Converter
  private let name: String
  private let limits: DocumentLimits

  init(converter: Converter, name: String, limits: DocumentLimits) {
    (self.converter, self.name, self.limits) = (converter, name, limits)
  }

  /// What the converter makes of the bytes. It is given a copy of a fixed name, so that no name a file can have is
  /// taken for an option, and nothing is written beside the original.
  func convert(_ bytes: [UInt8], extension: String) throws(DocumentError) -> [UInt8] {
    let command = converter.commands.first ?? ""
    guard let program = converter.commands.lazy.compactMap(CommandSearch.path).first else {
      throw .missingConverter(name, command: command, package: converter.package)
    }
    guard let folder = PrivateFolder() else { throw .cannotConvert(name, command: command, errno: errno) }
    defer { folder.remove() }
    let source = folder.path + "/source." + `extension`
    guard folder.write(bytes, to: source) else { throw .cannotConvert(name, command: command, errno: errno) }
    let printed = folder.path + "/printed"
    let result = converter.givesDocx ? folder.path + "/source.docx" : printed

    let limit = limits.fileBytes
    let process = ChildProcess(
      words: [program] + converter.arguments(source, folder.path), output: printed,
      environment: [
        "PATH": CommandSearch.searchPath, "HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
      ],
      limits: cprocess_limits(
        seconds: UInt(limits.converterSeconds.rounded(.up)), memory: UInt(limits.converterMemory),
        file: UInt(limit) + 1))
    let end = process.run(seconds: limits.converterSeconds) { folder.size(of: result) <= limit }
    switch end {
    case .failed(let number): throw .cannotConvert(name, command: command, errno: number)
    case .timedOut: throw .converterTimedOut(name, command: command, seconds: limits.converterSeconds)
    case .interrupted(let signal): throw .interrupted(name, signal: signal)
    case .stopped: throw .tooLarge(name, bytes: folder.size(of: result), limit: limit)
    case .ended(let status):
      // The system stops it there, maybe before anybody looked.
      guard folder.size(of: result) <= limit else {
        throw .tooLarge(name, bytes: folder.size(of: result), limit: limit)
      }
      // LibreOffice ends with 0 where it could make nothing of the file.
      guard status == 0, folder.size(of: result) >= 0 else {
        throw .converterFailed(name, command: command, status: status)
      }
    }
    do { return try ByteSource(path: result, limit: limit).contents() } catch {
      if case .tooLarge(_, let bytes, let limit) = error { throw .tooLarge(name, bytes: bytes, limit: limit) }
      throw .converterFailed(name, command: command, status: 0)
    }
  }
}
