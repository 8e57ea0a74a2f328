#!/usr/bin/env bash
# What a language model's adapter and its wrappers cost against a bare client on the same fake.
#   bench/providers/run.sh first [STREAMS] [ROUNDS]     first word and CPU at so many streams at once
#   bench/providers/run.sh memory [TOTAL]               heap after garbage collection over so many streams
# Prints a table for docs/measurements.md. Run it on a machine that does nothing else. PORT picks the fake's (18390).
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
if [ -z "${SELLMEAPEN_CLASSES:-}" ]; then
  SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
  program=$here/.build/$(cat "$here/.build/current")
  SELLMEAPEN_CLASSES=$program/sellmeapen.jar:$program/lib/*
fi
port=${PORT:-18390}
work=$(mktemp -d)
"${JAVA_HOME:?}/bin/javac" -proc:none -nowarn -d "$work" -cp "$SELLMEAPEN_CLASSES" "$here"/bench/providers/*.java
run() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC "$@"; }
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx128m -cp "$work:$SELLMEAPEN_CLASSES" Streams serve "$port" > "$work/fake.log" &
fake=$!
trap 'kill "$fake" 2> /dev/null; rm -rf "$work"' EXIT
until grep -q ready "$work/fake.log"; do
  kill -0 "$fake"
  sleep 0.1
done
case "${1:-first}" in
  first) run -Xmx256m -cp "$work:$SELLMEAPEN_CLASSES" Streams first "$port" "${2:-100}" "${3:-10}" ;;
  memory) run -Xmx256m -cp "$work:$SELLMEAPEN_CLASSES" Streams memory "$port" "${2:-10000}" ;;
esac
