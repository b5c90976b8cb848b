

                     SUMMARY OF  PM6-D3H4 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:41 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM6-D3H4 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -50.57631 KCAL/MOL =    -211.61130 KJ/MOL
          GRADIENT NORM           =          0.90953          =       0.30318 PER ATOM
          DIPOLE                  =          2.12846 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.482431 EV
          HOMO LUMO ENERGIES (EV) =        -10.482  2.782
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         87.31 SQUARE ANGSTROMS
          COSMO VOLUME            =         69.39 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.65668
            H     8    H     6     3.11552
            H     7    H     5     2.85721
          SCF CALCULATIONS        =         19
          WALL-CLOCK TIME         =      0.077 SECONDS
          COMPUTATION TIME        =      0.019 SECONDS


          FINAL GEOMETRY OBTAINED
 PM6-D3H4 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  C    -0.88539781 +1   0.21947436 +1   0.21399016 +1
  C     0.39261306 +1  -0.38161342 +1  -0.36030170 +1
  O     1.55340008 +1   0.38027420 +1   0.00880929 +1
  H    -1.76630409 +1  -0.36368400 +1  -0.13641994 +1
  H    -0.99379232 +1   1.27580057 +1  -0.12521038 +1
  H    -0.86422941 +1   0.20461413 +1   1.32581934 +1
  H     0.53982747 +1  -1.42866263 +1  -0.01092587 +1
  H     0.42358729 +1  -0.30644639 +1  -1.47324045 +1
  H     1.61127817 +1   0.48833109 +1   0.97593851 +1

