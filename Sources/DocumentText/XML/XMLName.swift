import Glibc

/// An element's name. Only the namespaces that hold text of a Word document are told apart.
struct XMLName {
  /// Whose element it is.
  enum Space {
    case word, math, compatibility, other
  }

  /// What parts the namespace from the name in what the parser gives; in neither is a line feed possible.
  static let separator: CChar = 0x0A

  let space: Space
  /// The name without its prefix.
  let local: String

  /// From the parser's "NAMESPACE\nname".
  init(_ expanded: UnsafePointer<CChar>) {
    guard let separator = strrchr(expanded, Int32(XMLName.separator)) else {
      space = .other
      local = String(cString: expanded)
      return
    }
    local = String(cString: separator + 1)
    let length = UnsafePointer(separator) - expanded
    space =
      XMLName.spaces.first { uri, _ in
        uri.utf8CodeUnitCount == length && memcmp(uri.utf8Start, expanded, length) == 0
      }?.space ?? .other
  }

  // Word writes the first of each kind; documents in the strict form have the second.
  private static let spaces: [(uri: StaticString, space: Space)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", .math),
    ("http://purl.oclc.org/ooxml/officeDocument/math", .math),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
  ]
}

/// An element's attributes, looked up by name whatever their namespace. Valid while the element is being opened.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

  /// The value; nil where there is no such attribute.
  subscript(name: StaticString) -> String? {
    guard var next = pairs else { return nil }
    while let key = next[0] {
      let local = strrchr(key, Int32(XMLName.separator)).map { UnsafePointer($0 + 1) } ?? key
      if strlen(local) == name.utf8CodeUnitCount, memcmp(local, name.utf8Start, name.utf8CodeUnitCount) == 0 {
        return next[1].map { String(cString: $0) }
      }
      next += 2
    }
    return nil
  }

  /// The value as a number that no arithmetic on it overflows.
  func number(_ name: StaticString) -> Int? {
    self[name].flatMap { Int($0) }.map { min(max($0, -1_000_000), 1_000_000) }
  }

  /// What a switch is set to: on where it stands without a value.
  var isOn: Bool {
    switch self["val"] {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
