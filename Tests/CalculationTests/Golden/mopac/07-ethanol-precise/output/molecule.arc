

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET PRECISE
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -57.85867 KCAL/MOL =    -242.08065 KJ/MOL
          GRADIENT NORM           =          0.03680          =       0.01227 PER ATOM
          DIPOLE                  =          2.05676 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.640649 EV
          HOMO LUMO ENERGIES (EV) =        -10.641  2.965
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.89 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.94 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.61889
            H     8    H     6     3.10416
            H     7    H     5     2.82658
          SCF CALCULATIONS        =         44
          WALL-CLOCK TIME         =      0.083 SECONDS
          COMPUTATION TIME        =      0.032 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET PRECISE
 cohobate

  C    -0.87340914 +1   0.21842892 +1   0.21652862 +1
  C     0.40311415 +1  -0.38877452 +1  -0.35309102 +1
  O     1.53589213 +1   0.38258574 +1  -0.00509742 +1
  H    -1.76475650 +1  -0.28743335 +1  -0.17036646 +1
  H    -0.95307246 +1   1.28027439 +1  -0.05257264 +1
  H    -0.90393511 +1   0.15436317 +1   1.30923830 +1
  H     0.56378615 +1  -1.42565885 +1  -0.00769449 +1
  H     0.42502748 +1  -0.36054514 +1  -1.45942560 +1
  H     1.57543654 +1   0.52807249 +1   0.95853464 +1

