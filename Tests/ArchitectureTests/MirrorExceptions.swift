/// The files of `Sources` that have no test file of their own name, and the test files that mirror no source file.
enum MirrorExceptions {
  /// Modules without a folder of tests, with the reason.
  static let modules = [
    "cohobate": "EndToEndTests run its commands.",
    "cohobate-xtb-worker": "CalculationTests and EndToEndTests/LibXTBTests ask it as a program.",
    "CohobateTesting": "Its suites are run by the tests of the modules that they are about.",
    "Fuzz": "It is a test itself: make fuzz.",
    "Benchmark": "It measures, and its results are read by people.",
  ]

  /// Files of one module that another test file covers.
  struct Group {
    let module: String
    let files: [String]
    /// The name of the test file, without its ending.
    let tests: String
    let reason: String
  }

  static let groups: [Group] = [
    Group(
      module: "Acquisition", files: ["FrontExpectation"], tests: "GoalFrontTests",
      reason: "A private part: it sums over the boxes of a front."),
    Group(
      module: "Acquisition", files: ["SampledObjectives"], tests: "ExpectedGainTests",
      reason: "A private part: it evaluates the objectives in the samples of a batch, and of ProbabilityOfBest."),
    Group(
      module: "Acquisition", files: ["PropertyExpressionReader"], tests: "PropertyExpressionTests",
      reason: "A private part: it reads the text of an expression."),
    Group(
      module: "BuildCorpus",
      files: [
        "Agrochemicals", "Aromatics", "Biomolecules", "Chromophores", "Drugs", "Heterocycles", "Monomers",
        "NaturalProducts", "Solvents", "Tables",
      ], tests: "NamedFamilyTests",
      reason: "Lists of molecules: every list is checked in the same way."),
    Group(
      module: "BuildCorpus", files: ["Enumeration", "main"], tests: "AssemblyTests",
      reason: "They join the parts whose results are checked."),
    Group(
      module: "BuildLibrary", files: ["main"], tests: "LabelTableTests",
      reason: "It joins the parts whose results are checked."),
    Group(
      module: "CachedCalculation", files: ["PoolContents", "PoolProgress"], tests: "PoolIndexTests",
      reason: "What an index says of its pool, and of being made."),
    Group(
      module: "CachedCalculation", files: ["CacheReport"], tests: "CacheTests",
      reason: "A value that 'cohobate cache' shows."),
    Group(
      module: "CachedCalculation", files: ["CalculateProgress", "CalculateReport", "ComputeResources", "Pace"],
      tests: "CalculateRunTests",
      reason: "Values that a run takes and gives."),
    Group(
      module: "Calculation", files: ["ProgramAnswerReading"], tests: "ProgramAnswerTests",
      reason: "A private part: it reads the values of an answer."),
    Group(
      module: "Calculation", files: ["ProgramCalculator"], tests: "CommandCalculatorTests",
      reason: "What the calculators of custom programs share."),
    Group(
      module: "Calculation", files: ["TableColumns"], tests: "TableCalculatorTests",
      reason: "A private part: it chooses the columns."),
    Group(
      module: "Calculation", files: ["AtomicUnits"], tests: "DipoleMomentTests",
      reason: "Constants."),
    Group(
      module: "Calculation", files: ["WorkingProcesses"], tests: "LocalExecutorTests",
      reason: "A private part: it finds programs that still run in a folder."),
    Group(
      module: "Calculation", files: ["Descriptor", "Worker"], tests: "WorkerPoolTests",
      reason: "Private parts of the pool of workers."),
    Group(
      module: "Calculation", files: ["KeeperReport"], tests: "SupervisedProgramTests",
      reason: "A private part: it reads what the keeper says."),
    Group(
      module: "Calculation",
      files: ["BatchSystem", "HostCommand", "PilotResult", "PilotScript", "PilotSession", "Spool"],
      tests: "PilotExecutorTests", reason: "Private parts of the executor."),
    Group(
      module: "Calculation", files: ["MachineSettings"], tests: "MachineFileTests",
      reason: "A value that a machine file is read into."),
    Group(
      module: "Calculation", files: ["MoleculeList"], tests: "CalculateRunTests",
      reason: "The list of molecules that a run calculates."),
    Group(
      module: "Calculation", files: ["OfferedProperties"], tests: "CampaignFileTests",
      reason: "A private part: it writes the list of a message."),
    Group(
      module: "Campaign", files: ["CampaignEvent", "DesigningCampaign", "OpenCampaign"],
      tests: "CampaignControllerTests",
      reason: "The parts of a campaign that runs."),
    Group(
      module: "Campaign", files: ["CampaignMolecules", "CandidatePool", "CandidateRanking", "Inventor"],
      tests: "IterationDesignerTests",
      reason: "The parts of the designer: what may be chosen, and what invents."),
    Group(
      module: "Campaign", files: ["StartPlace", "WaitingDesign"], tests: "DesignAheadTests",
      reason: "Private parts: which outcomes a design does not know."),
    Group(
      module: "Campaign", files: ["HistoryReader"], tests: "CampaignControllerTests",
      reason: "It keeps the history between the iterations of a run."),
    Group(
      module: "Campaign", files: ["RejectionCounts"], tests: "PreparedCampaignTests",
      reason: "A value that the validation gives."),
    Group(
      module: "Campaign", files: ["ReplayRequest"], tests: "ReplayTests",
      reason: "A value that a replay takes."),
    Group(
      module: "Campaign", files: ["ToldColumns"], tests: "ToldTableTests",
      reason: "A private part: it chooses the columns."),
    Group(
      module: "Campaign", files: ["CampaignWork", "ExtraCalculator", "Proposals"], tests: "ScreeningTests",
      reason: "The parts of a campaign with a screen."),
    Group(
      module: "CampaignFile", files: ["MachineTemplate"], tests: "MachineFileTests",
      reason: "A text that is read there."),
    Group(
      module: "CampaignFile", files: ["ScreenSections"], tests: "ScreeningTests",
      reason: "What it reads and refuses is tested in whole campaigns."),
    Group(
      module: "CampaignFile", files: ["CorpusSource+Reading"], tests: "PreparedCampaignTests",
      reason: "It reads the corpus, of which a campaign is prepared."),
    Group(
      module: "CampaignFile", files: ["MoleculeNames"], tests: "ExportTests",
      reason: "A private part: it names molecules."),
    Group(
      module: "CampaignFile", files: ["SpecificationError", "UnknownName", "YAMLSection"],
      tests: "SpecificationReaderTests",
      reason: "The parts of the reader, and its messages."),
    Group(
      module: "Chemistry", files: ["Environments", "Features", "RepresentationPart", "SparseCounts"],
      tests: "RepresentationTests",
      reason: "The parts of a representation, and what it gives."),
    Group(
      module: "Chemistry", files: ["FingerprintBlock"], tests: "PackedFingerprintsTests",
      reason: "A private part: the packed numbers."),
    Group(
      module: "Compositions", files: ["CompositionError"], tests: "FormulaReaderTests",
      reason: "What the reader says."),
    Group(
      module: "Compositions", files: ["WholeAmounts", "WrittenAmounts"], tests: "CompositionTests",
      reason: "The parts of a normalised formula."),
    Group(
      module: "Compositions", files: ["ElementTable"], tests: "ElementTests",
      reason: "A private part: it reads the table of elements."),
    Group(
      module: "Dashboard",
      files: [
        "CampaignPage", "CompactDrawing", "ComparePage", "ComparisonPlots", "FailuresPage", "FrontPage",
        "IterationPage",
        "LibraryPage", "ModelPage", "MoleculeDrawing", "MoleculePage", "MoleculesPage", "OtherCampaigns", "Page",
        "PageFrame", "PageNumber", "PageSource", "PageSource+Models", "PageTable", "Plot", "PlotMarkup", "RecordPage",
        "SpacePage",
      ], tests: "CampaignPagesTests",
      reason: "The pages and their parts, which are made of whole records and checked together."),
    Group(
      module: "Dashboard", files: ["GeometryScript", "PageCode", "PlotScript", "Script", "StyleSheet", "TableScript"],
      tests: "ReportFileTests",
      reason: "Constants of every document."),
    Group(
      module: "Dashboard", files: ["LiveCampaign"], tests: "DashboardSiteTests",
      reason: "A part of the site: a record that is followed."),
    Group(
      module: "Files", files: ["CampaignError"], tests: "CampaignErrorTests",
      reason: "Errors of every module become it: its tests need them all, and are beside those of campaigns."),
    Group(
      module: "Files", files: ["LibraryName"], tests: "BuiltInShelfTests",
      reason: "Names that several modules share."),
    Group(
      module: "GaussianProcess", files: ["Hyperparameter", "Hyperparameters", "Standardization"], tests: "FitTests",
      reason: "Values that a fit takes and gives."),
    Group(
      module: "GaussianProcess", files: ["DerivedKernel", "ProductKernel", "ScaledKernel", "SumKernel"],
      tests: "KernelTests",
      reason: "The ways to combine kernels go through the laws of kernels together."),
    Group(
      module: "GaussianProcess", files: ["JointPrediction"], tests: "CandidatePosteriorTests",
      reason: "Its samples are drawn by the posterior over candidates."),
    Group(
      module: "GaussianProcess", files: ["MolecularInput"], tests: "MolecularModelTests",
      reason: "A value that the model takes."),
    Group(
      module: "GaussianProcess", files: ["RaisedFactor", "SparseConditional"], tests: "SparseProcessTests",
      reason: "Parts of the process."),
    Group(
      module: "MolecularDesign",
      files: [
        "AtomSymbol", "ContextCounts", "ContextTreeBuilder", "ContractedContext", "Drawing", "KekuleForm",
        "StringSurvey", "SymbolTable", "TokenFact", "TokenWeights",
      ], tests: "LanguageModelTests",
      reason: "Private parts of the language model."),
    Group(
      module: "MolecularDesign", files: ["StrippedLines"], tests: "CorpusTests",
      reason: "A private part: the note on salts."),
    Group(
      module: "MolecularDesign", files: ["BuiltInCorpus"], tests: "CorpusTests",
      reason: "A corpus."),
    Group(
      module: "MolecularDesign", files: ["DesignCheckpoint", "DesignMode", "DesignResult", "FruitlessDraw"],
      tests: "DesignRunTests",
      reason: "Parts of a run, and values that it gives."),
    Group(
      module: "MolecularDesign", files: ["GraphWalk"], tests: "StringGraphTests",
      reason: "A private part: the walk over the graph."),
    Group(
      module: "MolecularDesign", files: ["Proposal", "ScoredString"], tests: "SequentialMonteCarloTests",
      reason: "A protocol, and the value that it moves: the sampler's laws hold for each proposal."),
    Group(
      module: "MolecularDesign",
      files: [
        "AtomAddition", "AtomDeletion", "BondMutation", "Crossover", "ElementMutation", "FragmentExchange",
        "LanguageRegrowth", "ReactionJoin", "RingChange", "SubstituentMove",
      ], tests: "SearchMoveTests",
      reason: "Every registered move goes through the laws of moves together."),
    Group(
      module: "MolecularDesign", files: ["RankedPlace", "SearchSettings", "SearchState"], tests: "GeneticSearchTests",
      reason: "Parts of the search, and values that it takes."),
    Group(
      module: "Numerics", files: ["Panel", "PanelFactorisation", "TileSchedule"], tests: "CholeskyFactorTests",
      reason: "Private parts of the factorisation."),
    Group(
      module: "Numerics", files: ["Tile"], tests: "MatrixTests",
      reason: "A private part: the cut of a matrix."),
    Group(
      module: "Prediction", files: ["SourceTable"], tests: "SourceTable+ReadingTests",
      reason: "A value, tested with how it is read."),
    Group(
      module: "Prediction", files: ["DirectDesignEvent"], tests: "DirectDesignTests",
      reason: "The parts of a design."),
    Group(
      module: "Prediction", files: ["Predictor", "PredictorSummary", "TablePredictor"], tests: "PredictRunTests",
      reason: "The parts of a prediction."),
    Group(
      module: "Reports", files: ["CandidateExtras", "ConfirmationReport"], tests: "ConfirmingTests",
      reason: "What screens and confirmations say of candidates, in whole campaigns."),
    Group(
      module: "Reports", files: ["CampaignRecordReader+Extras", "ScreenReport"], tests: "ScreeningTests",
      reason: "Values that the reports of whole campaigns show."),
    Group(
      module: "Reports", files: ["CampaignFront"], tests: "FrontReportTests",
      reason: "A part of the report, which the export shares."),
    Group(
      module: "Reports", files: ["CampaignChange"], tests: "StatusReportTests",
      reason: "A value that the report shows."),
    Group(
      module: "Reports",
      files: [
        "CampaignRecordReader", "CandidateReport", "PreselectionReport", "SuccessReport",
        "WithdrawnValue",
      ],
      tests: "InspectionReportTests",
      reason: "The parts of the report."),
    Group(
      module: "SourceModels", files: ["LibraryPredictor"], tests: "PredictRunTests",
      reason: "A part of a prediction."),
    Group(
      module: "SourceModels", files: ["ModelShelf"], tests: "BuiltInShelfTests",
      reason: "A protocol whose conformances are tested."),
    Group(
      module: "SourceModels", files: ["SourceModelDetails", "SourceModelSummary"], tests: "ModelLibraryTests",
      reason: "Values that the library gives."),
    Group(
      module: "SourceModels", files: ["PretrainProgress", "PretrainReport"], tests: "PretrainRunTests",
      reason: "Values that a run gives."),
    Group(
      module: "Stores", files: ["CacheRecords"], tests: "CalculationCacheStoreTests",
      reason: "Values that the store keeps."),
    Group(
      module: "Stores", files: ["ComparableCalculations"], tests: "HistoryTests",
      reason: "What a campaign may learn from."),
    Group(
      module: "Stores", files: ["ColumnCheck"], tests: "CampaignSchemaTests",
      reason: "A private part: the rules of columns in SQL."),
    Group(
      module: "Stores", files: ["Draft"], tests: "SharedFileTests",
      reason: "A private part: the file before it is whole."),
    Group(
      module: "Stores", files: ["CohobateVersion"], tests: "DoctorTests",
      reason: "A constant."),
    Group(
      module: "Stores", files: ["SourceModelRecord"], tests: "ModelLibraryStoreTests",
      reason: "Values that the store keeps."),
    Group(
      module: "Stores",
      files: [
        "CandidateRecord", "DeclineRecord", "Entries", "ExpectedGainRecord", "ExtraCalculationRecord",
        "IterationRecord", "ListingRecord", "PreselectionRecord", "ProtocolRecord", "ReferencePointRecord",
        "ScreenRecord", "SuccessRecord",
        "WithdrawalRecord",
      ],
      tests: "StoredRecordTests",
      reason: "Rows of tables: every kind is stored and read back in the same way."),
    Group(
      module: "Tables", files: ["MoleculeFileError", "ReadingNotes", "TextBytes"], tests: "MoleculeTableTests",
      reason: "Private parts of the reader, and its messages."),
    Group(
      module: "Tables", files: ["MoleculeTitles"], tests: "ColumnTitleTests",
      reason: "A private part: titles that name no property."),
    Group(
      module: "Tables", files: ["MoleculeFile"], tests: "MoleculeFileTests",
      reason: "Its messages are those of commands: its tests are beside those of campaigns."),
    Group(
      module: "TransferLearning", files: ["TrainingHistory"], tests: "TrainedNetwork+TrainingTests",
      reason: "A value that a training gives."),
    Group(
      module: "TransferLearning", files: ["ByteReader+Errors"], tests: "SourcePayloadTests",
      reason: "A private part: the errors of reading."),
    Group(
      module: "TransferLearning", files: ["SealedDocument"], tests: "SourceModelDocument+CodingTests",
      reason: "A private part: the frame of a document, which its coding and a network's are checked with."),
    Group(
      module: "TransferLearning", files: ["PackedTriangle"], tests: "SparseSourceProcessTests",
      reason: "A private part: the stored half of a matrix."),
    Group(
      module: "Workbench",
      files: ["DesignStateFile", "DirectDesignReport", "DirectDesignReport+Files", "DirectDesignRequest"],
      tests: "DirectDesignTests",
      reason: "The parts of a design, and values that it takes and gives."),
    Group(
      module: "Workbench", files: ["PixelProgram"], tests: "DoctorTests",
      reason: "'doctor' looks for it."),
    Group(
      module: "Workbench", files: ["FilterReport"], tests: "FilterRunTests",
      reason: "A value that a run gives."),
    Group(
      module: "Workbench", files: ["LanguageReports"], tests: "LanguageModelCommandsTests",
      reason: "Values that the work gives."),
    Group(
      module: "Workbench",
      files: [
        "CampaignMoment", "CampaignPredictor", "InputColumns", "PredictReport", "PredictReport+Files", "PredictRequest",
        "PredictionTable",
      ], tests: "PredictRunTests",
      reason: "The parts of a prediction, and values that it takes and gives."),
    Group(
      module: "Workbench", files: ["TargetZone", "ZoneFinder"], tests: "TargetZonesReportTests",
      reason: "The parts of the report."),
  ]

  /// Test files of a module that are about several of its files, with the reason.
  static let crossing = [
    "AdapterConformanceTests": "Every calculator, asked all questions of the conformance suite.",
    "CalculatorConformanceTests": "The conformance suite itself, with calculators that break its rules.",
    "ConformanceTableTests": "Documentation/conformance.md.",
    "SabotageTests": "Attempts that are made to fail.",
    "WorkerAnswersTests": "The answers of the worker of libxtb.",
    "CompositionCampaignTests": "Whole campaigns on inorganic compositions.",
    "DesignSectionTests": "One section of the campaign file.",
    "CrashTests": "A process that is killed in the middle of its writes.",
    "LibraryCrashTests": "A process that is killed in the middle of its writes to a library.",
    "WithdrawnFailureTests": "Failures that people told and withdrew, through all tables.",
    "MigrationFromVersion1Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion2Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion4Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion5Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion6Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion7Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion8Tests": "A database of an old version, kept as a fixture.",
    "MigrationFromVersion9Tests": "A database of an old version, kept as a fixture.",
    "ConfirmingTests": "Hits that are calculated again before they count, in whole campaigns.",
    "CorpusTests": "Chemistry on the built-in corpus.",
    "MACCSTests": "Keys that C++ computes.",
    "FitHonestyTests": "Whether the predicted deviations of fits are true on the average.",
    "SequentialConditioningTests": "Conditioning twice and once, for every kind of process.",
    "CampaignErrorTests": "The errors of all modules as those of commands.",
    "MoleculeFileTests": "Files of molecules as campaigns and commands name them.",
    "LandscapeTests": "Whole campaigns on landscapes whose best molecules are known.",
    "DesignAheadTests": "Whole campaigns whose batches are designed before all outcomes are known.",
    "FrontCampaignTests": "Whole campaigns on several maxima and minima.",
    "ExpressionCampaignTests": "Whole campaigns on expressions over properties.",
    "SignalTests": "C code that keeps RDKit away from a signal.",
    "PeopleTests": "The names of the calculators that stand for people, which two modules share.",
  ]
}
