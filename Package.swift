// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: language mode 6 (the default here), warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// And so is every line of C: -Wall -Wextra -Werror.
let strictC: [CSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]

let package = Package(
  name: "duban",
  products: [.executable(name: "duban", targets: ["duban"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .target(name: "CFiles", cSettings: strictC),
    .target(name: "CProcess", cSettings: strictC),
    .target(name: "CSQLite", cSettings: strictC, linkerSettings: [.linkedLibrary(":libsqlite3.a")]),
    .target(name: "CSystem", cSettings: strictC),
    .target(name: "ChineseNumerals", swiftSettings: strict),
    .target(name: "Campaigns", dependencies: ["ChineseNumerals", "Pinyin"], swiftSettings: strict),
    .target(name: "Pinyin", resources: [.embedInCode("data/readings.txt")], swiftSettings: strict),
    .target(name: "PlacedJSON", swiftSettings: strict),
    .target(name: "TerminalFrames", swiftSettings: strict),
    .target(name: "Wording", dependencies: ["Campaigns", "ChineseNumerals"], swiftSettings: strict),
    .target(
      name: "CCurses", cSettings: strictC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CursesTerminal", dependencies: ["CCurses", "TerminalFrames"], swiftSettings: strict),
    .target(
      name: "Tables", dependencies: ["Campaigns", "TerminalFrames", "Wording"], swiftSettings: strict),
    .target(
      name: "Screens", dependencies: ["Campaigns", "Tables", "TerminalFrames", "Wording"],
      swiftSettings: strict),
    .target(name: "NoticeImport", dependencies: ["Campaigns", "ChineseNumerals"], swiftSettings: strict),
    .target(
      name: "ReferenceData", dependencies: ["Campaigns", "CampaignStore", "PlacedJSON"],
      exclude: ["data/pinyin"],
      resources: [.embedInCode("data/holidays"), .embedInCode("data/sample"), .embedInCode("data/live")],
      swiftSettings: strict),
    .target(name: "CArchive", cSettings: strictC),
    // The archive, not the shared library: it is small, and loading a library costs every start.
    .target(name: "CExpat", cSettings: strictC, linkerSettings: [.linkedLibrary(":libexpat.a")]),
    .target(
      name: "DocumentText", dependencies: ["CArchive", "CExpat", "CProcess", "ChineseNumerals"],
      swiftSettings: strict),
    .target(
      name: "CampaignStore", dependencies: ["CArchive", "CFiles", "CSQLite", "Campaigns", "PlacedJSON"],
      swiftSettings: strict),
    .executableTarget(
      name: "duban",
      dependencies: [
        "Campaigns", "CampaignStore", "NoticeImport", "DocumentText", "TerminalFrames", "CursesTerminal",
        "Screens", "Tables", "Wording", "ReferenceData",
        "PlacedJSON", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What tests of several targets share.
    .target(
      name: "TestSupport", dependencies: ["CampaignStore", "TerminalFrames"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "CampaignsTests",
      dependencies: ["TestSupport", "Campaigns", "CampaignStore", "ChineseNumerals", "ReferenceData"],
      swiftSettings: strict),
    .testTarget(
      name: "CampaignStoreTests",
      dependencies: ["TestSupport", "CampaignStore", "PlacedJSON", "ReferenceData"],
      swiftSettings: strict),
    .testTarget(name: "PinyinTests", dependencies: ["TestSupport", "Pinyin"], swiftSettings: strict),
    .testTarget(
      name: "TerminalFramesTests", dependencies: ["TerminalFrames", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal", "CCurses", "TerminalFrames"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "TestSupport", "duban", "Screens", "Tables", "TerminalFrames", "Wording", "Campaigns",
        "ReferenceData", "CampaignStore",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "NoticeImportTests", dependencies: ["TestSupport", "NoticeImport", "Campaigns", "ReferenceData"],
      exclude: ["Labelled"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentTextTests", dependencies: ["TestSupport", "DocumentText"], swiftSettings: strict),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "TestSupport", "duban", "Campaigns", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Golden"],
      swiftSettings: strict),
  ]
)
