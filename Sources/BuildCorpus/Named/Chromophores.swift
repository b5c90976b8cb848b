/// Dyes, quinones, polyenes, azo and push–pull compounds, and other molecules with low-lying excited states.
let chromophores = NamedFamily(
  "chromophores",
  """
  O=C1C=CC(=O)C=C1 1,4-benzoquinone
  CC1=CC(=O)C=CC1=O methyl-1,4-benzoquinone
  O=C1C=CC=CC1=O 1,2-benzoquinone
  O=C1C(Cl)=C(Cl)C(=O)C(Cl)=C1Cl chloranil
  FC1=C(F)C(=O)C(F)=C(F)C1=O fluoranil
  O=C1C(Cl)=C(Cl)C(=O)C(C#N)=C1C#N DDQ
  O=C1C=CC(=O)c2ccccc12 1,4-naphthoquinone
  O=C1C=Cc2ccccc2C1=O 1,2-naphthoquinone
  ClC1=C(Cl)C(=O)c2ccccc2C1=O 2,3-dichloro-1,4-naphthoquinone
  NC1=CC(=O)c2ccccc2C1=O 2-amino-1,4-naphthoquinone
  O=C1c2ccccc2C(=O)c2ccccc12 anthraquinone
  Nc1cccc2C(=O)c3ccccc3C(=O)c12 1-aminoanthraquinone
  Nc1ccc2C(=O)c3ccccc3C(=O)c2c1 2-aminoanthraquinone
  Nc1ccc(N)c2C(=O)c3ccccc3C(=O)c12 1,4-diaminoanthraquinone
  CNc1ccc(NC)c2C(=O)c3ccccc3C(=O)c12 1,4-bis(methylamino)anthraquinone
  Oc1ccc(O)c2C(=O)c3ccccc3C(=O)c12 quinizarin
  Nc1ccc(O)c2C(=O)c3ccccc3C(=O)c12 disperse red 15
  O=C1C(=O)c2cccc3cccc1c23 acenaphthenequinone
  O=C1C(=O)c2ccccc2-c2ccccc12 9,10-phenanthrenequinone
  Oc1cccc2C(=O)C=C(O)C(=O)c12 2-hydroxyjuglone
  OC1=C(O)C(=O)C(O)=C(O)C1=O tetrahydroxybenzoquinone
  COC1=C(OC)C(=O)C=CC1=O 2,3-dimethoxybenzoquinone
  CC(C)(C)C1=CC(=O)C=C(C1=O)C(C)(C)C 2,6-di-tert-butylbenzoquinone
  O=C1C=CC(=NCl)C=C1 quinone chlorimide
  O=C1C=CC(C=C1)=Nc1ccc(O)cc1 indophenol
  CN(C)c1ccc(cc1)N=C1C=CC(=O)C=C1 phenol blue
  O=C1C=CC(C=C1)=C(c1ccccc1)c1ccccc1 fuchsone
  O=C1C(=C2Nc3ccccc3C2=O)Nc2ccccc12 indigo
  O=C1C(=C2Sc3ccccc3C2=O)Sc2ccccc12 thioindigo
  O=C1Nc2ccccc2C1=C1Nc2ccccc2C1=O isoindigo
  O=C1C(Nc2ccccc12)=C1C(=O)Nc2ccccc12 indirubin
  N#CC(C#N)=C1C=CC(C=C1)=C(C#N)C#N tetracyanoquinodimethane
  N#CC(C#N)=C(C#N)C#N tetracyanoethylene
  N#CC(C#N)=Cc1ccccc1 benzylidenemalononitrile
  N#CC(C#N)=Cc1ccc(cc1)N(C)C 4-dimethylaminobenzylidenemalononitrile
  CN(C)c1ccc(cc1)C(C#N)=C(C#N)C#N 4-tricyanovinyl-N,N-dimethylaniline
  COc1ccc(C=C(C#N)C#N)cc1 4-methoxybenzylidenemalononitrile
  CN(C)c1ccc(C=CC=C(C#N)C#N)cc1 4-dimethylaminocinnamylidenemalononitrile
  N#CC(C#N)=C1C=C(C=Cc2ccccc2)OC(C)=C1 styryl pyranylidene malononitrile
  CC1=CC(=C(C#N)C#N)CC(C)(C)C1 isophorylidene malononitrile
  c1ccc(cc1)N=Nc1ccccc1 azobenzene
  Oc1ccc(cc1)N=Nc1ccccc1 4-hydroxyazobenzene
  Nc1ccc(cc1)N=Nc1ccccc1 aniline yellow
  CN(C)c1ccc(cc1)N=Nc1ccccc1 methyl yellow
  COc1ccc(cc1)N=Nc1ccccc1 4-methoxyazobenzene
  Nc1ccc(N=Nc2ccccc2)c(N)c1 chrysoidine base
  Oc1ccc2ccccc2c1N=Nc1ccccc1 Sudan I
  Cc1ccc(N=Nc2c(O)ccc3ccccc23)c(C)c1 Sudan II
  Nc1ccc2ccccc2c1N=Nc1ccccc1 yellow AB
  CN(C)c1ccc(cc1)N=Nc1ccc(cc1)[N+](=O)[O-] 4-dimethylamino-4'-nitroazobenzene
  CCN(CCO)c1ccc(cc1)N=Nc1ccc(cc1)[N+](=O)[O-] disperse red 1
  Nc1ccc(cc1)N=Nc1ccc(cc1)[N+](=O)[O-] disperse orange 3
  Oc1ccc(cc1)N=Nc1ccc(cc1)[N+](=O)[O-] 4-hydroxy-4'-nitroazobenzene
  CC(=O)Nc1ccc(cc1)N=Nc1cc(C)ccc1O disperse yellow 3
  CN(C)c1ccc(cc1)N=Nc1ccc(cc1)N(C)C 4,4'-bis(dimethylamino)azobenzene
  O=[N+]([O-])c1ccc(cc1)N=Nc1ccc(O)c2ccccc12 magneson II
  c1ccc(cc1)N=Nc1ccccn1 2-phenylazopyridine
  Oc1ccc2ccccc2c1N=Nc1ccccn1 1-(2-pyridylazo)-2-naphthol
  Cn1ccnc1N=Nc1ccccc1 2-phenylazo-1-methylimidazole
  CN(C)c1ccc(cc1)N=Nc1nc2ccccc2s1 dimethylaminophenylazobenzothiazole
  CN(C)c1ccc(cc1)N=Nc1nccs1 2-(4-dimethylaminophenylazo)thiazole
  CN(C)c1ccc(cc1)N=Nc1ncc(s1)[N+](=O)[O-] nitrothiazolylazo dimethylaniline
  C=CC=CC=C hexa-1,3,5-triene
  C=CC=CC=CC=C octa-1,3,5,7-tetraene
  CC=CC=CC=CC=O octa-2,4,6-trienal
  CC=CC=CC=CC=CC=O deca-2,4,6,8-tetraenal
  C(C=CC=Cc1ccccc1)=Cc1ccccc1 1,6-diphenylhexatriene
  C(C=CC=CC=Cc1ccccc1)=Cc1ccccc1 1,8-diphenyloctatetraene
  CC(=CC=CC=C(C)C=CC=C(C)C=O)C=O apo-carotenedial
  CC(C=O)=CC=CC=C(C)C=O 2,7-dimethylocta-2,4,6-trienedial
  CN(C)C=CC=O 3-dimethylaminoacrolein
  CN(C)C=CC=CC=O 5-dimethylaminopentadienal
  CN(C)C=CC=CC=CC=O 7-dimethylaminoheptatrienal
  CN(C)C=CC=C(C#N)C#N dimethylaminoallylidene malononitrile
  CN(C)C=CC=CC=C(C#N)C#N dimethylaminopentadienylidene malononitrile
  CN(C)C=C1C(=O)N(C)C(=O)N(C)C1=O dimethylaminomethylene dimethylbarbiturate
  CN(C)C=CC=C1C(=O)N(C)C(=O)N(C)C1=O merocyanine of dimethylbarbituric acid
  CN1C=CC(C=C1)=CC=C1C=CC(=O)C=C1 Brooker's merocyanine
  CN1C(=CC=C2C(=O)N(C)C(=O)N(C)C2=O)C(C)(C)c2ccccc12 Fischer base barbiturate merocyanine
  CN1C(=CC=O)C(C)(C)c2ccccc12 Fischer aldehyde
  CN1C(=C)C(C)(C)c2ccccc12 Fischer base
  CN1C(=CC=C(C#N)C#N)C(C)(C)c2ccccc12 Fischer base malononitrile dye
  O=C1C(=Cc2ccccc2)C(=O)c2ccccc12 2-benzylideneindane-1,3-dione
  CN(C)c1ccc(C=C2C(=O)c3ccccc3C2=O)cc1 2-(4-dimethylaminobenzylidene)indane-1,3-dione
  O=C1CC(=O)c2ccccc12 indane-1,3-dione
  N#CC(C#N)=C1CC(=O)c2ccccc12 3-dicyanomethyleneindan-1-one
  CN(C)c1ccc(C=C2C(=O)NC(=S)S2)cc1 5-(4-dimethylaminobenzylidene)rhodanine
  CCN(CC)c1ccc2c(C)cc(=O)oc2c1 coumarin 1
  CCN(CC)c1ccc2cc(C=O)c(=O)oc2c1 7-diethylaminocoumarin-3-carbaldehyde
  CCN(CC)c1ccc2cc(C#N)c(=O)oc2c1 7-diethylamino-3-cyanocoumarin
  Nc1ccc2c(cc(=O)oc2c1)C(F)(F)F coumarin 151
  CN(C)c1ccc2c(cc(=O)oc2c1)C(F)(F)F 7-dimethylamino-4-trifluoromethylcoumarin
  O=C(O)c1cc2ccc(O)cc2oc1=O 7-hydroxycoumarin-3-carboxylic acid
  CCC(=O)c1ccc2cc(ccc2c1)N(C)C prodan
  CN(C)c1cccc2c(cccc12)S(N)(=O)=O dansyl amide
  O=[N+]([O-])c1ccc(N)c2nonc12 NBD amine
  CN(C)c1ccc([N+](=O)[O-])c2nonc12 NBD dimethylamine
  O=[N+]([O-])c1ccc(Cl)c2nonc12 NBD chloride
  CCN(CC)c1ccc2nc3c4ccccc4c(=O)cc-3oc2c1 Nile red
  O=c1ccc2nc3ccc(O)cc3oc-2c1 resorufin
  Nc1ccc2nc3ccc(=O)cc-3oc2c1 aminophenoxazinone
  O=c1ccc2nc3ccccc3oc-2c1 phenoxazin-3-one
  O=c1ccc2nc3ccccc3sc-2c1 phenothiazin-3-one
  Oc1ccc2nc3ccccc3nc2c1 2-hydroxyphenazine
  Nc1cc2nc3ccccc3nc2cc1N 2,3-diaminophenazine
  Cc1cc2nc3cc(N)c(C)cc3nc2cc1N(C)C neutral red base
  Nc1ccc2cc3ccc(N)cc3nc2c1 proflavine
  CN(C)c1ccc2cc3ccc(cc3nc2c1)N(C)C acridine orange
  CN(C)c1ccc(cc1)C(=O)c1ccc(cc1)N(C)C Michler's ketone
  CN(C)c1ccc(cc1)C(=S)c1ccc(cc1)N(C)C Michler's thione
  CN(C)c1ccc(cc1)C(=N)c1ccc(cc1)N(C)C auramine base
  S=C(c1ccccc1)c1ccccc1 thiobenzophenone
  CN(C)c1ccc(C=Cc2ccc(cc2)[N+](=O)[O-])cc1 4-dimethylamino-4'-nitrostilbene
  Nc1ccc(C=Cc2ccc(cc2)[N+](=O)[O-])cc1 4-amino-4'-nitrostilbene
  COc1ccc(C=Cc2ccc(cc2)[N+](=O)[O-])cc1 4-methoxy-4'-nitrostilbene
  O=[N+]([O-])c1ccc(C=Cc2ccccc2)cc1 4-nitrostilbene
  CN(C)c1ccc(C=Cc2ccncc2)cc1 4-dimethylaminostyrylpyridine
  CN(C)c1ccc(C=Cc2ccc(cc2)C#N)cc1 4-dimethylamino-4'-cyanostilbene
  CN(C)c1ccc(C=C[N+](=O)[O-])cc1 4-dimethylamino-beta-nitrostyrene
  CN(C)c1ccc(C=CC=O)cc1 4-dimethylaminocinnamaldehyde
  CN(C)c1ccc(C=CC(=O)c2ccccc2)cc1 4-dimethylaminochalcone
  CN(C)c1ccc(cc1)C#Cc1ccc(cc1)[N+](=O)[O-] 4-dimethylamino-4'-nitrotolane
  CN(C)c1ccc(cc1)-c1ccc(cc1)[N+](=O)[O-] 4-dimethylamino-4'-nitrobiphenyl
  CN(C)c1ccc([N+](=O)[O-])cc1 N,N-dimethyl-4-nitroaniline
  Nc1ccc(cc1[N+](=O)[O-])[N+](=O)[O-] 2,4-dinitroaniline
  Nc1ccccc1[N+](=O)[O-] 2-nitroaniline
  Nc1ccc(N)c(c1)[N+](=O)[O-] 2-nitro-p-phenylenediamine
  Nc1ccc(Nc2ccc(cc2[N+](=O)[O-])[N+](=O)[O-])cc1 disperse yellow 9
  O=[N+]([O-])c1ccc(Nc2ccccc2)c(c1)[N+](=O)[O-] 2,4-dinitrodiphenylamine
  CN(C)c1ccc(N=O)cc1 4-nitroso-N,N-dimethylaniline
  CC(C)(C)N=O 2-methyl-2-nitrosopropane
  O=Nc1c(O)ccc2ccccc12 1-nitroso-2-naphthol
  O=[N+]([O-])c1cccc2C(=O)c3ccccc3C(=O)c12 1-nitroanthraquinone
  O=Cc1ccc2cccccc1-2 azulene-1-carbaldehyde
  [O-][N+](=O)c1ccc2cccccc1-2 1-nitroazulene
  Cc1ccc2c(C)ccc(cc12)C(C)C guaiazulene
  C1=CC(=C2C=CC=C2)C=C1 fulvalene
  C=C1C=CC=C1 fulvene
  CC(C)=C1C=CC=C1 6,6-dimethylfulvene
  C1=CC(=Cc2ccccc2)C=C1 6-phenylfulvene
  CN(C)C=C1C=CC=C1 6-dimethylaminofulvene
  CN(C)c1ccc(C=C2C=CC=C2)cc1 6-(4-dimethylaminophenyl)fulvene
  C1=CC=CC=CC=C1 cyclooctatetraene
  C1=CC=CCC=C1 cycloheptatriene
  O=C1C(=C2C(=O)c3ccccc3C2=O)C(=O)c2ccccc12 2,2'-biindanylidene-1,1',3,3'-tetraone
  c1ccc(cc1)-c1nnc(nn1)-c1ccccc1 3,6-diphenyltetrazine
  Cc1nnc(C)nn1 3,6-dimethyltetrazine
  Clc1nnc(Cl)nn1 3,6-dichlorotetrazine
  CSc1nnc(SC)nn1 3,6-bis(methylthio)tetrazine
  COc1nnc(OC)nn1 3,6-dimethoxytetrazine
  Nc1nnc(N)nn1 3,6-diaminotetrazine
  O=C1C(=O)C(=C1O)O squaric acid
  CN(C)C1=C(C(=O)C1=O)N(C)C bis(dimethylamino)cyclobutenedione
  CN(C)c1ccc(cc1)C1=C(O)C(=O)C1=O dimethylaminophenyl semisquaric acid
  O=C1C(=O)C(=O)c2ccccc12 indane-1,2,3-trione
  O=C1NC(=O)C(=O)C(=O)N1 alloxan
  CC(=O)C(C)=NO diacetyl monoxime
  S=C=S carbon disulfide
  S=c1sccs1 1,3-dithiole-2-thione
  S=c1ccss1 1,2-dithiole-3-thione
  CN(C)c1ccc(cc1)-c1cc(=S)ss1 5-(4-dimethylaminophenyl)-1,2-dithiole-3-thione
  c1cc(sc1)-c1ccc(-c2cccs2)c2nsnc12 4,7-dithienylbenzothiadiazole
  N#Cc1ccc(-c2ccc(s2)-c2cccs2)cc1 5-(4-cyanophenyl)bithiophene
  O=Cc1ccc(s1)-c1cccs1 2,2'-bithiophene-5-carbaldehyde
  O=[N+]([O-])c1ccc(s1)-c1cccs1 5-nitro-2,2'-bithiophene
  CN(C)c1ccc(s1)-c1ccc(s1)[N+](=O)[O-] 5-dimethylamino-5'-nitrobithiophene
  CN(C)c1ccc(C=C(C#N)C#N)s1 5-dimethylaminothienylidene malononitrile
  N#CC(C#N)=Cc1cccs1 thienylmethylidene malononitrile
  N#CC(C#N)=Cc1ccco1 furylmethylidene malononitrile
  N#CC(C#N)=Cc1ccc(s1)-c1cccs1 bithienylmethylidene malononitrile
  """)
