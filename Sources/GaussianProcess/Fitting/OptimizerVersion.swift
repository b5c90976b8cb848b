internal import CNLopt

/// The version of the library that searches for hyper-parameters.
public enum OptimizerVersion {
  /// NLopt's version, as "2.7.1".
  public static var nlopt: String {
    var (major, minor, bugfix): (Int32, Int32, Int32) = (0, 0, 0)
    unsafe nlopt_version(&major, &minor, &bugfix)
    return "\(major).\(minor).\(bugfix)"
  }
}
