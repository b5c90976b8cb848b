import Acquisition
import Foundation
import GaussianProcess
import Testing

@Suite struct PropertyExpressionTests {
  @Test(arguments: [
    ("a", 3), ("a + b * 2", 13), ("(a + b) * 2", 16), ("a - b - 1", -3), ("-a^2", -9), ("2^a^2", 512),
    ("a / b / 2", 0.3),
    ("sqrt(a * b + 1)", 4), ("log(exp(b))", 5), ("abs(a - b)", 2), ("1.5e1 + a", 18), ("a*-b", -15), (" 2 * ( a )", 6),
  ])
  func valuesAreThoseOfArithmetic(text: String, expected: Double) throws {
    let expression = try PropertyExpression(text)
    let values = expression.properties.map { $0 == "a" ? 3.0 : 5.0 }
    #expect(abs(expression.value(at: values).value - expected) < 1e-12)
  }

  @Test(arguments: ["a / b", "a * b - a", "sqrt(a) * log(b)", "a^b", "exp(a / b)", "abs(a - b)", "-(a + 2)^3"])
  func slopesAreThoseOfDifferences(text: String) throws {
    let expression = try PropertyExpression(text)
    let point = expression.properties.map { $0 == "a" ? 1.3 : 2.1 }
    let slopes = expression.value(at: point).slopes
    for index in point.indices {
      var (up, down) = (point, point)
      up[index] += 1e-6
      down[index] -= 1e-6
      let difference = (expression.value(at: up).value - expression.value(at: down).value) / 2e-6
      #expect(abs(difference - slopes[index]) < 1e-6 * max(1, abs(difference)))
    }
  }

  @Test func aSquareIsCarriedOverExactly() throws {
    let prediction = try PropertyExpression("(a - 2)^2").prediction(from: [
      Prediction(mean: 2, standardDeviation: 0.6)
    ])
    #expect(abs(prediction.mean - 0.36) < 1e-12)
    #expect(abs(prediction.standardDeviation - 2.0.squareRoot() * 0.36) < 1e-12)
  }

  @Test func whereThereIsNoValueBesideTheMeansTheSlopesSayIt() throws {
    let prediction = try PropertyExpression("log(a)").prediction(from: [Prediction(mean: 2, standardDeviation: 1.5)])
    #expect(abs(prediction.mean - log(2)) < 1e-12 && abs(prediction.standardDeviation - 0.75) < 1e-12)
  }

  @Test(arguments: ["gap/0", "gap / (0.0)", "1 + homo / -0"])
  func aDivisionByZeroIsRefused(text: String) throws {
    let error = #expect(throws: AcquisitionError.self) { try PropertyExpression(text) }
    #expect(error?.description.contains("cannot be read: it divides by zero.") == true)
    #expect(try PropertyExpression("0 / gap").value(at: [2]).value == 0)
  }

  @Test func aNameMayHaveAnythingInIt() throws {
    let expression = PropertyExpression(property: "HOMO-LUMO gap (eV)")
    #expect(expression.isProperty && expression.properties == ["HOMO-LUMO gap (eV)"])
    #expect(expression.value(at: [3]).value == 3)
  }

  @Test func manySignsTakeNoTimeAndTooManyAreRefused() throws {
    #expect(try PropertyExpression(String(repeating: "-", count: 60) + "a").value(at: [3]).value == 3)
    for text in [String(repeating: "-", count: 200) + "a", String(repeating: "(", count: 5000) + "a"] {
      #expect(throws: AcquisitionError.self) { try PropertyExpression(text) }
    }
  }

  @Test(arguments: [
    ("gap/homo", "gap / homo"), ("( gap )-(homo * 2)", "gap - homo*2.0"), ("-gap^2", "-(gap^2)"),
    ("gap-homo-1", "(gap - homo) - 1e0"), ("log((gap))", "log(gap)"),
  ])
  func spellingsOfTheSameStepsAreOneExpression(first: String, second: String) throws {
    let (first, second) = (try PropertyExpression(first), try PropertyExpression(second))
    #expect(first == second && Set([first, second]).count == 1)
    #expect(first.description != second.description)
    #expect(first.normalized.description == second.normalized.description)
  }

  @Test(arguments: [
    ("gap / homo", "homo / gap"), ("gap - (homo - 1)", "gap - homo - 1"), ("(-gap)^2", "-gap^2"), ("gap", "2*gap"),
  ])
  func otherStepsAreAnotherExpression(first: String, second: String) throws {
    #expect(try PropertyExpression(first) != PropertyExpression(second))
    #expect(try PropertyExpression(first).normalized.description != PropertyExpression(second).normalized.description)
  }

  @Test func aPropertyIsNotTheExpressionThatItsNameLooksLike() throws {
    #expect(try PropertyExpression(property: "gap / homo") != PropertyExpression("gap / homo"))
  }

  @Test(arguments: [
    ("((homo)+lumo)/2", "(homo + lumo) / 2"), ("a-(b+c)-d", "a - (b + c) - d"), ("a*(b/c)", "a * (b / c)"),
    ("(a^b)^c", "(a^b)^c"), ("a^(b^c)", "a^b^c"), ("a^(-b)", "a^-b"), ("(-a)^2", "(-a)^2"), ("-(a*b)", "-(a * b)"),
    ("(-a)*b", "-a * b"), ("a*-b", "a * -b"), ("-(-a)", "--a"), ("sqrt(abs(a)*1.50)", "sqrt(abs(a) * 1.5)"),
    ("1e-7*a+1e20", "1e-07 * a + 1e+20"), ("(log(a))^2", "log(a)^2"),
  ])
  func theNormalSpellingHasTheSameSteps(text: String, normal: String) throws {
    let expression = try PropertyExpression(text)
    #expect(expression.normalized.description == normal)
    #expect(try PropertyExpression(normal) == expression)
    #expect(expression.normalized.properties == expression.properties)
  }

  @Test func aLongExpressionIsRefusedByItsLength() throws {
    let sum = "a" + String(repeating: "+a", count: 499)
    #expect(try PropertyExpression(sum + " ").value(at: [1]).value == 500)
    let error = #expect(throws: AcquisitionError.self) { try PropertyExpression(sum + "+a") }
    #expect(
      error?.description.hasPrefix(
        "The expression 'a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+…' cannot be read: it is longer than 1000 characters."
      ) == true)
  }

  @Test func uncertaintyIsCarriedOverByTheSlopes() throws {
    let expression = try PropertyExpression("a / b")
    let prediction = expression.prediction(from: [
      Prediction(mean: 6, standardDeviation: 0.2), Prediction(mean: 2, standardDeviation: 0.1),
    ])
    // What is nearly straight over the widths.
    #expect(abs(prediction.mean - 3) < 0.01)
    #expect(abs(prediction.standardDeviation - (0.01 + 0.0225).squareRoot()) < 0.002)
  }

  @Test func aPropertyByItselfKeepsItsMixture() throws {
    let mixture = Prediction(mixing: [
      (0.5, Prediction(mean: 1, standardDeviation: 0.1)), (0.5, Prediction(mean: 3, standardDeviation: 0.2)),
    ])
    #expect(try PropertyExpression("a").prediction(from: [mixture]) == mixture)
    let double = try PropertyExpression("2 * a").prediction(from: [mixture])
    #expect(double.components.isEmpty && abs(double.mean - 4) < 1e-12)
    #expect(abs(double.standardDeviation - 2 * mixture.standardDeviation) < 1e-12)
  }

  @Test func aPropertyByItselfIsOne() throws {
    #expect(try PropertyExpression("gap_eV").isProperty)
    #expect(try !PropertyExpression("2 * gap").isProperty)
    #expect(try PropertyExpression("gap / homo + gap").properties == ["gap", "homo"])
  }

  @Test(arguments: ["", "a +", "(a", "a b", "sin(a)", "3..4", "a $ b", "*a", "1e"]) func otherTextsAreRefused(
    text: String
  ) {
    let error = #expect(throws: AcquisitionError.self) { try PropertyExpression(text) }
    #expect(error?.description.contains("cannot be read") == true)
  }
}
