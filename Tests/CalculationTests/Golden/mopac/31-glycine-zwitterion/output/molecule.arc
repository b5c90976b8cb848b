

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: C2 H5 N O2  =    10 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -87.65216 KCAL/MOL =    -366.73665 KJ/MOL
          GRADIENT NORM           =          0.69337          =       0.21926 PER ATOM
          DIPOLE                  =          5.74272 DEBYE   POINT GROUP:  Cs  
          NO. OF FILLED LEVELS    =         15
          IONIZATION POTENTIAL    =         10.354693 EV
          HOMO LUMO ENERGIES (EV) =        -10.355  1.117
          MOLECULAR WEIGHT        =         75.0670
          COSMO AREA              =        105.12 SQUARE ANGSTROMS
          COSMO VOLUME            =         88.19 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     6    O     5     4.23893
            H     8    H     9     3.26960
            H    10    H     7     2.34065
          SCF CALCULATIONS        =         38
          WALL-CLOCK TIME         =      0.080 SECONDS
          COMPUTATION TIME        =      0.037 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  N    -1.16156290 +1  -0.09793215 +1  -0.12538524 +1
  C     0.21106356 +1  -0.62786683 +1  -0.21975844 +1
  C     1.19386424 +1   0.44482870 +1   0.25298850 +1
  O     0.68382473 +1   1.61228399 +1   0.68995336 +1
  O     2.38493483 +1   0.28603255 +1   0.25250838 +1
  H    -1.74394633 +1  -0.64419491 +1   0.48811632 +1
  H    -1.60732870 +1  -0.02265867 +1  -1.02535226 +1
  H    -0.31663215 +1   1.63830583 +1   0.64020420 +1
  H     0.48810640 +1  -0.92101396 +1  -1.25714762 +1
  H     0.36154416 +1  -1.53510562 +1   0.40775750 +1

