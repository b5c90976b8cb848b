internal import COpenBLAS

/// The version of the library that does the linear algebra.
public enum NumericsVersion {
  /// OpenBLAS's version, as "0.3.21"; "unknown" if it does not state one.
  public static var openBLAS: String {
    let words = unsafe String(cString: openblas_get_config()).split(separator: " ")
    return words.count > 1 ? String(words[1]) : "unknown"
  }
}
