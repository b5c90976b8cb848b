

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -57.84896 KCAL/MOL =    -242.04006 KJ/MOL
          GRADIENT NORM           =          0.76100          =       0.25367 PER ATOM
          DIPOLE                  =          2.04931 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.647224 EV
          HOMO LUMO ENERGIES (EV) =        -10.647  2.966
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.99 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.97 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.61839
            H     8    H     6     3.10572
            H     7    H     5     2.81760
          SCF CALCULATIONS        =         30
          WALL-CLOCK TIME         =      0.029 SECONDS
          COMPUTATION TIME        =      0.021 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  C    -1.00616742 +1   0.16990030 +1   0.21161882 +1
  C     0.29869992 +1  -0.37322990 +1  -0.35872119 +1
  O     1.39397667 +1   0.44114319 +1   0.00885821 +1
  H    -1.86879240 +1  -0.40371646 +1  -0.14497667 +1
  H    -1.15480703 +1   1.21627566 +1  -0.08677890 +1
  H    -1.01766378 +1   0.14062117 +1   1.30630260 +1
  H     0.50047003 +1  -1.40759240 +1  -0.02866378 +1
  H     0.32810593 +1  -0.32645246 +1  -1.46446659 +1
  H     1.43624053 +1   0.55049495 +1   0.97707962 +1

