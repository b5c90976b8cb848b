

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -57.82717 KCAL/MOL =    -241.94886 KJ/MOL
          GRADIENT NORM           =          0.85854          =       0.28618 PER ATOM
          DIPOLE                  =          2.04833 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.653024 EV
          HOMO LUMO ENERGIES (EV) =        -10.653  2.964
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.85 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.87 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.62067
            H     8    H     6     3.10173
            H     7    H     5     2.81123
          SCF CALCULATIONS        =         19
          WALL-CLOCK TIME         =      0.024 SECONDS
          COMPUTATION TIME        =      0.016 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  C    -0.88278341 +1   0.21837285 +1   0.21271033 +1
  C     0.39674028 +1  -0.37873015 +1  -0.36071873 +1
  O     1.52939778 +1   0.38184580 +1   0.01001718 +1
  H    -1.76642630 +1  -0.34467812 +1  -0.10806725 +1
  H    -1.01381602 +1   1.25696553 +1  -0.11853840 +1
  H    -0.87180118 +1   0.22487621 +1   1.30770762 +1
  H     0.54771620 +1  -1.42401605 +1  -0.03725964 +1
  H     0.42630931 +1  -0.32519836 +1  -1.46607874 +1
  H     1.58975848 +1   0.46959116 +1   0.97924280 +1

