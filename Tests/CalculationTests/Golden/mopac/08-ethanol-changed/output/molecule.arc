

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET PULAY ITRY=2000 LBFGS CYCLES=5000
 cohobate



     HERBERTS TEST WAS SATISFIED IN BFGS                      
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -57.82581 KCAL/MOL =    -241.94320 KJ/MOL
          GRADIENT NORM           =          0.67358          =       0.22453 PER ATOM
          DIPOLE                  =          2.04933 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.652126 EV
          HOMO LUMO ENERGIES (EV) =        -10.652  2.967
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.84 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.86 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.61790
            H     8    H     6     3.10222
            H     7    H     5     2.81122
          SCF CALCULATIONS        =         16
          WALL-CLOCK TIME         =      0.026 SECONDS
          COMPUTATION TIME        =      0.014 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET PULAY ITRY=2000 LBFGS CYCLES=5000
 cohobate

  C    -0.87518211 +1   0.21830162 +1   0.21651889 +1
  C     0.39701380 +1  -0.39199963 +1  -0.35975635 +1
  O     1.53781857 +1   0.35901662 +1   0.00432932 +1
  H    -1.76262729 +1  -0.34120348 +1  -0.09916508 +1
  H    -0.99962628 +1   1.25610200 +1  -0.11992427 +1
  H    -0.86240715 +1   0.23086619 +1   1.31144346 +1
  H     0.54240733 +1  -1.43759064 +1  -0.03443354 +1
  H     0.42113079 +1  -0.34057658 +1  -1.46527412 +1
  H     1.60147142 +1   0.44708497 +1   0.97350175 +1

