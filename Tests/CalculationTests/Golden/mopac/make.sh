#!/bin/sh
# Makes the output/ of every folder here again, with the MOPAC that is on PATH. The expected/ files are not touched.
#
# A folder's input/ has molecule.smi, bonds (atoms from 1, with bond orders) and molecule.mop (what Cohobate writes), perhaps
# settings.json, and where it matters given.mop (what MOPAC reads instead of molecule.mop) and how (a shell command that is
# run in place of the plain call; $MOPAC is the call).
cd "$(dirname "$0")" || exit 1
for folder in ${1:-[0-9]*}; do
  input=$PWD/$folder/input
  output=$PWD/$folder/output
  scratch=$(mktemp -d)
  rm -rf "$output" && mkdir -p "$output"
  cp "$input/molecule.mop" "$scratch/molecule.mop"
  [ -f "$input/given.mop" ] && cp "$input/given.mop" "$scratch/molecule.mop"
  MOPAC="env -i PATH=$PATH OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 mopac molecule.mop"
  (
    cd "$scratch" || exit 1
    if [ -f "$input/how" ]; then
      . "$input/how"
    else
      $MOPAC >"$output/stdout" 2>"$output/stderr"
      echo "exited $?" >"$output/termination"
    fi
  )
  for name in molecule.out molecule.arc molecule.aux; do
    [ -f "$scratch/$name" ] && cp "$scratch/$name" "$output/$name"
  done
  # Addresses of a backtrace differ from run to run and say nothing.
  sed -i -e "/^#[0-9]/d" -e "/^	at /d" "$output/stderr"
  rm -rf "$scratch"
  echo "$folder: $(cat "$output/termination")"
done
