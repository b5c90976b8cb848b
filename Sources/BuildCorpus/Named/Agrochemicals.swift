/// Herbicides, insecticides, fungicides, and plant growth regulators.
let agrochemicals = NamedFamily(
  "agrochemicals",
  """
  OC(=O)COc1ccc(Cl)cc1Cl 2,4-D
  Cc1cc(Cl)ccc1OCC(=O)O MCPA
  COc1c(Cl)ccc(Cl)c1C(=O)O dicamba
  CC(Oc1ccc(Cl)cc1Cl)C(=O)O dichlorprop
  OC(=O)c1c(Cl)c(N)c(Cl)c(Cl)n1 picloram
  CCNc1nc(Cl)nc(NC(C)C)n1 atrazine
  CCNc1nc(Cl)nc(NCC)n1 simazine
  CSc1nc(NC(C)C)nc(NC(C)C)n1 prometryn
  CC(C)(C)c1nnc(SC)n(N)c1=O metribuzin
  CN(C)C(=O)Nc1ccc(Cl)c(Cl)c1 diuron
  CON(C)C(=O)Nc1ccc(Cl)c(Cl)c1 linuron
  CC(C)c1ccc(NC(=O)N(C)C)cc1 isoproturon
  CCC(=O)Nc1ccc(Cl)c(Cl)c1 propanil
  CCOCN(C(=O)CCl)c1c(C)cccc1CC acetochlor
  COCC(C)N(C(=O)CCl)c1c(C)cccc1CC metolachlor
  COCN(C(=O)CCl)c1c(CC)cccc1CC alachlor
  CC(C)N(C(=O)CCl)c1ccccc1 propachlor
  OC(=O)CNCP(=O)(O)O glyphosate
  CCCN(CCC)c1c(cc(cc1[N+](=O)[O-])C(F)(F)F)[N+](=O)[O-] trifluralin
  CCC(CC)Nc1c(cc(C)c(C)c1[N+](=O)[O-])[N+](=O)[O-] pendimethalin
  CC(C)(C)c1cc(cc(c1O)[N+](=O)[O-])[N+](=O)[O-] dinoterb
  CC(C)N1C(=O)c2ccccc2NS1(=O)=O bentazone
  Oc1c(Br)cc(C#N)cc1Br bromoxynil
  N#Cc1c(Cl)cccc1Cl dichlobenil
  CNC(=O)Oc1cccc2ccccc12 carbaryl
  CNC(=O)Oc1cccc2CC(C)(C)Oc12 carbofuran
  CNC(=O)Oc1ccccc1OC(C)C propoxur
  CNC(=O)ON=CC(C)(C)SC aldicarb
  CNC(=O)ON=C(C)SC methomyl
  CN(C)C(=O)Oc1nc(nc(C)c1C)N(C)C pirimicarb
  CCOP(=S)(OCC)Oc1ccc(cc1)[N+](=O)[O-] parathion
  COP(=S)(OC)SCC(=O)NC dimethoate
  CCOC(=O)CC(SP(=S)(OC)OC)C(=O)OCC malathion
  CCOP(=S)(OCC)Oc1cc(C)nc(n1)C(C)C diazinon
  CCOP(=S)(OCC)Oc1nc(Cl)c(Cl)cc1Cl chlorpyrifos
  COP(=O)(OC)OC=C(Cl)Cl dichlorvos
  COP(=O)(OC)C(O)C(Cl)(Cl)Cl trichlorfon
  COP(=O)(NC(C)=O)SC acephate
  ClC(Cl)(Cl)C(c1ccc(Cl)cc1)c1ccc(Cl)cc1 DDT
  ClC1C(Cl)C(Cl)C(Cl)C(Cl)C1Cl lindane
  [O-][N+](=O)N=C1NCCN1Cc1ccc(Cl)nc1 imidacloprid
  CN(Cc1ccc(Cl)nc1)C(C)=NC#N acetamiprid
  N#CN=C1SCCN1Cc1ccc(Cl)nc1 thiacloprid
  CNC(=N[N+](=O)[O-])NCc1cnc(Cl)s1 clothianidin
  CCOC(=O)C1C(C=C(C)C)C1(C)C ethyl chrysanthemate
  CC1=C(CC=C)C(=O)CC1OC(=O)C1C(C=C(C)C)C1(C)C allethrin
  CCN(CC)C(=O)c1cccc(C)c1 DEET
  CCC(C)OC(=O)N1CCCCC1CCO icaridin
  CCCCN(C(C)=O)CCC(=O)OCC ethyl butylacetylaminopropionate
  O=C1C2CC=CCC2C(=O)N1SC(Cl)(Cl)Cl captan
  N#Cc1c(Cl)c(Cl)c(Cl)c(C#N)c1Cl chlorothalonil
  CCCCNC(=O)n1c(NC(=O)OC)nc2ccccc12 benomyl
  COC(=O)Nc1nc2ccccc2[nH]1 carbendazim
  CC(C)(C)C(O)C(Oc1ccc(Cl)cc1)n1cncn1 triadimenol
  CC(C)(C)C(=O)C(Oc1ccc(Cl)cc1)n1cncn1 triadimefon
  CC(C)(C)C(O)(CCc1ccc(Cl)cc1)Cn1cncn1 tebuconazole
  CCCC1COC(Cn2cncn2)(O1)c1ccc(Cl)cc1Cl propiconazole
  COCC(=O)N(C(C)C(=O)OC)c1c(C)cccc1C metalaxyl
  CC1=C(SCCO1)C(=O)Nc1ccccc1 carboxin
  Cc1cc(C)nc(Nc2ccccc2)n1 pyrimethanil
  Cc1nc(Nc2ccccc2)nc(c1)C1CC1 cyprodinil
  O=C(Nc1ccccc1-c1ccc(Cl)cc1)c1cccnc1Cl boscalid
  N#Cc1c[nH]cc1-c1cccc2OC(F)(F)Oc12 fludioxonil
  Clc1ccccc1-c1ccccc1 2-chlorobiphenyl
  Oc1ccccc1-c1ccccc1 2-phenylphenol
  OC(=O)CCCc1c[nH]c2ccccc12 indole-3-butyric acid
  OC(=O)Cc1cccc2ccccc12 1-naphthaleneacetic acid
  C(Nc1ncnc2[nH]cnc12)c1ccccc1 6-benzyladenine
  C(Nc1ncnc2[nH]cnc12)c1ccco1 kinetin
  O=C1C=CC(=O)NN1 maleic hydrazide
  ClC(=C(Cl)C(=O)O)C=O mucochloric acid
  CC(C)OC(=O)Nc1ccccc1 propham
  CC(C)OC(=O)Nc1cccc(Cl)c1 chlorpropham
  CCSC(=O)N(CCC)CCC EPTC
  CN(C)C(=S)SSC(=S)N(C)C thiram
  CCOC1Oc2ccc(OS(C)(=O)=O)cc2C1(C)C ethofumesate
  """)
