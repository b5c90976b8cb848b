

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:42 2026

           Empirical Formula: N  =     1 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 QUARTET UHF
 cohobate



     GRADIENTS WERE INITIALLY ACCEPTABLY SMALL                
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        113.00000 KCAL/MOL =     472.79200 KJ/MOL
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  R3  
          (SZ)                    =          1.500000
          (S**2)                  =          3.750000
          NO. OF ALPHA ELECTRONS  =          4
          NO. OF BETA  ELECTRONS  =          1
          IONIZATION POTENTIAL    =         14.093314 EV
          ALPHA SOMO LUMO (EV)    =        -14.093
          BETA  SOMO LUMO (EV)    =        -21.026  0.027
          MOLECULAR WEIGHT        =         14.0067
          COSMO AREA              =         42.08 SQUARE ANGSTROMS
          COSMO VOLUME            =         25.67 CUBIC ANGSTROMS
          SCF CALCULATIONS        =          1
          WALL-CLOCK TIME         =      0.009 SECONDS
          COMPUTATION TIME        =      0.005 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 QUARTET UHF
 cohobate

  N     0.00000000 +1   0.00000000 +1   0.00000000 +1

