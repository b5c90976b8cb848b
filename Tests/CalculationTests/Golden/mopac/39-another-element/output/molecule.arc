

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: C2 H6 S  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -11.52797 KCAL/MOL =     -48.23303 KJ/MOL
          GRADIENT NORM           =          0.83724          =       0.27908 PER ATOM
          DIPOLE                  =          2.14993 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =          8.858830 EV
          HOMO LUMO ENERGIES (EV) =         -8.859 -0.244
          MOLECULAR WEIGHT        =         62.1294
          COSMO AREA              =        102.13 SQUARE ANGSTROMS
          COSMO VOLUME            =         87.37 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.95044
            H     8    H     6     3.10436
            H     7    H     5     2.80019
          SCF CALCULATIONS        =         21
          WALL-CLOCK TIME         =      0.037 SECONDS
          COMPUTATION TIME        =      0.027 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  C    -0.97981678 +1   0.18081948 +1   0.19832964 +1
  C     0.26516042 +1  -0.43501855 +1  -0.41237411 +1
  S     1.79904889 +1   0.48592564 +1   0.01369800 +1
  H    -1.87984568 +1  -0.37398988 +1  -0.10478904 +1
  H    -1.13051808 +1   1.22171312 +1  -0.12032663 +1
  H    -0.96285285 +1   0.17384113 +1   1.29518654 +1
  H     0.37525082 +1  -1.49223598 +1  -0.11006390 +1
  H     0.20501427 +1  -0.43264531 +1  -1.51898805 +1
  H     1.68150380 +1   0.53100331 +1   1.34564740 +1

