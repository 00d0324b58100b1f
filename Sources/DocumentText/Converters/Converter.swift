/// A program that turns a file into something this module reads.
package struct Converter: Sendable {
  /// Its names, the first one that is installed counts: looked up on PATH, or paths.
  package var commands: [String]
  /// The Debian package that has it.
  package var package: String
  /// Whether it writes a docx of the file's name into the folder; otherwise it prints text in UTF-8.
  package var givesDocx: Bool
  /// Its arguments for a file in a folder of its own. Both paths are absolute.
  package var arguments: @Sendable (_ file: String, _ folder: String) -> [String]

  /// A converter of those names.
  package init(
    commands: [String], package: String, givesDocx: Bool,
    arguments: @escaping @Sendable (_ file: String, _ folder: String) -> [String]
  ) {
    self.commands = commands
    self.package = package
    self.givesDocx = givesDocx
    self.arguments = arguments
  }
}

/// The converters that are asked.
package struct Converters: Sendable {
  /// PDF to text. The layout is kept, so that columns of tables stay apart.
  package var pdf = Converter(commands: ["pdftotext"], package: "poppler-utils", givesDocx: false) {
    file, _ in ["-layout", "-enc", "UTF-8", file, "-"]
  }
  /// doc, wps, odt and rtf to docx. A profile of its own: LibreOffice refuses to start twice on the same one.
  package var office = Converter(
    commands: ["soffice", "libreoffice"], package: "libreoffice-writer", givesDocx: true
  ) { file, folder in
    [
      "--headless", "--norestore", "-env:UserInstallation=file://\(folder)/profile", "--convert-to", "docx",
      "--outdir", folder, file,
    ]
  }

  /// pdftotext and LibreOffice.
  package init() {}
}
