

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Wed Nov 25 20:27:57 2026

           Empirical Formula: Na  =     1 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=1 SINGLET
 cohobate



     GRADIENTS WERE INITIALLY ACCEPTABLY SMALL                
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        159.75806 KCAL/MOL =     668.42773 KJ/MOL
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  R3  
          NO. OF FILLED LEVELS    =          0
          CHARGE ON SYSTEM        =  *********
          IONIZATION POTENTIAL    =          0.000000 EV
          MOLECULAR WEIGHT        =         22.9898
          COSMO AREA              =         88.91 SQUARE ANGSTROMS
          COSMO VOLUME            =         78.84 CUBIC ANGSTROMS
          SCF CALCULATIONS        =          0
          WALL-CLOCK TIME         =      0.023 SECONDS
          COMPUTATION TIME        =      0.009 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=1 SINGLET
 cohobate

 Na     0.00000000 +1   0.00000000 +1   0.00000000 +1

