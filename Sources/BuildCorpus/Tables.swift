/// Substituents of aromatic rings, from electron donors to acceptors.
let substituents = [
  Group("dimethylamino", "N(C)C"), Group("amino", "N"), Group("methylamino", "NC"), Group("acetamido", "NC(C)=O"),
  Group("hydroxy", "O"), Group("methoxy", "OC"), Group("ethoxy", "OCC"), Group("methylthio", "SC"),
  Group("methyl", "C"),
  Group("ethyl", "CC"), Group("isopropyl", "C(C)C"), Group("tert-butyl", "C(C)(C)C"), Group("vinyl", "C=C"),
  Group("ethynyl", "C#C"), Group("cyclopropyl", "C1CC1"), Group("phenyl", "c1ccccc1"), Group("fluoro", "F"),
  Group("chloro", "Cl"), Group("bromo", "Br"), Group("trifluoromethyl", "C(F)(F)F"), Group("hydroxymethyl", "CO"),
  Group("methoxycarbonyl", "C(=O)OC"), Group("carboxy", "C(=O)O"), Group("carbamoyl", "C(N)=O"),
  Group("acetyl", "C(C)=O"), Group("formyl", "C=O"), Group("cyano", "C#N"), Group("methylsulfonyl", "S(C)(=O)=O"),
  Group("sulfamoyl", "S(N)(=O)=O"), Group("nitro", "[N+](=O)[O-]"), Group("morpholino", "N1CCOCC1"),
  Group("aminomethyl", "CN"), Group("cyanomethyl", "CC#N"),
]

/// Ring systems with one named position.
let rings = [
  Template("2-({1})pyridine", "c1({1})ccccn1"), Template("3-({1})pyridine", "c1({1})cccnc1"),
  Template("4-({1})pyridine", "c1({1})ccncc1"), Template("5-({1})pyrimidine", "c1({1})cncnc1"),
  Template("2-({1})pyrazine", "c1({1})cnccn1"), Template("2-({1})thiophene", "c1({1})cccs1"),
  Template("3-({1})thiophene", "c1({1})ccsc1"), Template("2-({1})furan", "c1({1})ccco1"),
  Template("4-({1})-1-methylpyrazole", "c1({1})cnn(C)c1"), Template("2-({1})thiazole", "c1({1})nccs1"),
  Template("2-({1})-1-methylpyrrole", "c1({1})cccn1C"), Template("1-({1})naphthalene", "c1({1})cccc2ccccc12"),
  Template("2-({1})naphthalene", "c1({1})ccc2ccccc2c1"), Template("3-({1})quinoline", "c1({1})cnc2ccccc2c1"),
  Template("6-({1})quinoline", "c1({1})ccc2ncccc2c1"), Template("5-({1})indole", "c1({1})ccc2[nH]ccc2c1"),
  Template("3-({1})indole", "c1({1})c[nH]c2ccccc12"), Template("2-({1})benzofuran", "c1({1})cc2ccccc2o1"),
  Template("2-({1})benzothiophene", "c1({1})cc2ccccc2s1"), Template("2-({1})benzimidazole", "c1({1})nc2ccccc2[nH]1"),
  Template("2-({1})benzothiazole", "c1({1})nc2ccccc2s1"), Template("7-({1})coumarin", "c1({1})ccc2ccc(=O)oc2c1"),
  Template("5-({1})-1,3-benzodioxole", "c1({1})ccc2OCOc2c1"), Template("2-({1})fluorene", "c1({1})ccc2c(c1)Cc1ccccc12"),
]

/// Saturated and partly saturated rings with one named position, at carbon or nitrogen.
let saturatedRings = [
  Template("({1})cyclopentane", "C1({1})CCCC1"), Template("({1})cyclohexane", "C1({1})CCCCC1"),
  Template("1-({1})piperidine", "N1({1})CCCCC1"), Template("4-({1})morpholine", "N1({1})CCOCC1"),
  Template("1-({1})pyrrolidine", "N1({1})CCCC1"), Template("1-({1})-4-methylpiperazine", "N1({1})CCN(C)CC1"),
  Template("4-({1})tetrahydropyran", "C1({1})CCOCC1"), Template("1-({1})cyclohexene", "C1({1})=CCCCC1"),
]

/// Substituents of saturated rings, also on nitrogen.
let acylAndAlkylGroups = [
  Group("ethyl", "CC"), Group("isopropyl", "C(C)C"), Group("acetyl", "C(C)=O"), Group("benzoyl", "C(=O)c1ccccc1"),
  Group("benzyl", "Cc1ccccc1"), Group("phenyl", "c1ccccc1"), Group("4-fluorophenyl", "c1ccc(F)cc1"),
  Group("4-methoxybenzoyl", "C(=O)c1ccc(OC)cc1"), Group("methylsulfonyl", "S(C)(=O)=O"),
  Group("methoxycarbonyl", "C(=O)OC"), Group("carbamoyl", "C(N)=O"), Group("pyridin-2-yl", "c1ccccn1"),
  Group("2-hydroxyethyl", "CCO"), Group("cyanomethyl", "CC#N"), Group("furan-2-carbonyl", "C(=O)c1ccco1"),
  Group("2-phenylethyl", "CCc1ccccc1"), Group("4-chlorobenzyl", "Cc1ccc(Cl)cc1"),
  Group("phenylcarbamoyl", "C(=O)Nc1ccccc1"),
]

/// Aryl groups.
let aryls = [
  Group("phenyl", "c1ccccc1"), Group("4-methoxyphenyl", "c1ccc(OC)cc1"), Group("4-chlorophenyl", "c1ccc(Cl)cc1"),
  Group("4-fluorophenyl", "c1ccc(F)cc1"), Group("p-tolyl", "c1ccc(C)cc1"), Group("2-hydroxyphenyl", "c1ccccc1O"),
  Group("4-cyanophenyl", "c1ccc(C#N)cc1"), Group("3-(trifluoromethyl)phenyl", "c1cccc(C(F)(F)F)c1"),
  Group("pyridin-2-yl", "c1ccccn1"), Group("pyridin-3-yl", "c1cccnc1"), Group("pyridin-4-yl", "c1ccncc1"),
  Group("thiophen-2-yl", "c1cccs1"), Group("furan-2-yl", "c1ccco1"), Group("naphthalen-1-yl", "c1cccc2ccccc12"),
  Group("1-methylimidazol-2-yl", "c1nccn1C"), Group("thiazol-2-yl", "c1nccs1"),
]

/// Groups that join two aryl groups.
let linkers = [
  Template("({1})({2})methane", "C({1}){2}"), Template("1-({1})-2-({2})ethane", "C({1})C{2}"),
  Template("({1}) ({2}) ether", "O({1}){2}"), Template("({1}) ({2}) sulfide", "S({1}){2}"),
  Template("({1}) ({2}) sulfone", "S(=O)(=O)({1}){2}"), Template("({1})({2})amine", "N({1}){2}"),
  Template("({1}) ({2}) ketone", "C(=O)({1}){2}"), Template("({1})({2})methanol", "C(O)({1}){2}"),
  Template("N-({2}) ({1})carboxamide", "C(=O)({1})N{2}"), Template("({2}) ({1})carboxylate", "C(=O)({1})O{2}"),
  Template("N-({2}) ({1})sulfonamide", "S(=O)(=O)({1})N{2}"),
  Template("N-[({2})methyl] ({1})carboxamide", "C(=O)({1})NC{2}"),
  Template("1-({1})-2-({2})ethyne", "C({1})#C{2}"), Template("(E)-1-({1})-2-({2})ethene", "C(/{1})=C\\{2}"),
  Template("N-({2}) ({1})methanimine", "C({1})=N{2}"), Template("1-({1})-3-({2})urea", "N({1})C(=O)N{2}"),
]

/// Ends of alkyl chains.
let chainEnds = [
  Group("alcohol", "O"), Group("amine", "N"), Group("thiol", "S"), Group("nitrile", "C#N"),
  Group("carboxylic acid", "C(=O)O"),
  Group("carboxamide", "C(N)=O"), Group("methyl ester", "C(=O)OC"), Group("acetate", "OC(C)=O"),
  Group("methyl ketone", "C(C)=O"),
  Group("carbaldehyde", "C=O"), Group("fluoride", "F"), Group("chloride", "Cl"), Group("methyl ether", "OC"),
  Group("dimethylamine", "N(C)C"), Group("terminal alkene", "C=C"), Group("terminal alkyne", "C#C"),
  Group("benzene", "c1ccccc1"),
  Group("phenyl ether", "Oc1ccccc1"), Group("imidazole", "n1ccnc1"), Group("N-methylamide", "C(=O)NC"),
]

/// Electron-rich groups of push–pull chromophores.
let donors = [
  Group("4-(dimethylamino)phenyl", "c1ccc(N(C)C)cc1"), Group("4-aminophenyl", "c1ccc(N)cc1"),
  Group("4-methoxyphenyl", "c1ccc(OC)cc1"), Group("4-morpholinophenyl", "c1ccc(N2CCOCC2)cc1"),
  Group("5-(dimethylamino)thiophen-2-yl", "c1ccc(N(C)C)s1"), Group("1-methylindol-3-yl", "c1cn(C)c2ccccc12"),
  Group("1-methylpyrrol-2-yl", "c1cccn1C"),
]

/// Electron-poor groups of push–pull chromophores.
let acceptors = [
  Group("4-nitrophenyl", "c1ccc([N+](=O)[O-])cc1"), Group("2,4-dinitrophenyl", "c1ccc([N+](=O)[O-])cc1[N+](=O)[O-]"),
  Group("4-cyanophenyl", "c1ccc(C#N)cc1"), Group("5-nitrothiophen-2-yl", "c1ccc([N+](=O)[O-])s1"),
  Group("5-nitrofuran-2-yl", "c1ccc([N+](=O)[O-])o1"), Group("4-formylphenyl", "c1ccc(C=O)cc1"),
  Group("5-nitropyridin-2-yl", "c1ccc([N+](=O)[O-])cn1"), Group("4-(2,2-dicyanovinyl)phenyl", "c1ccc(C=C(C#N)C#N)cc1"),
]

/// Bridges that conjugate a donor with an acceptor.
let bridges = [
  Template("(E)-1-({1})-2-({2})ethene", "C(/{1})=C\\{2}"), Template("(E)-({1})({2})diazene", "N(/{1})=N\\{2}"),
  Template("(E)-N-({1})-1-({2})methanimine", "N(/{1})=C\\{2}"), Template("1-({1})-2-({2})ethyne", "C({1})#C{2}"),
]

/// Quinones and other acceptors with one position for a donor.
let quinoids = [
  Template("2-({1})-1,4-benzoquinone", "C1({1})=CC(=O)C=CC1=O"),
  Template("2-({1})-1,4-naphthoquinone", "C1({1})=CC(=O)c2ccccc2C1=O"),
  Template("1-({1})anthraquinone", "c1({1})cccc2C(=O)c3ccccc3C(=O)c12"),
  Template("4-({1})-1,2-naphthoquinone", "C1({1})=CC(=O)C(=O)c2ccccc12"),
  Template("[({1})methylidene]malononitrile", "C({1})=C(C#N)C#N"),
  Template("2-[({1})methylidene]indane-1,3-dione", "C({1})=C1C(=O)c2ccccc2C1=O"),
]
