/// Monomers, cross-linkers, plasticisers, and photoinitiators.
let monomers = NamedFamily(
  "monomers",
  """
  C=CC(=O)O acrylic acid
  CC(=C)C(=O)O methacrylic acid
  COC(=O)C=C methyl acrylate
  COC(=O)C(C)=C methyl methacrylate
  CCOC(=O)C=C ethyl acrylate
  CCCCOC(=O)C=C butyl acrylate
  CCCCC(CC)COC(=O)C=C 2-ethylhexyl acrylate
  OCCOC(=O)C=C 2-hydroxyethyl acrylate
  OCCOC(=O)C(C)=C 2-hydroxyethyl methacrylate
  CC(=C)C(=O)OCC1CO1 glycidyl methacrylate
  CC(=C)C(=O)OCCOC(=O)C(C)=C ethylene glycol dimethacrylate
  CN(C)CCOC(=O)C(C)=C 2-dimethylaminoethyl methacrylate
  NC(=O)C=C acrylamide
  CC(C)NC(=O)C=C N-isopropylacrylamide
  CN(C)C(=O)C=C N,N-dimethylacrylamide
  C=CC(=O)NCNC(=O)C=C N,N'-methylenebisacrylamide
  C=CC#N acrylonitrile
  CC(=C)C#N methacrylonitrile
  C=CC=O acrolein
  CC(=C)C=O methacrolein
  C=CC(C)=O methyl vinyl ketone
  C=CCl vinyl chloride
  C=C(Cl)Cl vinylidene chloride
  C=C(F)F vinylidene fluoride
  FC(F)=C(F)F tetrafluoroethylene
  CC(=O)OC=C vinyl acetate
  C=COCC ethyl vinyl ether
  C=COCCCC butyl vinyl ether
  C=CN1CCCC1=O N-vinylpyrrolidone
  C=Cn1c2ccccc2c2ccccc12 N-vinylcarbazole
  C=Cn1ccnc1 1-vinylimidazole
  C=Cc1ccccn1 2-vinylpyridine
  C=Cc1ccncc1 4-vinylpyridine
  C=Cc1ccc(C)cc1 4-methylstyrene
  C=Cc1ccc(Cl)cc1 4-chlorostyrene
  C=Cc1ccc(OC)cc1 4-methoxystyrene
  C=Cc1ccc(C=C)cc1 1,4-divinylbenzene
  C=Cc1c(F)c(F)c(F)c(F)c1F pentafluorostyrene
  C=CC(=C)Cl chloroprene
  C=C(C)C(=C)C 2,3-dimethylbutadiene
  C=CCOC(=O)CCC allyl butyrate
  C=CCO allyl alcohol
  C=CCN allylamine
  C=CCOCC1CO1 allyl glycidyl ether
  C1OC1COc1ccccc1 phenyl glycidyl ether
  C1CC2OC2CC1 cyclohexene oxide
  c1ccc(cc1)C1CO1 styrene oxide
  NCCCCCCN hexamethylenediamine
  O=C=NCCCCCCN=C=O hexamethylene diisocyanate
  Cc1ccc(cc1N=C=O)N=C=O toluene-2,4-diisocyanate
  O=C=Nc1ccc(Cc2ccc(cc2)N=C=O)cc1 4,4'-methylenediphenyl diisocyanate
  CC1(C)CC(CC(C)(CN=C=O)C1)N=C=O isophorone diisocyanate
  CC1OC(=O)C(C)OC1=O lactide
  O=C1COC(=O)CO1 glycolide
  O=C1CCO1 beta-propiolactone
  O=C1CCCCO1 delta-valerolactone
  O=C1CCCCCCCCCCCN1 laurolactam
  C1CC=CCCC=C1 cycloocta-1,5-diene
  C1=CCCCCCC1 cyclooctene
  C1C2C=CC1CC2 norbornene
  CC=C1CC2CC1C=C2 5-ethylidene-2-norbornene
  C1=CC2C3CC(C=C3)C2C1 dicyclopentadiene
  O=C1OC(=O)c2cc3C(=O)OC(=O)c3cc12 pyromellitic dianhydride
  OC(=O)c1ccc(cc1)C(=O)OC monomethyl terephthalate
  COC(=O)c1ccc(cc1)C(=O)OC dimethyl terephthalate
  OCc1ccc(CO)cc1 1,4-benzenedimethanol
  OCC1CCC(CO)CC1 1,4-cyclohexanedimethanol
  OCC(C)(C)CO neopentyl glycol
  OCC(CO)(CO)CO pentaerythritol
  CCC(CO)(CO)CO trimethylolpropane
  Nc1ccc(Oc2ccc(N)cc2)cc1 4,4'-oxydianiline
  Nc1ccc(Cc2ccc(N)cc2)cc1 4,4'-methylenedianiline
  C[Si](C)(C=C)O[Si](C)(C)C=C divinyltetramethyldisiloxane
  C=C[Si](OC)(OC)OC vinyltrimethoxysilane
  CCO[Si](CCCN)(OCC)OCC 3-aminopropyltriethoxysilane
  C[Si]1(C)O[Si](C)(C)O[Si](C)(C)O1 hexamethylcyclotrisiloxane
  CCO[Si](OCC)(OCC)OCC tetraethoxysilane
  COC(OC)(C(=O)c1ccccc1)c1ccccc1 2,2-dimethoxy-2-phenylacetophenone
  CC(C)(O)C(=O)c1ccccc1 2-hydroxy-2-methylpropiophenone
  OC1(CCCCC1)C(=O)c1ccccc1 1-hydroxycyclohexyl phenyl ketone
  Cc1cc(C)c(c(C)c1)C(=O)P(=O)(c1ccccc1)c1ccccc1 TPO photoinitiator
  CC(C)(C#N)N=NC(C)(C)C#N azobisisobutyronitrile
  O=C(OOC(=O)c1ccccc1)c1ccccc1 benzoyl peroxide
  CC(C)(C)OO tert-butyl hydroperoxide
  CC(C)(OO)c1ccccc1 cumene hydroperoxide
  CCCCOC(=O)c1ccccc1C(=O)OCCCC dibutyl phthalate
  CCOC(=O)c1ccccc1C(=O)OCC diethyl phthalate
  CCOC(=O)CCCCC(=O)OCC diethyl adipate
  CC(=O)OCC(OC(C)=O)COC(C)=O triacetin
  CCOC(=O)C(=C)C#N ethyl cyanoacrylate
  C=C(C#N)C#N vinylidene cyanide
  COC(=O)C=CC(=O)OC dimethyl fumarate
  CCOC(=O)C=CC(=O)OCC diethyl maleate
  COC(=O)C#CC(=O)OC dimethyl acetylenedicarboxylate
  C#CCO propargyl alcohol
  C#CCOCC#C dipropargyl ether
  C#Cc1ccc(C#C)cc1 1,4-diethynylbenzene
  O=c1n(CC=C)c(=O)n(CC=C)c(=O)n1CC=C triallyl isocyanurate
  O=c1[nH]c(=O)[nH]c(=O)[nH]1 cyanuric acid
  Cc1ccc(cc1)S(=O)(=O)C=C p-tolyl vinyl sulfone
  C=CS(=O)(=O)C=C divinyl sulfone
  """)
