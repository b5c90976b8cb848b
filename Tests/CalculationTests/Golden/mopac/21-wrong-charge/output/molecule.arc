

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H3 O2  =     7 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=1 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        135.77527 KCAL/MOL =     568.08372 KJ/MOL
          GRADIENT NORM           =          0.56158          =       0.21226 PER ATOM
          DIPOLE                  =          1.61488 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         11
          CHARGE ON SYSTEM        =         +1
          IONIZATION POTENTIAL    =         18.609805 EV
          HOMO LUMO ENERGIES (EV) =        -18.610 -7.083
          MOLECULAR WEIGHT        =         59.0445
          COSMO AREA              =         91.57 SQUARE ANGSTROMS
          COSMO VOLUME            =         72.90 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     6    O     4     4.26804
            O     3    H     7     1.94341
            O     3    H     5     1.59126
          SCF CALCULATIONS        =         82
          WALL-CLOCK TIME         =      0.074 SECONDS
          COMPUTATION TIME        =      0.046 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=1 SINGLET
 cohobate

  C    -0.89312073 +1  -0.32989776 +1  -0.04278841 +1
  C     1.36059705 +1   0.31818799 +1   0.03149238 +1
  O     0.55058933 +1  -0.65066756 +1  -0.03376133 +1
  O     2.20725440 +1   1.07838879 +1   0.08064301 +1
  H    -1.19242932 +1   0.05580936 +1   0.94113919 +1
  H    -1.28507026 +1  -1.35748236 +1  -0.21318624 +1
  H    -1.13957985 +1   0.33787258 +1  -0.87750054 +1

