/// Terpenes, phenylpropanoids, alkaloids, polyketides, and aroma compounds.
let naturalProducts = NamedFamily(
  "natural products",
  """
  CC(C)=CCCC(C)=CCO geraniol
  CC(C)=CCCC(C)=CC=O citral
  CC(C)=CCCC(C)(O)C=C linalool
  CC(C)=CCCC(C)CCO citronellol
  CC(C)=CCCC(C)CC=O citronellal
  CC(C)=CCCC(=C)C=C myrcene
  CC(C)=CCC=C(C)C=C ocimene
  CC1=CCC(CC1)C(C)=C limonene
  CC1=CCC(CC1)=C(C)C terpinolene
  CC1=CCC(=CC1)C(C)C gamma-terpinene
  CC1=CC=C(CC1)C(C)C alpha-terpinene
  CC1=CCC(CC1)C(C)(C)O alpha-terpineol
  CC1CCC(C(C)C)C(O)C1 menthol
  CC1CCC(C(C)C)C(=O)C1 menthone
  CC1CCC(=C(C)C)C(=O)C1 pulegone
  CC1=CCC(CC1=O)C(C)=C carvone
  CC1=CCC(CC1O)C(C)=C carveol
  CC1=CC(=O)C(CC1)C(C)C piperitone
  CC(=C)C1CC=C(C=O)CC1 perillaldehyde
  CC1=CCC2CC1C2(C)C alpha-pinene
  C=C1CCC2CC1C2(C)C beta-pinene
  CC1=CC(=O)C2CC1C2(C)C verbenone
  CC1(C)C2CCC1(C)C(=O)C2 camphor
  CC1(C)C2CCC1(C)C(O)C2 borneol
  CC1(C)C2CCC1C(=C)C2 camphene
  CC1(C)C2CCC(C)(C2)C1=O fenchone
  CC(C)C12CCC(C)(CC1)O2 1,4-cineole
  CC12CCC(CC1)C(C)(C)O2 1,8-cineole
  CC(C)C12CC1C(=C)CC2 sabinene
  CC(C)C12CC1C(C)C(=O)C2 thujone
  CC1=CCC2C(C1)C2(C)C 3-carene
  CC(C)c1ccc(C)cc1O thymol
  CC(C)c1ccc(C)c(O)c1 carvacrol
  CC(C)=CCCC(C)=CCCC(C)=CCO farnesol
  CC(C)=CCCC(C)=CCCC(=C)C=C beta-farnesene
  CC1=CCCC(=C)C2CC(C)(C)C2CC1 caryophyllene
  CC1=CCCC(C)=CCC(C)(C)C=CC1 humulene
  CC(C)=CCCC(C)C1CC=C(C)C=C1 zingiberene
  CC(C)=CCCC(=C)C1CCC(C)=CC1 beta-bisabolene
  CC(C)=CCCC(C)(O)C1CCC(C)=CC1 alpha-bisabolol
  CC1=C(C=CC(C)=O)C(C)(C)CCC1 beta-ionone
  CC1=CCCC(C)(C)C1C=CC(C)=O alpha-ionone
  CC=CC(=O)C1=C(C)C=CCC1(C)C beta-damascenone
  CC1=C(C=O)C(C)(C)CCC1 beta-cyclocitral
  CC1=C(C=O)C(C)(C)CC=C1 safranal
  CC1=C(C=CC(C)=CC=CC(C)=CCO)C(C)(C)CCC1 retinol
  CC1=C(C=CC(C)=CC=CC(C)=CC=O)C(C)(C)CCC1 retinal
  CC1=C(C=CC(C)=CC=CC(C)=CC(=O)O)C(C)(C)CCC1 retinoic acid
  CC1=C(C)C(=O)C(C)=C(C)C1=O duroquinone
  COc1cc(CC=C)ccc1O eugenol
  COc1cc(C=CC)ccc1O isoeugenol
  COc1ccc(C=CC)cc1 anethole
  COc1ccc(CC=C)cc1 estragole
  C=CCc1ccc2OCOc2c1 safrole
  CC=Cc1ccc2OCOc2c1 isosafrole
  O=Cc1ccc2OCOc2c1 piperonal
  COc1cc(C=O)ccc1O vanillin
  CCOc1cc(C=O)ccc1O ethyl vanillin
  COc1cc(C(C)=O)ccc1O acetovanillone
  COc1cc(C=O)cc(OC)c1O syringaldehyde
  COc1cc(C=CC=O)ccc1O coniferaldehyde
  COc1cc(C=CCO)ccc1O coniferyl alcohol
  COc1cc(C=CC(=O)O)ccc1O ferulic acid
  OC(=O)C=Cc1ccc(O)cc1 p-coumaric acid
  OC(=O)C=Cc1ccc(O)c(O)c1 caffeic acid
  COc1cc(C=CC(=O)O)cc(OC)c1O sinapic acid
  OC(=O)c1cc(O)c(O)c(O)c1 gallic acid
  CCCOC(=O)c1cc(O)c(O)c(O)c1 propyl gallate
  OC(=O)c1ccc(O)c(O)c1 protocatechuic acid
  COc1cc(ccc1O)C(=O)O vanillic acid
  COc1cc(CCC(C)=O)ccc1O zingerone
  CC(=O)CCc1ccc(O)cc1 raspberry ketone
  COc1cc(CNC(C)=O)ccc1O N-acetylvanillylamine
  Oc1ccc(C=Cc2cc(O)cc(O)c2)cc1 resveratrol
  COc1cc(OC)cc(C=Cc2ccc(O)cc2)c1 pterostilbene
  O=c1cc(oc2ccccc12)-c1ccccc1 flavone
  O=C1CC(Oc2ccccc12)c1ccccc1 flavanone
  Oc1ccc(cc1)-c1cc(=O)c2c(O)cc(O)cc2o1 apigenin
  Oc1cc(O)c2c(c1)oc(cc2=O)-c1ccccc1 chrysin
  Oc1ccc(cc1O)-c1cc(=O)c2c(O)cc(O)cc2o1 luteolin
  Oc1ccc(cc1)-c1oc2cc(O)cc(O)c2c(=O)c1O kaempferol
  Oc1cc(O)c2c(c1)oc(c(O)c2=O)-c1ccc(O)c(O)c1 quercetin
  Oc1ccc(cc1)C1CC(=O)c2c(O)cc(O)cc2O1 naringenin
  Oc1cc(O)c2CC(O)C(Oc2c1)c1ccc(O)c(O)c1 catechin
  Oc1ccc(cc1)-c1coc2cc(O)cc(O)c2c1=O genistein
  Oc1ccc(cc1)-c1coc2cc(O)ccc2c1=O daidzein
  O=C(CCc1ccc(O)cc1)c1c(O)cc(O)cc1O phloretin
  O=C(C=Cc1ccc(O)cc1)c1ccc(O)cc1O isoliquiritigenin
  O=c1ccc2ccc(O)cc2o1 umbelliferone
  COc1ccc2ccc(=O)oc2c1 herniarin
  COc1cc2ccc(=O)oc2cc1O scopoletin
  Oc1cc2ccc(=O)oc2cc1O esculetin
  O=c1ccc2cc3ccoc3cc2o1 psoralen
  COc1c2occc2cc2ccc(=O)oc12 methoxsalen
  COc1c2ccoc2cc2oc(=O)ccc12 bergapten
  CC1=CC(=O)c2c(O)cccc2C1=O plumbagin
  Oc1cccc2C(=O)C=CC(=O)c12 juglone
  OC1=CC(=O)c2ccccc2C1=O lawsone
  CC(C)=CCC1=C(O)C(=O)c2ccccc2C1=O lapachol
  CC1=C(C)C(=O)c2ccccc2C1=O 2,3-dimethyl-1,4-naphthoquinone
  CC(C)C1=CC(=O)C(C)=CC1=O thymoquinone
  COC1=CC(=O)C=C(OC)C1=O 2,6-dimethoxybenzoquinone
  Cc1cc(O)c2C(=O)c3c(O)cccc3C(=O)c2c1 chrysophanol
  Cc1cc(O)c2C(=O)c3c(O)cc(O)cc3C(=O)c2c1 emodin
  Oc1ccc2C(=O)c3ccccc3C(=O)c2c1O alizarin
  Oc1cccc2C(=O)c3cccc(O)c3C(=O)c12 danthron
  COc1cc2c(cc1OC)C(=O)C=CC2=O 6,7-dimethoxy-1,4-naphthoquinone
  COc1cc(C=CC(=O)CC(=O)C=Cc2ccc(O)cc2)ccc1O demethoxycurcumin
  O=C(C=CC=Cc1ccc2OCOc2c1)N1CCCCC1 piperine
  CN1CCCC1c1cccnc1 nicotine
  C1CNCC(C1)c1cccnc1 anabasine
  CCCC1CCCCN1 coniine
  CN1CCC=C(C1)C(=O)OC arecoline
  COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C cocaine
  CN1C2CCC1CC(C2)OC(=O)C(CO)c1ccccc1 atropine
  CN1C2CCC1CC(O)C2 tropine
  CNC(C)C(O)c1ccccc1 ephedrine
  CN1CCc2cccc3c2C1Cc1ccc(O)c(O)c13 apomorphine
  NCCc1ccc(O)c(O)c1 dopamine
  NCCc1ccc(O)cc1 tyramine
  CNCC(O)c1ccc(O)c(O)c1 adrenaline
  NCC(O)c1ccc(O)c(O)c1 noradrenaline
  COc1cc(CCN)cc(OC)c1OC mescaline
  CNCCc1ccc(O)c(O)c1 epinine
  NCCc1c[nH]c2ccc(O)cc12 serotonin
  NCCc1c[nH]c2ccccc12 tryptamine
  CN(C)CCc1c[nH]c2ccccc12 N,N-dimethyltryptamine
  COc1ccc2[nH]cc(CCNC(C)=O)c2c1 melatonin
  CC1=NCCc2c1[nH]c1cc(OC)ccc12 harmaline
  COc1ccc2c(c1)[nH]c1c(C)nccc21 harmine
  Cc1nccc2c1[nH]c1ccccc12 harmane
  OC(=O)Cc1c[nH]c2ccccc12 indole-3-acetic acid
  O=Cc1c[nH]c2ccccc12 indole-3-carbaldehyde
  NCCc1c[nH]cn1 histamine
  Cn1cnc2c1c(=O)n(C)c(=O)n2C caffeine
  Cn1c(=O)c2[nH]cnc2n(C)c1=O theophylline
  Cn1cnc2c1c(=O)[nH]c(=O)n2C theobromine
  Cc1cnc(C)c(C)n1 trimethylpyrazine
  COc1nccnc1CC(C)C 2-isobutyl-3-methoxypyrazine
  CC(=O)c1cnccn1 acetylpyrazine
  CC(=O)C1=NCCC1 2-acetyl-1-pyrroline
  CC1=C(O)C(=O)CC1 cyclotene
  Cc1occc(=O)c1O maltol
  CC1=C(O)C(=O)C(C)O1 furaneol
  CC1OC(=O)C(O)=C1C sotolon
  CCCCCC1CCC(=O)O1 gamma-nonalactone
  CCCCCCC1CCC(=O)O1 gamma-decalactone
  CCCCCC1CCCC(=O)O1 delta-decalactone
  CCC=CCCO cis-3-hexenol
  CCC=CC=O pent-2-enal
  CCCC=CC=O hex-2-enal
  CCCCCC=CC=CC=O deca-2,4-dienal
  CC=CC=CC=O sorbaldehyde
  CC=CC=CC(=O)O sorbic acid
  CCCCCC(O)C=C 1-octen-3-ol
  CCCCCCC(C)=O octan-2-one
  CCCCCCCC=O octanal
  CCCCCCCCC=O nonanal
  CCOC(=O)CCCC ethyl pentanoate
  CCCC(=O)OCC ethyl butyrate
  CCCCCOC(C)=O amyl acetate
  COC(=O)c1ccccc1O methyl salicylate
  COC(=O)c1ccccc1N methyl anthranilate
  CC(=O)OCc1ccccc1 benzyl acetate
  CC(=O)C(C)=O diacetyl
  CC(O)C(C)=O acetoin
  O=C1CCCCCCCCCCCCCC1 exaltone
  CC1CCCCCCCCCCCCC(=O)C1 muscone
  O=C1CCCCCCCC=CCCCCCCC1 civetone
  CC1CCC2C(C)C(=O)OC3OC4(C)CCC1C23OO4 artemisinin
  CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O testosterone
  CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2=O androstenedione
  CC(=O)C1CCC2C3CCC4=CC(=O)CCC4(C)C3CCC12C progesterone
  CC12CCC3C(CCc4cc(O)ccc34)C1CCC2O estradiol
  CC12CCC3C(CCc4cc(O)ccc34)C1CCC2=O estrone
  C=C1C(=O)OC2CC(C)=CCCC(C)=CC12 costunolide
  OCc1cc(=O)c(O)co1 kojic acid
  CC(=O)C1=C(O)C=C(C)OC1=O dehydroacetic acid
  O=C1OCC(O)=C1 tetronic acid
  COC1=CC(=O)OC(C=Cc2ccccc2)C1 kavain
  COC1=CC(=O)OC(=C1)C=Cc1ccccc1 desmethoxyyangonin
  CCCCCc1cc(O)cc(O)c1 olivetol
  CC(=O)c1c(O)cc(O)cc1O phloroacetophenone
  COc1ccc(C(C)=O)c(O)c1 paeonol
  CC(=O)c1ccc(O)cc1 piceol
  OCC1OC(Oc2ccc(O)cc2)C(O)C(O)C1O arbutin
  OCC1OC(Oc2ccccc2CO)C(O)C(O)C1O salicin
  CCC=CCC1=C(C)CCC1=O cis-jasmone
  CCC=CCC1C(CC(=O)OC)CCC1=O methyl jasmonate
  CC1CCCC2(C)CCCCC12O geosmin
  """)
