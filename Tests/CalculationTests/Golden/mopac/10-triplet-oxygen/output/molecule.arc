

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: O2  =     2 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 TRIPLET UHF
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =         -9.17155 KCAL/MOL =     -38.37378 KJ/MOL
          GRADIENT NORM           =          0.01750          =       0.01237 PER ATOM
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  D*h 
          (SZ)                    =          1.000000
          (S**2)                  =          2.003406
          NO. OF ALPHA ELECTRONS  =          7
          NO. OF BETA  ELECTRONS  =          5
          IONIZATION POTENTIAL    =         10.667266 EV
          ALPHA SOMO LUMO (EV)    =        -10.667  2.452
          BETA  SOMO LUMO (EV)    =        -15.303  0.615
          MOLECULAR WEIGHT        =         31.9988
          COSMO AREA              =         49.05 SQUARE ANGSTROMS
          COSMO VOLUME            =         31.34 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            O     2    O     1     1.13085
            O     2    O     1     0.00000
            O     1    O     2     0.00000
          SCF CALCULATIONS        =          7
          WALL-CLOCK TIME         =      0.015 SECONDS
          COMPUTATION TIME        =      0.007 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 TRIPLET UHF
 cohobate

  O     0.03457650 +1  -0.00000000 +1  -0.00000000 +1
  O     1.16542350 +1  -0.00000000 +1  -0.00000000 +1

