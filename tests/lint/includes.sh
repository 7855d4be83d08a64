#!/usr/bin/env bash
# Who may know whom: the include rules of ARCHITECTURE.md as a check. Prints each line that breaks one, and fails.
set -uo pipefail
cd "$(dirname "$0")/../.."

# room: the rooms whose headers it may include, beside its own
declare -A may_know=(
    [core/base]=""
    [core/imaging]="core/base"
    [core/augment]="core/base core/imaging"
    [core/evaluation]="core/base"
    [core/workspace]="core/base"
    [core/curate]="core/base core/imaging core/workspace"
    [core/collect]="core/base core/imaging core/workspace"
    [core/label]="core/base core/workspace"
    [core/sample]="core/base core/imaging core/workspace"
    [core/models]="core/base core/imaging"
    [core/download]="core/base core/models"
    [core/danbooru]="core/base core/imaging core/workspace core/download"
    [core/training]="core/base core/imaging core/augment core/evaluation core/models core/inference"
    [core/inference]="core/base core/imaging core/augment core/evaluation core/models core/training"
    [core/engine]="core/base core/imaging core/augment core/evaluation core/models core/inference core/training"
    [core/workflow]="core/base core/imaging core/augment core/models core/evaluation core/training core/engine core/workspace core/curate core/collect core/label core/sample"
    [app/cli]="core"
    [ui/theme]=""
    [ui/viewmodels]="core"
    [ui/widgets]="core ui/viewmodels"
    [ui/tabs/collect]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/dataset]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/label]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/augment]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/train]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/evaluate]="core ui/theme ui/viewmodels ui/widgets"
    [ui/tabs/predict]="core ui/theme ui/viewmodels ui/widgets"
    [ui/window]="core ui/theme ui/viewmodels ui/widgets ui/tabs"
    [app/gui]="core ui"
)
no_qt="core/base core/imaging core/augment core/evaluation core/models core/inference core/training core/engine"
with_torch="core/models core/inference core/training core/engine"
status=0
complain() { echo "$1: $2"; status=1; }

sources() { git ls-files -co --exclude-standard -- "$1" | grep -E '\.(cpp|h)$'; }
includes_torch() { grep -qE '^#include *<(torch|ATen|c10)/' "$1"; }
includes_qt() { grep -qE '^#include *<(Q[A-Z]|Qt|quazip)' "$1"; }
is_in() { case " $2 " in *" $1 "*) return 0 ;; esac; return 1; }

for room in "${!may_know[@]}"; do
    while read -r file; do
        while IFS=: read -r line include; do
            allowed=no
            for known in $room ${may_know[$room]}; do
                case "$include" in "$known"/*) allowed=yes ;; esac
            done
            [ $allowed = yes ] || complain "$file:$line" "$room may not include $include"
        done < <(grep -nE '^#include "(core|ui|app|tests)/' "$file" | sed -E 's/^([0-9]+):#include "([^"]+)".*/\1:\2/')
        if is_in "$room" "$no_qt" && includes_qt "$file"; then complain "$file" "$room contains no Qt"; fi
        if includes_torch "$file"; then
            is_in "$room" "$with_torch" || complain "$file" "$room does not know LibTorch"
            case "$file" in *.h) case "$file" in */detail/*) ;; *) complain "$file" "a header with LibTorch types belongs under detail/" ;; esac ;; esac
        fi
    done < <(sources "$room")
done

while read -r file; do
    if includes_torch "$file" && includes_qt "$file"; then complain "$file" "includes both Qt and LibTorch"; fi
done < <(sources .)

while read -r hit; do
    complain "$hit" "tr() belongs to ui and app"
done < <(git grep -nE '(^|[^A-Za-z_:])tr\("' -- 'core/*.cpp' 'core/*.h' | cut -d: -f1,2)

for folder in $(git ls-files core ui app | grep -E '\.(cpp|h)$' | xargs -n1 dirname | sort -u); do
    room=$folder
    while [ "$room" != . ] && [ -z "${may_know[$room]+known}" ]; do room=$(dirname "$room"); done
    [ "$room" != . ] || complain "$folder" "this folder has no include rule; add it here and to ARCHITECTURE.md"
done
exit $status
