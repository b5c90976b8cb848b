internal import COpenBLAS

/// The library that the linear algebra goes through.
public enum NumericsVersion {
  /// OpenBLAS's version, as "0.3.21"; "unknown" where it does not say.
  public static var openBLAS: String {
    let words = unsafe String(cString: openblas_get_config()).split(separator: " ")
    return words.count > 1 ? String(words[1]) : "unknown"
  }
}
