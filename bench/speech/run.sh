#!/bin/sh
# What the arithmetic of speech costs, beside decoding by ffmpeg and Praat on the same file; then 1,000 damaged files; then the gauge of a call.
#   run.sh [HOURS]       builds what is not built (or takes SPEECH_CLASSPATH); needs espeak-ng; praat where it is installed
# Ratios are what to compare: all of them ran on this machine, one after the other.
set -e
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
if [ -z "$SPEECH_CLASSPATH" ]; then
  SELLMEAPEN_PREPARE=1 ./sellmeapen
  program=.build/$(cat .build/current)
  SPEECH_CLASSPATH=$program/sellmeapen.jar:$program/lib/*
fi
"$javac" -nowarn -proc:none -cp "$SPEECH_CLASSPATH" -d "$out" bench/speech/*.java
# A two-hour file within 200 MB: the heap gets 128, and the resident size is told.
"$java" -Xmx128m -XX:+UseSerialGC -cp "$out:$SPEECH_CLASSPATH" SpeechCost "$out/work" "${1:-1}"
"$java" -Xmx128m -XX:+UseSerialGC -cp "$out:$SPEECH_CLASSPATH" DamagedFiles "$out/damaged" 1000
"$java" -XX:+UseSerialGC -cp "$out:$SPEECH_CLASSPATH" org.sellmeapen.voice.GaugeCost
