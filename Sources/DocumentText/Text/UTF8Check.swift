/// How far bytes are UTF-8.
struct UTF8Check {
  /// Characters of two bytes and more.
  private(set) var sequences = 0
  /// Bytes that belong to no character.
  private(set) var errorBytes = 0

  init(_ bytes: some Collection<UInt8>) {
    // Nearly every file is valid, and the library tells that at once.
    if String(validating: bytes, as: UTF8.self) != nil { return }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): if encoded.count > 1 { sequences += 1 }
      case .error(let length): errorBytes += length
      case .emptyInput: return
      }
    }
  }
}
