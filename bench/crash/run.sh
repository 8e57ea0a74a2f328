#!/usr/bin/env bash
# Kills the application and its database at random moments while people rehearse, and counts what was lost or done twice.
#   bench/crash/run.sh [--kills 100] [--talkers 4] [--port 18100] [--seed 1] [--folder DIR]
# Prints a table for docs/measurements.md; exit code 1 when a promise was broken.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
program=$here/.build/$(cat "$here/.build/current")
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
# the JSON reader is borrowed from the program
exec "${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$program/lib/*" "$here/bench/crash/Crash.java" --launcher "$here/sellmeapen" "$@"
