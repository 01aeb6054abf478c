#!/usr/bin/env bash
# Checkpoints of full size, written by transformers, through Emovox and back: the logits of both agree
# within 1e-4 and the exported parameters are equal bit for bit. Prints load times and memory.
#
#   infra/peer/full-size.sh [SIZE…]        sizes: tiny, base, large; without any: base and large
#
# Needs 4 GB of disk below TMPDIR and 4 GB of memory; all files are deleted at the end. The packages
# of requirements.lock are installed into a virtual environment there, which takes 8 GB more, unless
# PEER_PYTHON names a Python (3.11 or later) that has them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/emovox-full-size-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=false

if [ -z "${PEER_PYTHON:-}" ]; then
  python3 -m venv "$scratch/venv"
  PEER_PYTHON=$scratch/venv/bin/python
  "$PEER_PYTHON" -m pip install -q --require-hashes -r "$here/requirements.lock"
fi

(cd "$root" && mvn -q -Dquick -pl :emovox-wav2vec2 -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$scratch/classpath" -Dmdep.includeScope=test)
module=$root/activities/wav2vec2/target
classpath=$module/test-classes:$module/classes:$(cat "$scratch/classpath")

round_trip() { # SIZE FORM [option of make_checkpoint.py]
  local work=$scratch/$1-$2
  mkdir "$work"
  echo "== $1 as $2"
  "$PEER_PYTHON" "$here/make_checkpoint.py" --size "$1" --checkpoint "$work/original" \
    --reference "$work/reference.safetensors" "${@:3}" 2>/dev/null
  cat "$work"/original/* > /dev/null # warm
  java -Xmx512m -cp "$classpath" dev.emovox.wav2vec2.RoundTrip "$work/original" \
    "$work/reference.safetensors" "$work/exported" "$work/answers.safetensors"
  "$PEER_PYTHON" "$here/compare.py" --original "$work/original" --exported "$work/exported" \
    --reference "$work/reference.safetensors" --answers "$work/answers.safetensors"
  rm -r "$work"
}

if [ $# -eq 0 ]; then set -- base large; fi
for size in "$@"; do
  round_trip "$size" safetensors
  round_trip "$size" pickle --bin
done
