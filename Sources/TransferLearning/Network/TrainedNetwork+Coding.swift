internal import Files
public import Foundation

// A network's bytes, as `ByteWriter` writes them: the version of the coding (1); the numbers of inputs, hidden layers,
// units of each, outputs; the activation and the input transform by name; the parameters in single precision; then in
// double precision the inputs' centres, factors, lowest and highest values, the targets' means and deviations, and the
// hidden layers' means and deviations, of all layers in sequence.

extension TrainedNetwork: Codable {
  private static let what = "neural network"
  private static let codingVersion: UInt32 = 1

  /// The network as bytes, to the last bit: a source model's payload.
  public var payload: Data {
    var writer = ByteWriter()
    writer.write(Self.codingVersion)
    writer.write(UInt32(shape.inputs))
    writer.write(UInt32(shape.hidden.count))
    for units in shape.hidden { writer.write(UInt32(units)) }
    writer.write(UInt32(shape.outputs))
    writer.write(shape.activation.rawValue)
    writer.write(inputScaling.transform.rawValue)
    writer.write(parameters)
    writer.write(inputScaling.centres)
    writer.write(inputScaling.factors)
    writer.write(inputScaling.lowest)
    writer.write(inputScaling.highest)
    writer.write(targetScaling.means)
    writer.write(targetScaling.deviations)
    writer.write(hiddenMeans.flatMap(\.self))
    writer.write(hiddenDeviations.flatMap(\.self))
    return writer.data
  }

  /// Reads a network from its bytes.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes are something else.
  public init(payload: Data) throws(TransferLearningError) {
    var reader = ByteReader(payload, of: Self.what)
    let version = try reader.integer(UInt32.self)
    guard version <= Self.codingVersion else {
      throw .newerFormat(what: Self.what, version: Int(version), newestKnown: Int(Self.codingVersion))
    }
    guard version == 1 else { throw reader.unreadable("there is no format \(version)") }
    let inputs = Int(try reader.integer(UInt32.self))
    let depth = Int(try reader.integer(UInt32.self))
    guard (1...1000).contains(depth) else { throw reader.unreadable("it has \(depth) hidden layers") }
    var hidden: [Int] = []
    for _ in 0..<depth { hidden.append(Int(try reader.integer(UInt32.self))) }
    let outputs = Int(try reader.integer(UInt32.self))
    guard let activation = Activation(rawValue: try reader.text()),
      let transform = InputTransform(rawValue: try reader.text())
    else { throw reader.unreadable("its activation or input transform is unknown") }
    let parameters = try reader.floats()
    let (centres, factors) = (try reader.doubles(), try reader.doubles())
    let (lowest, highest) = (try reader.doubles(), try reader.doubles())
    let (targetMeans, targetDeviations) = (try reader.doubles(), try reader.doubles())
    let (means, deviations) = (try reader.doubles(), try reader.doubles())
    try reader.finish()

    // Widths that need more parameters than there are, or whose product overflows, are invalid.
    guard (hidden + [inputs, outputs]).allSatisfy({ $0 <= 1 << 20 }) else { throw reader.unreadable("it is too wide") }
    let shape = NetworkShape(inputs: inputs, hidden: hidden, outputs: outputs, activation: activation)
    let units = hidden.reduce(0, +)
    guard parameters.count == shape.parameterCount,
      [centres, factors, lowest, highest].allSatisfy({ $0.count == inputs }),
      [targetMeans, targetDeviations].allSatisfy({ $0.count == outputs }),
      [means, deviations].allSatisfy({ $0.count == units })
    else { throw reader.unreadable("its numbers do not fit its layers") }
    guard parameters.allSatisfy(\.isFinite),
      [centres, factors, lowest, highest, targetMeans, targetDeviations, means, deviations].joined()
        .allSatisfy(\.isFinite)
    else { throw reader.unreadable("some of its numbers are not finite") }
    self.init(
      shape: shape, parameters: parameters,
      inputScaling: InputScaling(
        transform: transform, centres: centres, factors: factors, lowest: lowest, highest: highest),
      targetScaling: TargetScaling(means: targetMeans, deviations: targetDeviations),
      hiddenMeans: Self.parted(means, hidden), hiddenDeviations: Self.parted(deviations, hidden))
  }

  /// Reads a network from its payload.
  public init(from decoder: any Decoder) throws {
    try self.init(payload: decoder.singleValueContainer().decode(Data.self))
  }

  /// Writes the payload.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(payload)
  }

  private static func parted(_ numbers: [Double], _ counts: [Int]) -> [[Double]] {
    var rest = numbers[...]
    return counts.map { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }
}
