

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET BANANAS
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -57.82820 KCAL/MOL =    -241.95317 KJ/MOL
          GRADIENT NORM           =          0.87790          =       0.29263 PER ATOM
          DIPOLE                  =          2.05117 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.650465 EV
          HOMO LUMO ENERGIES (EV) =        -10.650  2.964
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.88 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.89 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.61793
            H     8    H     6     3.10208
            H     7    H     5     2.81283
          SCF CALCULATIONS        =         18
          WALL-CLOCK TIME         =      0.028 SECONDS
          COMPUTATION TIME        =      0.016 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET BANANAS
 cohobate

  C    -0.87543416 +1   0.22025195 +1   0.21287135 +1
  C     0.40256423 +1  -0.37913640 +1  -0.36114398 +1
  O     1.53674604 +1   0.37888653 +1   0.01023805 +1
  H    -1.75983738 +1  -0.34133448 +1  -0.10790099 +1
  H    -1.00553875 +1   1.25892672 +1  -0.11857500 +1
  H    -0.86429598 +1   0.22547550 +1   1.30824512 +1
  H     0.55145549 +1  -1.42486858 +1  -0.03787566 +1
  H     0.43230926 +1  -0.32462877 +1  -1.46643757 +1
  H     1.59388025 +1   0.47067598 +1   0.97958267 +1

