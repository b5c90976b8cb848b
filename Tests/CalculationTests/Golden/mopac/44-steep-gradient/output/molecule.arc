

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Sat Nov 28 17:43:51 2026

           Empirical Formula: C6 H12 O6  =    24 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =       -292.44861 KCAL/MOL =   -1223.60497 KJ/MOL
          DIELECTRIC ENERGY       =         -0.90197 EV
          GRADIENT NORM           =          5.62430          =       1.14806 PER ATOM
          DIPOLE                  =          4.99369 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         36
          IONIZATION POTENTIAL    =         10.548997 EV
          HOMO LUMO ENERGIES (EV) =        -10.549  1.251
          MOLECULAR WEIGHT        =        180.1572
          COSMO AREA              =        181.06 SQUARE ANGSTROMS
          COSMO VOLUME            =        192.57 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H    19    H    13     6.52139
            H    24    H    17     5.38441
            O    10    H    18     4.36825
          SCF CALCULATIONS        =         37
          WALL-CLOCK TIME         =      1.594 SECONDS
          COMPUTATION TIME        =      0.757 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4
 cohobate

  O     2.46516171 +1  -0.32664160 +1   1.46932683 +1
  C     2.28596562 +1  -0.80408734 +1   0.14655420 +1
  C     0.85313421 +1  -0.46999817 +1  -0.28376962 +1
  O    -0.00514396 +1  -1.27581848 +1   0.50398957 +1
  C    -1.36986484 +1  -1.25730969 +1   0.15564970 +1
  O    -1.58748119 +1  -2.09602757 +1  -0.93800944 +1
  C    -1.88627461 +1   0.18305233 +1  -0.10302939 +1
  O    -1.97826064 +1   0.41317763 +1  -1.49040892 +1
  C    -0.91448419 +1   1.19985346 +1   0.53059405 +1
  O    -0.88786375 +1   1.01961455 +1   1.92276815 +1
  C     0.50226985 +1   1.01909241 +1  -0.06561016 +1
  O     0.47380341 +1   1.54419671 +1  -1.38358783 +1
  H     3.32153169 +1  -0.66638560 +1   1.82821126 +1
  H     2.48718801 +1  -1.89090045 +1   0.11907046 +1
  H     3.00904053 +1  -0.27965871 +1  -0.51244708 +1
  H     0.71670074 +1  -0.74624230 +1  -1.36143750 +1
  H    -1.83077230 +1  -1.78088250 +1   1.02595703 +1
  H    -1.77849326 +1  -1.58918897 +1  -1.76869298 +1
  H    -2.93313074 +1   0.30638223 +1   0.25929815 +1
  H    -1.13521044 +1   0.81084043 +1  -1.83999240 +1
  H    -1.28200241 +1   2.24540859 +1   0.39615462 +1
  H    -0.30325441 +1   0.25367947 +1   2.15772197 +1
  H     1.26623022 +1   1.55051281 +1   0.54265072 +1
  H     0.59058044 +1   2.52544562 +1  -1.38155643 +1

