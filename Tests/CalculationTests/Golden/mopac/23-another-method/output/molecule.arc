

                     SUMMARY OF  AM1 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 AM1 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -64.24583 KCAL/MOL =    -268.80455 KJ/MOL
          GRADIENT NORM           =          0.50270          =       0.16757 PER ATOM
          DIPOLE                  =          1.68110 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         11.059682 EV
          HOMO LUMO ENERGIES (EV) =        -11.060  3.649
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.98 SQUARE ANGSTROMS
          COSMO VOLUME            =         69.02 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.58782
            H     8    H     6     3.11135
            H     7    H     5     2.84084
          SCF CALCULATIONS        =         23
          WALL-CLOCK TIME         =      0.016 SECONDS
          COMPUTATION TIME        =      0.016 SECONDS


          FINAL GEOMETRY OBTAINED
 AM1 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  C    -0.87117069 +1   0.22063661 +1   0.20984604 +1
  C     0.40308934 +1  -0.36503464 +1  -0.35307525 +1
  O     1.54510057 +1   0.38906829 +1   0.00906789 +1
  H    -1.74874826 +1  -0.37851875 +1  -0.13058509 +1
  H    -1.00099271 +1   1.27502929 +1  -0.13319212 +1
  H    -0.84603305 +1   0.21590527 +1   1.32613562 +1
  H     0.52662909 +1  -1.42930574 +1  -0.01398875 +1
  H     0.39837072 +1  -0.33662943 +1  -1.47635265 +1
  H     1.56893025 +1   0.42719109 +1   0.97227341 +1

