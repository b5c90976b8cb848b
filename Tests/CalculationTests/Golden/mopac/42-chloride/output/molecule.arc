

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Wed Nov 25 20:27:57 2026

           Empirical Formula: Cl  =     1 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate



     GRADIENTS WERE INITIALLY ACCEPTABLY SMALL                
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -59.86457 KCAL/MOL =    -250.47338 KJ/MOL
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  R3  
          NO. OF FILLED LEVELS    =          4
          CHARGE ON SYSTEM        =         -1
          IONIZATION POTENTIAL    =          3.853099 EV
          HOMO LUMO ENERGIES (EV) =         -3.853 85.044
          MOLECULAR WEIGHT        =         35.4530
          COSMO AREA              =         52.81 SQUARE ANGSTROMS
          COSMO VOLUME            =         36.09 CUBIC ANGSTROMS
          SCF CALCULATIONS        =          1
          WALL-CLOCK TIME         =      0.070 SECONDS
          COMPUTATION TIME        =      0.013 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate

 Cl     0.00000000 +1   0.00000000 +1   0.00000000 +1

