#!/bin/sh
# Makes the output/ of every folder here again, with the xtb that is on PATH. The expected/ files are not touched.
#
# A folder's input/ has molecule.smi, molecule.xyz and bonds (the geometry as Cohobate embedded it, atoms from 1, with bond
# orders), arguments (for xtb, after the file's name), perhaps step (the step of the protocol), settings.json and
# version (of xtb, where it is not 6.5.1), and where it matters given.xyz (what xtb reads instead of molecule.xyz) and how (a shell command that is run in place of, or after, the plain call; $XTB is the call).
cd "$(dirname "$0")" || exit 1
for folder in ${1:-[0-9]*}; do
  input=$PWD/$folder/input
  # Recordings of another version than that of most others are made where that version is.
  xtb --version 2>&1 | grep -q "xtb version $(cat "$input/version" 2>/dev/null || echo 6.5.1) " || continue
  output=$PWD/$folder/output
  scratch=$(mktemp -d)
  rm -rf "$output" && mkdir -p "$output"
  cp "$input/molecule.xyz" "$scratch/molecule.xyz"
  [ -f "$input/given.xyz" ] && cp "$input/given.xyz" "$scratch/molecule.xyz"
  XTB="env -i PATH=$PATH XTBPATH=${XTBPATH:-/usr/share/xtb} HOME=. OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
MKL_NUM_THREADS=1 OMP_STACKSIZE=1G xtb molecule.xyz $(cat "$input/arguments")"
  (
    cd "$scratch" || exit 1
    if [ -f "$input/how" ]; then
      . "$input/how"
    else
      $XTB >"$output/stdout" 2>"$output/stderr"
      echo "exited $?" >"$output/termination"
    fi
  )
  for name in xtbout.json xtbopt.xyz wbo gfnff_charges gfnff_lists.json xtbhess.xyz; do
    [ -f "$scratch/$name" ] && cp "$scratch/$name" "$output/$name"
  done
  # Addresses and times of a backtrace differ from run to run and say nothing.
  sed -i -e '/^#[0-9]/d' -e '/^	at /d' "$output/stderr"
  rm -rf "$scratch"
  echo "$folder: $(cat "$output/termination")"
done
