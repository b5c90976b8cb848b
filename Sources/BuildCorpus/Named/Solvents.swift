/// Solvents, reagents and simple bulk chemicals.
let solvents = NamedFamily(
  "solvents",
  """
  CO methanol
  CCO ethanol
  CCCO propan-1-ol
  CC(C)O propan-2-ol
  CCCCO butan-1-ol
  CCC(C)O butan-2-ol
  CC(C)CO isobutanol
  CC(C)(C)O tert-butanol
  CCCCCO pentan-1-ol
  CC(C)CCO isoamyl alcohol
  CCCCCCO hexan-1-ol
  CCCCC(CC)CO 2-ethylhexan-1-ol
  CCCCCCCCO octan-1-ol
  OCCO ethylene glycol
  CC(O)CO propylene glycol
  OCCCO propane-1,3-diol
  OCCCCO butane-1,4-diol
  OCC(O)CO glycerol
  OCCOCCO diethylene glycol
  COCCO 2-methoxyethanol
  CCOCCO 2-ethoxyethanol
  CCCCOCCO 2-butoxyethanol
  COCCOC 1,2-dimethoxyethane
  COCCOCCOC diglyme
  CCOCC diethyl ether
  CC(C)OC(C)C diisopropyl ether
  COC(C)(C)C methyl tert-butyl ether
  CCCCOCCCC dibutyl ether
  COC1CCCC1 cyclopentyl methyl ether
  C1CCOC1 tetrahydrofuran
  CC1CCCO1 2-methyltetrahydrofuran
  C1CCOCC1 tetrahydropyran
  C1COCCO1 1,4-dioxane
  C1COCO1 1,3-dioxolane
  CC(C)=O acetone
  CCC(C)=O butan-2-one
  CC(=O)CC(C)C 4-methylpentan-2-one
  CCC(=O)CC pentan-3-one
  O=C1CCCC1 cyclopentanone
  O=C1CCCCC1 cyclohexanone
  CC(=O)CC(C)=O acetylacetone
  CC(=O)CC(C)(C)O diacetone alcohol
  CC(C)=CC(C)=O mesityl oxide
  CC1=CC(=O)CC(C)(C)C1 isophorone
  COC(C)=O methyl acetate
  CCOC(C)=O ethyl acetate
  CC(C)OC(C)=O isopropyl acetate
  CCCCOC(C)=O butyl acetate
  CC(C)CCOC(C)=O isoamyl acetate
  COC=O methyl formate
  CCOC=O ethyl formate
  COC(=O)OC dimethyl carbonate
  CCOC(=O)OCC diethyl carbonate
  O=C1OCCO1 ethylene carbonate
  CC1COC(=O)O1 propylene carbonate
  O=C1CCCO1 gamma-butyrolactone
  CC1CCC(=O)O1 gamma-valerolactone
  O=C1CCCCCO1 epsilon-caprolactone
  CCOC(=O)CC(C)=O ethyl acetoacetate
  CCOC(=O)CC(=O)OCC diethyl malonate
  CCOC(=O)C(C)O ethyl lactate
  CC#N acetonitrile
  CCC#N propionitrile
  CCCC#N butyronitrile
  N#CCC#N malononitrile
  N#CCCCCC#N adiponitrile
  CN(C)C=O N,N-dimethylformamide
  CC(=O)N(C)C N,N-dimethylacetamide
  CN1CCCC1=O N-methylpyrrolidone
  CNC=O N-methylformamide
  NC=O formamide
  CC(N)=O acetamide
  CN(C)C(=O)N(C)C tetramethylurea
  CN1CCN(C)C1=O 1,3-dimethylimidazolidin-2-one
  CN1CCCN(C)C1=O DMPU
  CS(C)=O dimethyl sulfoxide
  O=S1(=O)CCCC1 sulfolane
  CSC dimethyl sulfide
  C1CCSC1 tetrahydrothiophene
  C[N+](=O)[O-] nitromethane
  CC[N+](=O)[O-] nitroethane
  ClCCl dichloromethane
  ClC(Cl)Cl chloroform
  ClC(Cl)(Cl)Cl carbon tetrachloride
  ClCCCl 1,2-dichloroethane
  CC(Cl)(Cl)Cl 1,1,1-trichloroethane
  ClC=C(Cl)Cl trichloroethylene
  ClC(Cl)=C(Cl)Cl tetrachloroethylene
  CCCCCl 1-chlorobutane
  OCC(F)(F)F 2,2,2-trifluoroethanol
  OC(C(F)(F)F)C(F)(F)F hexafluoroisopropanol
  CCCCC pentane
  CCCCCC hexane
  CCCCCCC heptane
  CCCCCCCC octane
  CC(C)CC(C)(C)C isooctane
  C1CCCC1 cyclopentane
  C1CCCCC1 cyclohexane
  CC1CCCCC1 methylcyclohexane
  C1CCC2CCCCC2C1 decalin
  CC(=O)O acetic acid
  CCC(=O)O propionic acid
  CCCC(=O)O butyric acid
  OC=O formic acid
  OC(=O)C(F)(F)F trifluoroacetic acid
  CC(=O)OC(C)=O acetic anhydride
  CCN(CC)CC triethylamine
  CC(C)N(CC)C(C)C N,N-diisopropylethylamine
  CCNCC diethylamine
  CCCCN butylamine
  NCCN ethylenediamine
  NCCO ethanolamine
  OCCNCCO diethanolamine
  OCCN(CCO)CCO triethanolamine
  CN(C)CCN(C)C tetramethylethylenediamine
  C1CCNCC1 piperidine
  C1CCNC1 pyrrolidine
  C1COCCN1 morpholine
  CN1CCOCC1 N-methylmorpholine
  C1CNCCN1 piperazine
  C1CN2CCN1CC2 DABCO
  C1CC2CCN1CC2 quinuclidine
  C1CCC2=NCCCN2CC1 DBU
  C1CC2=NCCCN2C1 DBN
  CC1(C)CCCC(C)(C)N1 2,2,6,6-tetramethylpiperidine
  CN(C)C(=N)N(C)C tetramethylguanidine
  NC(N)=O urea
  NC(N)=S thiourea
  O=C=Nc1ccccc1 phenyl isocyanate
  C1CCC(CC1)N=C=NC1CCCCC1 dicyclohexylcarbodiimide
  C1OCOCO1 1,3,5-trioxane
  O=CC=O glyoxal
  CC=O acetaldehyde
  CCC=O propionaldehyde
  CCCC=O butyraldehyde
  O=CCCCC=O glutaraldehyde
  C=O formaldehyde
  BrCC=C allyl bromide
  ClCC1CO1 epichlorohydrin
  C1CO1 oxirane
  CC1CO1 propylene oxide
  C[Si](C)(C)C tetramethylsilane
  C[Si](C)(C)O[Si](C)(C)C hexamethyldisiloxane
  C[Si](C)(C)C#C ethynyltrimethylsilane
  C[Si](C)(C)N[Si](C)(C)C hexamethyldisilazane
  COP(=O)(OC)OC trimethyl phosphate
  CCOP(=O)(OCC)OCC triethyl phosphate
  CN(C)P(=O)(N(C)C)N(C)C hexamethylphosphoramide
  CCOP(OCC)OCC triethyl phosphite
  C#C acetylene
  C=C ethylene
  CC=C propene
  C=CC=C buta-1,3-diene
  CC(=C)C=C isoprene
  C1=CCC=C1 cyclopentadiene
  C1=CCCCC1 cyclohexene
  C1=CC2CC1C=C2 norbornadiene
  C1C2CC3CC1CC(C2)C3 adamantane
  C1CC2CCC1C2 norbornane
  C1CC1 cyclopropane
  C1CCC1 cyclobutane
  C1CCCCCC1 cycloheptane
  C1CCCCCCC1 cyclooctane
  """)
