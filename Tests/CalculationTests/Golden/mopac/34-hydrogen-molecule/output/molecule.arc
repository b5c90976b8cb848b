

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:43 2026

           Empirical Formula: H2  =     2 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =        -32.01059 KCAL/MOL =    -133.93232 KJ/MOL
          GRADIENT NORM           =          0.74641          =       0.52779 PER ATOM
          DIPOLE                  =          0.00000 DEBYE   POINT GROUP:  D*h 
          NO. OF FILLED LEVELS    =          1
          IONIZATION POTENTIAL    =         15.022893 EV
          HOMO LUMO ENERGIES (EV) =        -15.023  7.032
          MOLECULAR WEIGHT        =          2.0158
          COSMO AREA              =         27.33 SQUARE ANGSTROMS
          COSMO VOLUME            =         13.10 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     2    H     1     0.75992
            H     2    H     1     0.00000
            H     1    H     2     0.00000
          SCF CALCULATIONS        =          5
          WALL-CLOCK TIME         =      0.019 SECONDS
          COMPUTATION TIME        =      0.006 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET
 cohobate

  H    -0.00996029 +1  -0.00000000 +1  -0.00000000 +1
  H     0.74996030 +1  -0.00000000 +1  -0.00000000 +1

