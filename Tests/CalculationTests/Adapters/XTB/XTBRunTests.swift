import Calculation
import Testing

@Suite struct XTBRunTests {
  @Test func onlyOptimisationsMoveAtoms() {
    #expect(XTBRun.allCases.filter(\.isOptimisation) == [.preoptimise, .optimise])
  }

  @Test func runsForPropertiesAreAboutAGeometryThatStands() {
    #expect(XTBRun.forProperties == [.ionise, .vibrate, .attach, .detach])
    #expect(XTBRun.forProperties.allSatisfy { !$0.isOptimisation })
  }

  @Test(arguments: XTBSettings.Method.allCases) func everyRunHasItsMethod(method: XTBSettings.Method) {
    let settings = XTBSettings(method: method)
    #expect(XTBRun.preoptimise.method(in: settings) == .gfnff)
    // With the parameters of GFN2 xtb would subtract a shift that was fitted for IPEA-xTB.
    #expect(XTBRun.ionise.method(in: settings) == .gfn1)
    for run in [XTBRun.optimise, .calculate, .vibrate, .attach, .detach] { #expect(run.method(in: settings) == method) }
  }

  @Test(arguments: [
    (XTBRun.preoptimise, "--gfnff --wrtopo nb --opt normal"), (.optimise, "--gfn 2 --opt tight"),
    (.calculate, "--gfn 2"),
    (.ionise, "--gfn 1 --vipea"), (.vibrate, "--gfn 2 --hess"), (.attach, "--gfn 2"), (.detach, "--gfn 2"),
  ])
  func everyRunHasItsOptions(run: XTBRun, options: String) {
    #expect(run.options(in: XTBSettings(optimisation: .tight), changes: []).joined(separator: " ") == options)
  }

  @Test func aChangeOfTheLevelIsOneStepTighter() {
    #expect(XTBRun.optimise.options(in: XTBSettings(), changes: [.tighter]).last == "tight")
    #expect(XTBRun.optimise.options(in: XTBSettings(), changes: [.displaced, .displaced]).last == "verytight")
    #expect(XTBRun.optimise.options(in: XTBSettings(optimisation: .extreme), changes: [.tighter]).last == "extreme")
  }
}
