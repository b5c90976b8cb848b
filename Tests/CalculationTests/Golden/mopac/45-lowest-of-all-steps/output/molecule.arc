

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Sat Nov 28 17:43:57 2026

           Empirical Formula: C6 H12 O6  =    24 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4 LBFGS CYCLES=5000 GNORM=1.0
 cohobate



     HERBERTS TEST WAS SATISFIED IN BFGS                      
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =       -293.82959 KCAL/MOL =   -1229.38298 KJ/MOL
          DIELECTRIC ENERGY       =         -0.92678 EV
          GRADIENT NORM           =          2.55405          =       0.52134 PER ATOM
          DIPOLE                  =          5.22148 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         36
          IONIZATION POTENTIAL    =         10.494434 EV
          HOMO LUMO ENERGIES (EV) =        -10.494  1.246
          MOLECULAR WEIGHT        =        180.1572
          COSMO AREA              =        179.27 SQUARE ANGSTROMS
          COSMO VOLUME            =        191.18 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H    13    O     8     6.32435
            H    24    H    17     5.38590
            H    16    O    10     3.97354
          SCF CALCULATIONS        =         63
          WALL-CLOCK TIME         =      1.934 SECONDS
          COMPUTATION TIME        =      1.017 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET EPS=78.4 LBFGS CYCLES=5000 GNORM=1.0
 cohobate

  O     2.33681005 +1  -0.14208241 +1   1.47159231 +1
  C     2.25284754 +1  -0.84827395 +1   0.24461945 +1
  C     0.88293213 +1  -0.50538441 +1  -0.35532449 +1
  O    -0.00974299 +1  -1.32308812 +1   0.38743494 +1
  C    -1.37404451 +1  -1.25364294 +1   0.06648389 +1
  O    -1.61476724 +1  -1.93399781 +1  -1.12456459 +1
  C    -1.88182096 +1   0.21070202 +1   0.01941383 +1
  O    -2.18269100 +1   0.56729564 +1  -1.30972471 +1
  C    -0.80488735 +1   1.16103106 +1   0.58465702 +1
  O    -0.61241467 +1   0.88227706 +1   1.94799198 +1
  C     0.52347153 +1   0.98537109 +1  -0.18700350 +1
  O     0.33779518 +1   1.45666978 +1  -1.51422518 +1
  H     3.11500553 +1  -0.45575194 +1   1.98954287 +1
  H     2.34684925 +1  -1.93488831 +1   0.43924265 +1
  H     3.07716643 +1  -0.51579719 +1  -0.41435864 +1
  H     0.83580543 +1  -0.80820933 +1  -1.43001448 +1
  H    -1.83585492 +1  -1.88483043 +1   0.86256606 +1
  H    -1.56927704 +1  -1.33612913 +1  -1.91252083 +1
  H    -2.85395739 +1   0.31146241 +1   0.55337929 +1
  H    -1.36304388 +1   0.91480112 +1  -1.76062639 +1
  H    -1.15420157 +1   2.22076014 +1   0.56248121 +1
  H    -0.00703145 +1   0.10002761 +1   2.05265992 +1
  H     1.34115111 +1   1.57269299 +1   0.29119465 +1
  H     0.29148707 +1   2.44657243 +1  -1.53535992 +1

