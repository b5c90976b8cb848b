

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: H  =     1 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate



     GRADIENTS WERE INITIALLY ACCEPTABLY SMALL                
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =         52.10200 KCAL/MOL =     217.99477 KJ/MOL
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  R3  
          (SZ)                    =          0.500000
          (S**2)                  =          0.750000
          NO. OF ALPHA ELECTRONS  =          1
          NO. OF BETA  ELECTRONS  =          0
          IONIZATION POTENTIAL    =         11.070112 EV
          ALPHA SOMO LUMO (EV)    =        -11.070
          MOLECULAR WEIGHT        =          1.0079
          COSMO AREA              =         21.24 SQUARE ANGSTROMS
          COSMO VOLUME            =          9.20 CUBIC ANGSTROMS
          SCF CALCULATIONS        =          1
          WALL-CLOCK TIME         =      0.005 SECONDS
          COMPUTATION TIME        =      0.005 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate

  H     0.00000000 +1   0.00000000 +1   0.00000000 +1

