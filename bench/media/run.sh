#!/usr/bin/env bash
# Many recordings at once in real time: what they cost in processor time, memory and disk.
#   bench/media/run.sh [--recorders 500] [--seconds 30] [--talk both|turns] [--folder DIR]
# `both`: two voices that never pause. `turns`: a microphone with noise all the time, a buyer who speaks half of it.
# Writes up to 48 MB a second into a temporary folder of DIR (/tmp unless said) and removes it.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
program=$here/.build/$(cat "$here/.build/current")
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
# Compiled beside the program, because it stands in the room whose inside it measures.
"${JAVA_HOME:?}/bin/javac" -proc:none -nowarn -d "$classes" -cp "$program/sellmeapen.jar:$program/lib/*" "$here/bench/media/ManyRecordings.java"
"$JAVA_HOME/bin/java" -Xmx384m -cp "$classes:$program/sellmeapen.jar:$program/lib/*" org.sellmeapen.media.ManyRecordings "$@"
