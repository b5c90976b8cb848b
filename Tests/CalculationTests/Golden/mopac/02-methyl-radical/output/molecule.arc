

                     SUMMARY OF  PM7 CALCULATION

                                                       MOPAC v22.0.6 Linux
                                                       Tue Nov 24 01:56:41 2026

           Empirical Formula: C H3  =     4 atoms

 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate



     GEOMETRY OPTIMISED USING EIGENVECTOR FOLLOWING (EF).     
     SCF FIELD WAS ACHIEVED                                   

          HEAT OF FORMATION       =         27.96969 KCAL/MOL =     117.02520 KJ/MOL
          GRADIENT NORM           =          0.18928          =       0.09464 PER ATOM
          DIPOLE                  =          0.00032 DEBYE   POINT GROUP:  D3h 
          (SZ)                    =          0.500000
          (S**2)                  =          0.752845
          NO. OF ALPHA ELECTRONS  =          4
          NO. OF BETA  ELECTRONS  =          3
          IONIZATION POTENTIAL    =          9.967199 EV
          ALPHA SOMO LUMO (EV)    =         -9.967  6.173
          BETA  SOMO LUMO (EV)    =        -14.194  0.540
          MOLECULAR WEIGHT        =         15.0347
          COSMO AREA              =         53.18 SQUARE ANGSTROMS
          COSMO VOLUME            =         35.80 CUBIC ANGSTROMS

          MOLECULAR DIMENSIONS (Angstroms)

            Atom       Atom       Distance
            H     4    H     2     1.83045
            H     3    H     2     1.58447
            C     1    H     4     0.00001
          SCF CALCULATIONS        =          7
          WALL-CLOCK TIME         =      0.011 SECONDS
          COMPUTATION TIME        =      0.007 SECONDS


          FINAL GEOMETRY OBTAINED
 PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 DOUBLET UHF
 cohobate

  C     0.00004391 +1   0.00005323 +1  -0.00000374 +1
  H     1.04679841 +1  -0.14266739 +1   0.02518766 +1
  H    -0.64597391 +1  -0.83485491 +1  -0.04130883 +1
  H    -0.40097610 +1   0.97733956 +1   0.01613407 +1

