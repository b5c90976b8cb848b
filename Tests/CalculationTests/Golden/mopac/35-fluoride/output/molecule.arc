

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: F  =     1 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate



     GRADIENTS WERE INITIALLY ACCEPTABLY SMALL                
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -58.65047 KCAL/MOL =    -245.39356 KJ/MOL
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  R3  
          NO. OF FILLED LEVELS    =          4
          CHARGE ON SYSTEM        =         -1
          IONIZATION POTENTIAL    =          3.362473 EV
          HOMO LUMO ENERGIES (EV) =         -3.362
          MOLECULAR WEIGHT        =         18.9984
          COSMO AREA              =         37.18 SQUARE ANGSTROMS
          COSMO VOLUME            =         21.31 CUBIC ANGSTROMS
          SCF CALCULATIONS        =          1
          WALL-CLOCK TIME         =      0.009 SECONDS
          COMPUTATION TIME        =      0.005 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate

  F     0.00000000 +1   0.00000000 +1   0.00000000 +1

