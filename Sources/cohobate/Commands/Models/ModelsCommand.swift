import ArgumentParser
import Reports
import SourceModels

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "See, share and remove the source models of a library.",
    discussion: """
      One library comes with Cohobate; 'cohobate pretrain' trains models for others. The number of a removed model is \
      never used again.
      """,
    subcommands: [List.self, Show.self, Remove.self, Export.self, Import.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the models with their cross-validated errors.",
      discussion: "Only models that meet all conditions are listed.")

    @OptionGroup var place: LibraryFileOptions

    @Option(help: "Only models of this property.")
    var property: String?

    @Option(help: "Only models that use this representation, alone or among others.")
    var representation: String?

    @Option(
      help: "Only models of this kind: gaussian-process, sparse-gaussian-process, neural-network or shared-network.")
    var kind: String?

    @Option(
      parsing: .unconditional, help: "Only models with at most this mean absolute error, in their property's unit.")
    var maxError: Double?

    @Option(name: .customLong("min-r2"), parsing: .unconditional, help: "Only models with at least this R².")
    var minR2: Double?

    @Option(help: "Sort by name, error, r2, size or newest.")
    var sort = Order(.name)

    @OptionGroup var output: OutputOptions

    func validate() throws {
      for (number, option) in [(maxError, "--max-error"), (minR2, "--min-r2")] where number?.isFinite == false {
        throw ValidationError("\(option) is not a number.")
      }
    }

    func run() throws {
      let list = try ModelLibrary(named: place.name).list(
        SourceModelFilter(
          property: property, representation: representation, kind: kind, maxError: maxError, minR2: minR2,
          order: sort.order))
      if output.json { return Terminal.output(try JSON.text(list)) }
      for line in ModelsText(style: .of(descriptor: 1)).lines(list) { Terminal.output(line) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show where a model came from, how it was trained, and how good it is.")

    @Argument(help: "The model's number.")
    var id: Int

    @OptionGroup var place: LibraryFileOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let details = try ModelLibrary(named: place.name).details(of: id)
      if output.json { return Terminal.output(try JSON.text(details)) }
      for line in ModelsText(style: .of(descriptor: 1)).lines(details) { Terminal.output(line) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove models from a library and free their disk space.")

    @Argument(help: "The models' numbers.")
    var ids: [Int]

    @OptionGroup var place: LibraryFileOptions

    func run() throws {
      try ModelLibrary(named: place.name).remove(ids)
      Terminal.output("removed from \(place.name): \(ids.map(String.init).joined(separator: ", "))".visible)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a model to a separate file.", discussion: "An existing file is not replaced.")

    @Argument(help: "The model's number.")
    var id: Int

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
    var output: String

    @OptionGroup var place: LibraryFileOptions

    func validate() throws { try requireName(output, of: "--output") }

    func run() throws {
      try ModelLibrary(named: place.name).export(id, to: output)
      Terminal.output("model \(id) of \(place.name) is in \(output)".visible)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a model from a file to a library, which is made if there is none.")

    @Argument(help: "The file that 'models export' wrote.", completion: .file())
    var file: String

    @OptionGroup var place: LibraryFileOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try requireName(file, of: "The file") }

    func run() throws {
      let imported = try ModelLibrary.importModel(file, into: place.name)
      if output.json { return Terminal.output(try JSON.text(imported)) }
      let what = imported.wasThere ? "was there already, as" : "is now"
      Terminal.output(
        "\(imported.model.property) (\(imported.model.kind)) \(what) model \(imported.model.id) of \(place.name)"
          .visible)
    }
  }

  /// An order by its name on the command line.
  struct Order: ExpressibleByArgument {
    let order: SourceModelFilter.Order

    init(_ order: SourceModelFilter.Order) { self.order = order }

    init?(argument: String) {
      guard let order = SourceModelFilter.Order(rawValue: argument) else { return nil }
      self.order = order
    }

    var defaultValueDescription: String { order.rawValue }

    static let allValueStrings = SourceModelFilter.Order.allCases.map(\.rawValue)
  }
}
