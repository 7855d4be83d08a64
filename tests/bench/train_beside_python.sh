#!/usr/bin/env bash
# A whole training beside the same in Python, by turns in one run: the same split, weights, epochs and recipe.
# Prints for each seed the seconds of the training epochs, their validation included for Nakama, and macro-F1 on
# the test part.
#
#   tests/bench/train_beside_python.sh PEER WORKSPACE MODEL WEIGHTS EPOCHS [SEEDS] [NAKAMA OPTIONS…]
#
# PEER: a Python program with `train DATA --arch MODEL --weights F --epochs N --seed S` that learns from the
# folders DATA/{train,val,test}/CLASS and prints one JSON object with epoch_seconds[] and test{macro}. WEIGHTS:
# a file, or none. Needs /usr/bin/python3 with torch and torchvision.
set -euo pipefail
[ $# -ge 5 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
peer=$1 workspace=$2 model=$3 weights=$4 epochs=$5 seeds=${6:-"1 2 3"}
shift 5; [ $# -eq 0 ] || shift
nakama=$(dirname "$0")/../../build/release/bin/nakama-cli
export OMP_WAIT_POLICY=passive
start_from=(); [ "$weights" = none ] || start_from=(--weights "$weights")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

value() { /usr/bin/python3 -c "import json,sys; j=json.load(open(sys.argv[1])); print($2)" "$1"; }

"$nakama" export "$workspace" "$folder/data" --format imagefolder >/dev/null 2>&1
printf '%-6s %14s %14s %12s %12s\n' seed 'Nakama, s' 'Python, s' 'macro-F1' 'macro-F1'
for seed in $seeds; do
    "$nakama" --json train "$workspace" --model "$model" "${start_from[@]}" --epochs "$epochs" --seed "$seed" \
        --device cpu "$@" >"$folder/train.json" 2>/dev/null
    run=$(value "$folder/train.json" "j['run']")
    "$nakama" --json evaluate "$workspace" --run "$run" --split test >"$folder/test.json" 2>/dev/null
    /usr/bin/python3 -W ignore "$peer" --seed "$seed" train "$folder/data" --arch "$model" "${start_from[@]}" \
        --epochs "$epochs" >"$folder/peer.json"
    printf '%-6s %14.1f %14.1f %12.4f %12.4f\n' "$seed" \
        "$(value "$folder/train.json" "sum(e['seconds'] for e in j['epochs'])")" \
        "$(value "$folder/peer.json" "sum(j['epoch_seconds'])")" \
        "$(value "$folder/test.json" "j['macro']['value'] if isinstance(j['macro'], dict) else j['macro']")" \
        "$(value "$folder/peer.json" "j['test']['macro']")"
done
