

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: C2 H6 O  =     9 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET 1SCF
 cohobate



     1SCF WAS SPECIFIED, SO BFGS WAS NOT USED                 
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -56.75086 KCAL/MOL =    -237.44561 KJ/MOL
          DIPOLE                  =          2.10461 DEBYE   POINT GROUP:  C1  
          NO. OF FILLED LEVELS    =         10
          IONIZATION POTENTIAL    =         10.683536 EV
          HOMO LUMO ENERGIES (EV) =        -10.684  2.964
          MOLECULAR WEIGHT        =         46.0688
          COSMO AREA              =         86.77 SQUARE ANGSTROMS
          COSMO VOLUME            =         68.81 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     9    H     4     3.55961
            H     8    H     6     3.06661
            H     7    H     5     2.76182
          SCF CALCULATIONS        =          1
          WALL-CLOCK TIME         =      0.014 SECONDS
          COMPUTATION TIME        =      0.007 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET 1SCF
 cohobate

  C    -0.86279700 +1   0.22056000 +1   0.20452000 +1
  C     0.40557900 +1  -0.37309100 +1  -0.37239000 +1
  O     1.52785600 +1   0.40189700 +1   0.02358100 +1
  H    -1.73901000 +1  -0.35584900 +1  -0.10511600 +1
  H    -0.98692600 +1   1.25763300 +1  -0.12408500 +1
  H    -0.82005300 +1   0.23622300 +1   1.29854300 +1
  H     0.54972500 +1  -1.40154700 +1  -0.02773200 +1
  H     0.36314300 +1  -0.37827000 +1  -1.46542000 +1
  H     1.56248200 +1   0.39244500 +1   0.99533900 +1

