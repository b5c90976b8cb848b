

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:41 2026

           Empirical Formula: C2 H3 O2  =     7 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =       -126.73860 KCAL/MOL =    -530.27430 KJ/MOL
          GRADIENT NORM           =          0.52609          =       0.19884 PER ATOM
          DIPOLE                  =          4.03899 DEBYE   POINT GROUP:  Cs  
          NO. OF FILLED LEVELS    =         12
          CHARGE ON SYSTEM        =         -1
          IONIZATION POTENTIAL    =          4.199488 EV
          HOMO LUMO ENERGIES (EV) =         -4.199  7.991
          MOLECULAR WEIGHT        =         59.0445
          COSMO AREA              =         89.64 SQUARE ANGSTROMS
          COSMO VOLUME            =         71.76 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     6    O     4     3.26417
            O     3    H     7     2.97847
            H     7    H     5     1.69085
          SCF CALCULATIONS        =         16
          WALL-CLOCK TIME         =      0.018 SECONDS
          COMPUTATION TIME        =      0.013 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=-1 SINGLET
 cohobate

  C    -0.67167677 +1  -0.05723257 +1  -0.00063083 +1
  C     0.88598859 +1   0.06707998 +1  -0.00085979 +1
  O     1.51408339 +1  -0.98839158 +1  -0.15307795 +1
  O     1.32849631 +1   1.21333963 +1   0.15329427 +1
  H    -1.05042395 +1   0.31037255 +1   0.94901421 +1
  H    -0.96070958 +1  -1.09480050 +1  -0.14137993 +1
  H    -1.06960838 +1   0.55410304 +1  -0.80510590 +1

