#!/usr/bin/env bash
# How soon the offline voice is heard, and how fast it speaks, both ways (Node kept running, espeak-ng per clause).
#   bench/voice-offline/run.sh [TIMES]
#   bench/voice-offline/run.sh clip        makes content/voice/self-test.wav from its text again
# Prints a table for docs/measurements.md. Needs Node with voice-espeak/'s package, and espeak-ng on the PATH.
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
run() { "${JAVA_HOME:?}/bin/java" -XX:+UseSerialGC -Xmx192m -cp "$SELLMEAPEN_CLASSES" "$here/bench/voice-offline/OfflineVoice.java" "$@"; }
if [ "${1:-}" = clip ]; then
  run clip "$here/content/voice/self-test.txt" "$here/content/voice/self-test.wav"
else
  run "$here/voice-espeak" "${1:-40}"
fi
