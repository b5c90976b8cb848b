

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:59:58 2026

           Empirical Formula: C6 H5 O  =    12 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =          8.09099 KCAL/MOL =      33.85270 KJ/MOL
          GRADIENT NORM           =          0.79050          =       0.22820 PER ATOM
          DIPOLE                  =          3.56348 DEBYE   POINT GROUP:  C2v 
          (SZ)                    =          0.500000
          (S**2)                  =          0.959063
          NO. OF ALPHA ELECTRONS  =         18
          NO. OF BETA  ELECTRONS  =         17
          IONIZATION POTENTIAL    =          9.528438 EV
          ALPHA SOMO LUMO (EV)    =         -9.528 -0.229
          BETA  SOMO LUMO (EV)    =        -10.140 -2.013
          MOLECULAR WEIGHT        =         93.1049
          COSMO AREA              =        127.08 SQUARE ANGSTROMS
          COSMO VOLUME            =        116.77 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H    10    O     1     5.14096
            H    12    H     8     4.35352
            O     1    H     8     0.00535
          SCF CALCULATIONS        =         16
          WALL-CLOCK TIME         =      0.046 SECONDS
          COMPUTATION TIME        =      0.035 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate

  O     2.65927595 +1  -0.00002214 +1   0.00353582 +1
  C     1.43776977 +1  -0.00007561 +1   0.01125501 +1
  C     0.67497280 +1   1.25230335 +1   0.00812086 +1
  C    -0.69606206 +1   1.22627922 +1   0.01402946 +1
  C    -1.39443753 +1  -0.00000335 +1   0.02412319 +1
  C    -0.69592315 +1  -1.22628189 +1   0.03044244 +1
  C     0.67486568 +1  -1.25220052 +1   0.02467407 +1
  H     1.24557075 +1   2.17669814 +1   0.00121383 +1
  H    -1.26534849 +1   2.15670753 +1   0.01309792 +1
  H    -2.48162391 +1   0.00004951 +1   0.02931572 +1
  H    -1.26528585 +1  -2.15671749 +1   0.04050150 +1
  H     1.24563765 +1  -2.17672266 +1   0.03073591 +1

