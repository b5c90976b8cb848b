/// Amino acids, nucleobases, vitamins, sugars, metabolites, and small lipids.
let biomolecules = NamedFamily(
  "biomolecules",
  """
  NCC(=O)O glycine
  N[C@@H](C)C(=O)O L-alanine
  N[C@@H](C(C)C)C(=O)O L-valine
  N[C@@H](CC(C)C)C(=O)O L-leucine
  N[C@@H]([C@@H](C)CC)C(=O)O L-isoleucine
  N[C@@H](CO)C(=O)O L-serine
  N[C@@H]([C@H](O)C)C(=O)O L-threonine
  N[C@@H](CS)C(=O)O L-cysteine
  N[C@@H](CCSC)C(=O)O L-methionine
  N[C@@H](CC(=O)O)C(=O)O L-aspartic acid
  N[C@@H](CC(N)=O)C(=O)O L-asparagine
  N[C@@H](CCC(=O)O)C(=O)O L-glutamic acid
  N[C@@H](CCC(N)=O)C(=O)O L-glutamine
  N[C@@H](CCCCN)C(=O)O L-lysine
  N[C@@H](CCCNC(N)=N)C(=O)O L-arginine
  N[C@@H](Cc1cnc[nH]1)C(=O)O L-histidine
  N[C@@H](Cc1ccccc1)C(=O)O L-phenylalanine
  N[C@@H](Cc1ccc(O)cc1)C(=O)O L-tyrosine
  N[C@@H](Cc1c[nH]c2ccccc12)C(=O)O L-tryptophan
  O=C(O)[C@@H]1CCCN1 L-proline
  N[C@@H](Cc1ccc(O)c(O)c1)C(=O)O levodopa
  NCCC(=O)O beta-alanine
  NCCCC(=O)O gamma-aminobutyric acid
  NCCS(=O)(=O)O taurine
  CN(CC(=O)O)C(N)=N creatine
  CN1CC(=O)N=C1N creatinine
  N[C@@H](CCCN)C(=O)O L-ornithine
  N[C@@H](CCCNC(N)=O)C(=O)O L-citrulline
  CC(=O)N[C@@H](CS)C(=O)O N-acetylcysteine
  NCC(=O)NCC(=O)O glycylglycine
  COC(=O)[C@H](Cc1ccccc1)NC(=O)[C@@H](N)CC(=O)O aspartame
  O=C1CNC(=O)CN1 glycine anhydride
  Nc1ncnc2[nH]cnc12 adenine
  Nc1nc2[nH]cnc2c(=O)[nH]1 guanine
  Nc1cc[nH]c(=O)n1 cytosine
  Cc1c[nH]c(=O)[nH]c1=O thymine
  O=c1cc[nH]c(=O)[nH]1 uracil
  O=c1[nH]cnc2[nH]cnc12 hypoxanthine
  O=c1[nH]c(=O)c2[nH]cnc2[nH]1 xanthine
  O=c1[nH]c(=O)c2[nH]c(=O)[nH]c2[nH]1 uric acid
  O=c1[nH]cc(F)c(=O)[nH]1 5-fluorouracil
  Nc1ncnc2c1ncn2C1OC(CO)C(O)C1O adenosine
  Nc1ccn(C2OC(CO)C(O)C2O)c(=O)n1 cytidine
  O=c1ccn(C2OC(CO)C(O)C2O)c(=O)[nH]1 uridine
  Cc1cn(C2CC(O)C(CO)O2)c(=O)[nH]c1=O thymidine
  OCC1OC(O)C(O)C(O)C1O glucose
  OCC1OC(O)(CO)C(O)C1O fructose
  OC1COC(O)C(O)C1O xylose
  CC1OC(O)C(O)C(O)C1O fucose
  OCC(O)C(O)CO erythritol
  OCC(O)C(O)C(O)CO xylitol
  OCC(O)C(O)C(O)C(O)CO sorbitol
  OC1C(O)C(O)C(O)C(O)C1O inositol
  COC1OC(CO)C(O)C(O)C1O methyl glucoside
  OCC1OC=CC(O)C1O glucal
  O=CC(O)CO glyceraldehyde
  OCC(=O)CO dihydroxyacetone
  OCC(O)C1OC(=O)C(O)=C1O ascorbic acid
  OC(=O)CC(O)(CC(=O)O)C(=O)O citric acid
  CC(O)C(=O)O lactic acid
  CC(=O)C(=O)O pyruvic acid
  OC(=O)CCC(=O)O succinic acid
  OC(=O)C=CC(=O)O fumaric acid
  OC(=O)CC(O)C(=O)O malic acid
  OC(=O)C(O)C(O)C(=O)O tartaric acid
  OC(=O)C(=O)O oxalic acid
  OC(=O)CC(=O)O malonic acid
  OC(=O)CCCCC(=O)O adipic acid
  OC(=O)CCCC(=O)O glutaric acid
  OC(=O)CCC(=O)C(=O)O 2-oxoglutaric acid
  OC(=O)CC(=C)C(=O)O itaconic acid
  OC(=O)C=C(CC(=O)O)C(=O)O aconitic acid
  OC1CC(=CC(O)C1O)C(=O)O shikimic acid
  OC1CC(O)(CC(O)C1O)C(=O)O quinic acid
  OC(=O)CCS 3-mercaptopropionic acid
  CCCCCCCC(=O)O octanoic acid
  CCCCCCCCCCCC(=O)O lauric acid
  CCCCCCCCCCCCCCCC(=O)O palmitic acid
  CCCCCCCCC=CCCCCCCCC(=O)O oleic acid
  CCCCCC=CCC=CCCCCCCCC(=O)O linoleic acid
  CCC=CCC=CCC=CCCCCCCCC(=O)O linolenic acid
  OC(=O)CCCCC1CCSS1 lipoic acid
  OC(=O)CCCCC1SCC2NC(=O)NC12 biotin
  OC(=O)c1cccnc1 nicotinic acid
  NC(=O)c1cccnc1 nicotinamide
  Cc1ncc(CO)c(CO)c1O pyridoxine
  Cc1ncc(CO)c(C=O)c1O pyridoxal
  Cc1ncc(CO)c(CN)c1O pyridoxamine
  CC(C)(CO)C(O)C(=O)NCCC(=O)O pantothenic acid
  CC1=CC(=O)c2ccccc2C1=O menadione
  Cc1cc2nc3c(=O)[nH]c(=O)nc-3n(C)c2cc1C lumiflavin
  Cc1cc2nc3c(nc2cc1C)[nH]c(=O)[nH]c3=O lumichrome
  Nc1nc2ncc(CO)nc2c(=O)[nH]1 6-hydroxymethylpterin
  Cc1c(C)c2OC(C)(C)CCc2c(C)c1O 2,2,5,7,8-pentamethyl-6-chromanol
  Cc1c(C)c2OC(C)(CCc2c(C)c1O)C(=O)O Trolox
  COC1=C(OC)C(=O)C(C)=CC1=O coenzyme Q0
  Nc1ccc(cc1)C(=O)O 4-aminobenzoic acid
  NC(=O)NC1NC(=O)NC1=O allantoin
  CSCC(O)=O methylthioacetic acid
  OC(=O)c1cc(=O)[nH]c(=O)[nH]1 orotic acid
  OC(=O)c1cc(O)c2ccccc2n1 kynurenic acid
  NC(CC(=O)c1ccccc1N)C(=O)O kynurenine
  OC(=O)c1cccnc1C(=O)O quinolinic acid
  OC(=O)Cc1ccc(O)cc1 4-hydroxyphenylacetic acid
  OC(=O)C(=O)Cc1ccccc1 phenylpyruvic acid
  OC(C(=O)O)c1ccccc1 mandelic acid
  O=C(O)CNC(=O)c1ccccc1 hippuric acid
  """)
