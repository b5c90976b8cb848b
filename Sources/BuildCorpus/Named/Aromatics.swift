/// Benzenoid and other aromatic hydrocarbons and their simple derivatives.
let aromatics = NamedFamily(
  "aromatics",
  """
  c1ccccc1 benzene
  Cc1ccccc1 toluene
  CCc1ccccc1 ethylbenzene
  CC(C)c1ccccc1 cumene
  CC(C)(C)c1ccccc1 tert-butylbenzene
  Cc1ccccc1C o-xylene
  Cc1cccc(C)c1 m-xylene
  Cc1ccc(C)cc1 p-xylene
  Cc1cc(C)cc(C)c1 mesitylene
  Cc1cc(C)c(C)cc1C durene
  CC(C)c1ccc(C)cc1 p-cymene
  C=Cc1ccccc1 styrene
  CC(=C)c1ccccc1 alpha-methylstyrene
  C#Cc1ccccc1 phenylacetylene
  C1Cc2ccccc2C1 indane
  C1=Cc2ccccc2C1 indene
  C1CCc2ccccc2C1 tetralin
  c1ccc2ccccc2c1 naphthalene
  Cc1cccc2ccccc12 1-methylnaphthalene
  Cc1ccc2ccccc2c1 2-methylnaphthalene
  c1ccc(cc1)-c1ccccc1 biphenyl
  c1ccc(cc1)Cc1ccccc1 diphenylmethane
  c1ccc(cc1)CCc1ccccc1 bibenzyl
  c1ccc2c(c1)Cc1ccccc12 fluorene
  C1Cc2cccc3cccc1c23 acenaphthene
  C1=Cc2cccc3cccc1c23 acenaphthylene
  c1ccc2c(c1)ccc1ccccc12 phenanthrene
  c1ccc2cc3ccccc3cc2c1 anthracene
  C1c2ccccc2Cc2ccccc12 9,10-dihydroanthracene
  c1cc2ccc3cccc4ccc(c1)c2c34 pyrene
  c1ccc2c(c1)-c1cccc3cccc2c13 fluoranthene
  c1ccc2c(c1)c1ccccc1c1ccccc21 triphenylene
  c1ccc2c(c1)ccc1c2ccc2ccccc21 chrysene
  c1ccc2cc3c(ccc4ccccc34)cc2c1 benz[a]anthracene
  c1ccc2cc3cc4ccccc4cc3cc2c1 tetracene
  c1cc2cccc3c4cccc5cccc(c(c1)c23)c45 perylene
  c1ccc(cc1)-c1ccc(cc1)-c1ccccc1 p-terphenyl
  c1ccc2cccc-2cc1 azulene
  C(=Cc1ccccc1)c1ccccc1 stilbene
  C(#Cc1ccccc1)c1ccccc1 tolane
  C(C=Cc1ccccc1)=Cc1ccccc1 1,4-diphenylbutadiene
  C=C(c1ccccc1)c1ccccc1 1,1-diphenylethylene
  c1ccc(cc1)C(c1ccccc1)c1ccccc1 triphenylmethane
  Oc1ccccc1 phenol
  Cc1ccccc1O o-cresol
  Cc1cccc(O)c1 m-cresol
  Cc1ccc(O)cc1 p-cresol
  Oc1ccccc1O catechol
  Oc1cccc(O)c1 resorcinol
  Oc1ccc(O)cc1 hydroquinone
  Oc1cccc(O)c1O pyrogallol
  Oc1cc(O)cc(O)c1 phloroglucinol
  COc1ccccc1 anisole
  CCOc1ccccc1 phenetole
  COc1ccccc1OC veratrole
  COc1ccc(OC)cc1 1,4-dimethoxybenzene
  COc1ccc(O)cc1 4-methoxyphenol
  COc1ccccc1O guaiacol
  c1ccc(cc1)Oc1ccccc1 diphenyl ether
  c1ccc(cc1)Sc1ccccc1 diphenyl sulfide
  CSc1ccccc1 thioanisole
  Sc1ccccc1 thiophenol
  CC(C)(C)c1cc(C)cc(C(C)(C)C)c1O butylated hydroxytoluene
  Oc1cccc2ccccc12 1-naphthol
  Oc1ccc2ccccc2c1 2-naphthol
  Oc1ccc(cc1)-c1ccccc1 4-phenylphenol
  Oc1ccc(cc1)-c1ccc(O)cc1 4,4'-biphenol
  Nc1ccccc1 aniline
  CNc1ccccc1 N-methylaniline
  CN(C)c1ccccc1 N,N-dimethylaniline
  CCN(CC)c1ccccc1 N,N-diethylaniline
  Cc1ccccc1N o-toluidine
  Cc1ccc(N)cc1 p-toluidine
  Nc1ccccc1N o-phenylenediamine
  Nc1cccc(N)c1 m-phenylenediamine
  Nc1ccc(N)cc1 p-phenylenediamine
  COc1ccc(N)cc1 p-anisidine
  c1ccc(cc1)Nc1ccccc1 diphenylamine
  c1ccc(cc1)N(c1ccccc1)c1ccccc1 triphenylamine
  Nc1ccc(cc1)-c1ccc(N)cc1 benzidine
  Nc1cccc2ccccc12 1-naphthylamine
  CN(C)c1cccc2c1cccc2N(C)C proton sponge
  NCc1ccccc1 benzylamine
  NCCc1ccccc1 phenethylamine
  NNc1ccccc1 phenylhydrazine
  Clc1ccccc1 chlorobenzene
  Brc1ccccc1 bromobenzene
  Fc1ccccc1 fluorobenzene
  FC(F)(F)c1ccccc1 benzotrifluoride
  Clc1ccccc1Cl 1,2-dichlorobenzene
  Clc1ccc(Cl)cc1 1,4-dichlorobenzene
  Fc1c(F)c(F)c(F)c(F)c1F hexafluorobenzene
  Cc1c(F)c(F)c(F)c(F)c1F pentafluorotoluene
  Clc1cc(Cl)cc(Cl)c1 1,3,5-trichlorobenzene
  ClCc1ccccc1 benzyl chloride
  OCc1ccccc1 benzyl alcohol
  OCCc1ccccc1 2-phenylethanol
  CC(O)c1ccccc1 1-phenylethanol
  OC(c1ccccc1)c1ccccc1 benzhydrol
  O=Cc1ccccc1 benzaldehyde
  COc1ccc(C=O)cc1 p-anisaldehyde
  Cc1ccc(C=O)cc1 p-tolualdehyde
  Oc1ccccc1C=O salicylaldehyde
  CN(C)c1ccc(C=O)cc1 4-dimethylaminobenzaldehyde
  O=Cc1ccc(C=O)cc1 terephthalaldehyde
  CC(=O)c1ccccc1 acetophenone
  CCC(=O)c1ccccc1 propiophenone
  COc1ccc(C(C)=O)cc1 4-methoxyacetophenone
  O=C(c1ccccc1)c1ccccc1 benzophenone
  O=C1c2ccccc2-c2ccccc12 fluorenone
  O=C1CCCc2ccccc12 1-tetralone
  O=C1CCc2ccccc12 1-indanone
  O=C(C(=O)c1ccccc1)c1ccccc1 benzil
  OC(C(=O)c1ccccc1)c1ccccc1 benzoin
  O=C(C=Cc1ccccc1)c1ccccc1 chalcone
  O=C(C=Cc1ccccc1)C=Cc1ccccc1 dibenzylideneacetone
  O=C(O)c1ccccc1 benzoic acid
  COC(=O)c1ccccc1 methyl benzoate
  CCOC(=O)c1ccccc1 ethyl benzoate
  O=C(OCc1ccccc1)c1ccccc1 benzyl benzoate
  NC(=O)c1ccccc1 benzamide
  O=C(Nc1ccccc1)c1ccccc1 benzanilide
  CC(=O)Nc1ccccc1 acetanilide
  N#Cc1ccccc1 benzonitrile
  N#Cc1ccccc1C#N phthalonitrile
  N#Cc1ccc(C#N)cc1 terephthalonitrile
  OC(=O)c1ccccc1C(=O)O phthalic acid
  OC(=O)c1ccc(cc1)C(=O)O terephthalic acid
  COC(=O)c1ccccc1C(=O)OC dimethyl phthalate
  O=C1OC(=O)c2ccccc12 phthalic anhydride
  O=C1NC(=O)c2ccccc12 phthalimide
  OC(=O)c1ccccc1O salicylic acid
  OC(=O)c1ccc(O)cc1 4-hydroxybenzoic acid
  Nc1ccccc1C(=O)O anthranilic acid
  OC(=O)Cc1ccccc1 phenylacetic acid
  OC(=O)C=Cc1ccccc1 cinnamic acid
  O=CC=Cc1ccccc1 cinnamaldehyde
  OCC=Cc1ccccc1 cinnamyl alcohol
  CC(=O)C=Cc1ccccc1 benzalacetone
  [O-][N+](=O)c1ccccc1 nitrobenzene
  Cc1ccc([N+](=O)[O-])cc1 4-nitrotoluene
  Oc1ccc([N+](=O)[O-])cc1 4-nitrophenol
  COc1ccc([N+](=O)[O-])cc1 4-nitroanisole
  Nc1ccc([N+](=O)[O-])cc1 4-nitroaniline
  Clc1ccc([N+](=O)[O-])cc1 1-chloro-4-nitrobenzene
  O=Cc1ccc([N+](=O)[O-])cc1 4-nitrobenzaldehyde
  [O-][N+](=O)c1cccc([N+](=O)[O-])c1 1,3-dinitrobenzene
  [O-][N+](=O)C=Cc1ccccc1 beta-nitrostyrene
  O=Nc1ccccc1 nitrosobenzene
  NS(=O)(=O)c1ccccc1 benzenesulfonamide
  Cc1ccc(cc1)S(N)(=O)=O p-toluenesulfonamide
  Cc1ccc(cc1)S(=O)(=O)O p-toluenesulfonic acid
  CS(=O)(=O)c1ccccc1 methyl phenyl sulfone
  O=S(=O)(c1ccccc1)c1ccccc1 diphenyl sulfone
  CS(=O)c1ccccc1 methyl phenyl sulfoxide
  c1ccc(cc1)P(c1ccccc1)c1ccccc1 triphenylphosphine
  O=P(c1ccccc1)(c1ccccc1)c1ccccc1 triphenylphosphine oxide
  C[Si](C)(C)c1ccccc1 phenyltrimethylsilane
  Oc1ccc(cc1)C(c1ccc(O)cc1)(C)C bisphenol A
  Oc1ccc(Cc2ccc(O)cc2)cc1 bisphenol F
  Oc1ccc(cc1)S(=O)(=O)c1ccc(O)cc1 bisphenol S
  O=C1C=CC=CC=C1 tropone
  OC1=CC=CC=CC1=O tropolone
  """)
