#!/usr/bin/env bash
# How well a model tells pictures of its classes from all others: of a folder with a folder a class, four classes
# at a time are left out of training, and the model is then asked about its own test pictures and about theirs.
# Prints, for the verdict "none of these" and for two thresholds on the softmax, how many of each are refused.
#
#   tests/bench/open_set_quality.sh PICTURES WEIGHTS WORK [EPOCHS] [SEED]
#
# PICTURES: at least 16 folders. WEIGHTS: of SqueezeNet 1.1. WORK: a folder for the workspaces; what is there is
# not made again. Needs python3 with numpy, and a build with -DNAKAMA_BENCH=ON.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
pictures=$1 weights=$2 work=$3 epochs=${4:-20} seed=${5:-1}
here=$(cd "$(dirname "$0")" && pwd)
bin=${NAKAMA_BIN:-$here/../../build/release/bin}
export OMP_WAIT_POLICY=passive
mkdir -p "$work"
mapfile -t classes < <(ls "$pictures")
for fold in 1 2 3 4; do
    folder=$work/without-$fold
    known=() unknown=()
    for i in "${!classes[@]}"; do
        if [ "$i" -lt 16 ] && [ $((i % 4 + 1)) = "$fold" ]; then unknown+=("$pictures/${classes[i]}")
        else known+=("${classes[i]}"); fi
    done
    if [ ! -e "$folder/workspace.json" ]; then
        mkdir -p "$work/in"
        for class in "${known[@]}"; do cp -r "$pictures/$class" "$work/in/"; done
        "$bin/nakama-cli" workspace create "$folder" --classes "$(IFS=,; echo "${known[*]}")"
        "$bin/nakama-cli" import "$folder" "$work/in"
        rm -r "$work/in"
        "$bin/nakama-cli" split "$folder" --seed "$seed"
        "$bin/nakama-cli" train "$folder" --model squeezenet1_1 --weights "$weights" --freeze body \
            --epochs "$epochs" --seed "$seed"
        "$bin/nakama-cli" evaluate "$folder" --run latest --split test
    fi >>"$work/log.txt" 2>&1
    "$bin/open_set_scores" "$folder" latest "$work/without-$fold.jsonl" "${unknown[@]}"
done
python3 "$here/open_set_quality.py" "$work"/without-*.jsonl
