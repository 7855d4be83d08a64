#!/usr/bin/env bash
# Every text of the window has a finished Russian translation.
set -uo pipefail
cd "$(dirname "$0")/../.."
status=0
for file in translations/*.ts; do
    if grep -nE 'type="(unfinished|vanished|obsolete)"' "$file"; then
        echo "$file: has unfinished or unused entries; run: cmake --build --preset release --target update_translations"
        status=1
    fi
done
exit $status
