import Acquisition
import Calculation
import CampaignFile
import Chemistry
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
import Testing
import TransferLearning

/// The numbers in Documentation/method.md, held to the program's.
///
/// Each sentence is made here from the program's values, and must be on the page. Values that only the sources see are
/// held by their line in the sources.
@Suite struct MethodPageTests {
  private let page: Page

  init() throws { page = try Page("Documentation/method.md") }

  private func expect(_ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(page.says(sentence), "The page does not say: \(sentence)", sourceLocation: sourceLocation)
  }

  /// A sentence of the page, and the line of the sources that makes it true.
  private func expect(_ sentence: String, code: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expect(sentence, sourceLocation: sourceLocation)
    let isThere = SourceTree.sources.contains { $0.lines.contains { $0.contains(code) } }
    #expect(isThere, "No line of the sources has: \(code)", sourceLocation: sourceLocation)
  }

  private func number(_ value: some BinaryInteger) -> String {
    Int(value).formatted(.number.locale(Locale(identifier: "en_GB")))
  }

  /// 0.5 as 0.5, and 3.0 as 3.
  private func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private let words = [2: "two", 3: "three", 4: "four", 5: "five", 8: "eight", 10: "ten"]

  private func word(_ value: Int) throws -> String { try #require(words[value]) }

  @Test func theStandardModelIsAsStated() throws {
    expect(
      "on the counts of Morgan environments up to radius 3, folded to \(CountFingerprint.defaultSize)",
      code: "on: [.morganCounts, .fragmentCounts, .physicalDescriptors]")
    let names = MolecularModel.standard.representations.map(\.name)
    #expect(names == ["morgan-counts-r3-2048", "fragment-counts", "physical-descriptors"])
    let fragments = try FragmentCounts.shared().names.count
    expect("on the counts of RDKit's \(fragments) fragments")
    expect("on d = \(PhysicalDescriptors.names.count) physical descriptors z, as sign(x) log(1 + |x|)")
  }

  @Test func everyRandomStreamIsListed() {
    let listed = page.section("Randomness").tableRows.compactMap(\.first).flatMap(\.codeSpans)
    #expect(listed == StreamName.allCases.map(\.rawValue))
  }

  @Test func theClassifierOfFailuresIsAsStated() throws {
    let scale = LogNormalPrior.latentScale
    expect("The scale of f, from \(plain(scale.least)) to \(plain(scale.greatest)),")
    expect(
      "a log-normal prior of the scale (median \(plain(scale.median)), log deviation \(plain(scale.logDeviation)))")
    expect("between 0.1 and 99.9 %", code: "private let greatestBase = 3.09")
    expect("With more than 500 calculations", code: "pointsToFit: Int = 500")
    expect("by at most 200 calculations with as many failures as successes", code: "pointsToChoose: Int = 200")
    expect("The four causes that are correlated the most", code: "package static let causesToWeigh = 4")
    expect("(correlation above .95)", code: "private static let greatestCorrelation = 0.95")
    expect("Before three failures P is the share of successes", code: "package static let fewestFailures = 3")
    let classes = FailureClass.allCases.filter(\.belongsToMolecule).map { "`\($0.rawValue)`" }
    expect("the classes \(classes.dropLast().joined(separator: ", ")) and \(classes[classes.count - 1]),")
  }

  @Test func theExpectedGainIsAsStated() {
    expect("computed from 4,096 joint samples y", code: "static let sampleCount = 4096")
    expect("with three or four goals from 512", code: "static let sampleCountOfManyGoals = 512")
    expect(
      "Its mean and its 10 % and 90 % quantiles",
      code: "(quantile(0.1, ofSorted: gains), quantile(0.9, ofSorted: gains))")
    let kinds = ExpectedGain.Kind.allCases.map(\.rawValue)
    let rows = page.section("Expected gain").tableRows.compactMap(\.last)
    #expect(rows.compactMap { row in kinds.first { row.hasPrefix("*\($0)*") } } == kinds)
  }

  @Test func theSamplesOfTheBestAreAsStated() {
    expect("n is 1,024, and less for more than 1,024 candidates", code: "static let sampleCount = 1024")
    expect("2²⁰ values in all", code: "static let valueCount = 1 << 20")
    expect("no fewer than 200 samples", code: "static let leastSampleCount = 200")
    expect("Of more than 5,000 candidates", code: "static let candidateLimit = 5000")
    expect("with a probability of one half or more", code: "windows[$0] >= log(0.5)")
  }

  @Test func thePriorsAreAsStated() {
    let noise = FitSettings().noise
    expect("log σₙ ~ N(log \(plain(noise.median)), \(plain(noise.logDeviation))²),")
    expect("\(plain(noise.least)) ≤ σₙ ≤ \(plain(noise.greatest))")
    expect(
      "log sᵢ ~ N(log 1, 1²), 0.001 ≤ sᵢ ≤ 20",
      code: "static let structure = LogNormalPrior(median: 1, logDeviation: 1, least: 1e-3, greatest: 20)")
    expect(
      "log l ~ N(log 1.5, 0.5²), 0.05 ≤ l ≤ 20",
      code: "static let descriptorLength = LogNormalPrior(median: 1.5, logDeviation: 0.5, least: 0.05, greatest: 20)")
    expect("log a ~ N(log 2, 1²)", code: "static let slope = LogNormalPrior(median: 2, logDeviation: 1,")
    expect("log b ~ N(log 0.5, 1²)", code: "static let remainder = LogNormalPrior(median: 0.5, logDeviation: 1,")
  }

  @Test func theCalibrationIsAsStated() {
    expect("log c = n / (n + 64) · log q", code: "exp(count / (count + priorCount) * log(min(max(quantile, 0.25), 2)))")
    expect("q the 68.27 % quantile", code: "let share = 0.6827 * Double(errors.count) - 0.5")
    expect("held within 0.25 and 2; below 10 values nothing is scaled", code: "values.count >= 10 else { return 1 }")
  }

  @Test func theTransferIsAsStated() throws {
    let settings = TransferSettings()
    expect("all sources together (up to \(try word(settings.togetherAtMost)))")
    expect("the \(try word(settings.screened)) best single sources or pairs of a screen")
    expect(
      "the mixture of up to \(try word(settings.membersAtMost)) candidates of at least "
        + "\(plain(100 * settings.leastWeight)) % weight")
    let most = settings.fit.pointsToEndWith
    let least = settings.fit.pointsToBeginWith
    expect(
      "With more than \(most) values they are sought on \(most) of them, and with more than \(least) the search begins on \(least)"
    )
    expect("d² = (n var(zⱼ) + 5) / (n + 5)", code: "scale: ((squares + 5) / (count + 5)).squareRoot())")
  }

  @Test func theWeightsOfModelsAreAsStated() throws {
    let settings = TransferSettings()
    expect("the \(ModelChoice.weighed.joined(separator: " and the ")) model are both fitted")
    expect("The second sum counts as two values that the K models share", code: "priorCount: Double = 2")
    expect(
      "The mixture has up to \(try word(settings.membersAtMost)) ways of at least \(plain(100 * settings.leastWeight)) %"
    )
    expect(
      "when the number of values has grown by a fifth since all were fitted last, or has become less",
      code: "count >= before, 5 * count < 6 * before else {")
    expect("that had more than 1 % of the weight then", code: "static let leastWeight = 0.01")
    expect("From 200 values on", code: "static let valuesToKeepHyperparameters = 200")
    expect(
      "ways of transfer with less than 0.1 % of the weight are left out", code: "static let leastWayWeight = 0.001")
  }

  @Test func theLanguageModelIsAsStated() throws {
    let settings = LanguageModelSettings()
    expect("the last \(try word(settings.order)) tokens (`design.order`)")
    expect("from \(try word(settings.rootsPerMolecule)) random writings")
  }

  @Test func theSamplerIsAsStated() throws {
    let settings = DesignSettings()
    expect("leaves \(plain(100 * settings.effectiveShareKept)) % of the effective sample size")
    #expect(settings.resamplingShare == 0.5 && settings.seedShare == 0.5)
    expect("below half the number of particles")
    expect("up to half of the particles start on seeds")
    #expect(settings.rerootingProbability == 0.5 && settings.innerRegrowthProbability == 0.5)
    expect("with probability ½ it is *re-rooted*, then a *suffix is regrown*, then with probability ½ an *inner part")
    expect("deletes up to eight tokens inside the string", code: "min(settings.longestDeletion, 8)")
    expect("\(settings.steps) steps of \(settings.particles) particles are a search")
    expect(
      "up to \(number(settings.drawsAtMost)), or until \(number(settings.drawsAtMost / 10)) in a row gave nothing new")
    expect("it draws 20,000 (or until 2,000 in a row gave nothing new)", code: "static let firstDraws = 20_000")
  }

  @Test func theSearchIsAsStated() throws {
    let settings = SearchSettings()
    expect("It keeps the best \(number(settings.kept)) that it has seen")
    #expect(settings.elite == 100 && settings.evenShare == 0.5 && settings.memory == 0.9)
    expect("and entered the best hundred")
    expect("1/2 · weight / Σ weights + 1/2 · payoff / Σ payoffs")
    expect("before each step, earlier counts are multiplied by \(plain(settings.memory))")
    #expect(settings.secondMove == 0.3)
    expect("Three children in ten go through a second move")
    #expect(settings.archiveShare == 0.2)
    expect("One parent in five is drawn from an archive")
    expect("heavy atoms in steps of three", code: "size = atoms / 3")
    expect("number of rings up to five", code: "rings = min(molecule.ringCount, 5)")
    expect("heteroatoms in steps of a sixth", code: "heteroatoms = 6 * max(0, atoms - molecule.carbonCount)")
    expect(
      "the best \(number(settings.kept)) of the pool or corpus",
      code: "known.bestFirst.prefix(specification.design.search.kept)")
    let weights = SearchMoves.all.map { ($0.name, $0.weight) }
    #expect(weights.filter { $0.1 != 1 }.map(\.0) == ["crossover"])
    expect("Crossover has a weight of \(plain(Crossover().weight)), every other move a weight of 1")
  }

  @Test func theCandidatesAreAsStated() throws {
    let text = "name: a\nseed: 1\nobjectives: [{property: gap, goal: maximize}]\ncalculator: {program: xtb}\n"
    let specification = try Specification(file: "a.yaml", text: text + "budget: {calculations: 80}\n")
    expect("the \(specification.candidates) of the greatest acquisition value (`design.candidates`)")
    expect("up to 100 molecules learnt from", code: "private static let learntAtMost = 100")
    expect("ε = 0.0001", code: "static let leastImprovement = 1e-4")
    expect("(counts equal, descriptors to 10⁻⁹)", code: "static let tolerance = 1e-9")
  }
}
