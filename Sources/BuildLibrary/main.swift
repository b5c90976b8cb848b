import Foundation
import Stores
import TransferLearning

// Trains the network of the built-in library on its labels.
// Usage: swift run BuildLibrary [FOLDER], from the package's folder; FOLDER has labels.csv and gets models.bin.

let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "Sources/CLibrary")
do {
  let table = try LabelTable(Data(contentsOf: folder.appending(path: "labels.csv")))
  let start = ContinuousClock.now
  let network = try table.trained(file: "labels.csv", programVersion: CohobateVersion.current, at: Date())
  let bytes = try network.encoded()
  try bytes.write(to: folder.appending(path: "models.bin"), options: .atomic)
  for head in network.heads {
    let errors = head.errors
    print(
      "\(head.property.name): \(head.trainingSize) molecules, MAE \(errors.meanAbsoluteError) \(head.property.unit), RMSE "
        + "\(errors.rootMeanSquareError), R² \(errors.rSquared ?? .nan), \(errors.coverage ?? .nan) within 1 sd")
  }
  print("\(bytes.count) bytes from \(table.molecules.count) molecules, in \(ContinuousClock.now - start)")
} catch {
  FileHandle.standardError.write(Data("The library was not written: \(error)\n".utf8))
  exit(1)
}
