

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -63.40244 KCAL/MOL =    -265.27583 KJ/MOL
          DIELECTRIC ENERGY       =         -0.27839 EV
          GRADIENT NORM           =          0.99952          =       0.33317 PER ATOM
          DIPOLE                  =          2.52064 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         11.001518 EV
          HOMO LUMO ENERGIES (EV) =        -11.002  2.795
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.80 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.88 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.60610
            H     8    H     6     3.10586
            H     7    H     5     2.81658
          SCF CALCULATIONS        =         20
          WALL-CLOCK TIME         =      0.088 SECONDS
          COMPUTATION TIME        =      0.048 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4
 cohobate

  C    -0.87089710 +1   0.22290971 +1   0.21138193 +1
  C     0.39947335 +1  -0.37847610 +1  -0.36775412 +1
  O     1.53952953 +1   0.37391606 +1   0.01415527 +1
  H    -1.75587184 +1  -0.34659811 +1  -0.10014166 +1
  H    -1.01747794 +1   1.25946400 +1  -0.11576556 +1
  H    -0.85503001 +1   0.22695447 +1   1.30916077 +1
  H     0.55189763 +1  -1.42345891 +1  -0.04021369 +1
  H     0.42862911 +1  -0.32882827 +1  -1.47251530 +1
  H     1.57974357 +1   0.48506240 +1   0.98886726 +1

