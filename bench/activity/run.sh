#!/usr/bin/env bash
# What it costs to hear whether somebody speaks, in the server and in the browser's engine: bench/activity/run.sh [SECONDS]
# Needs Node and the packages of clients/ (npm ci), and the compiled server (or its classes in ACTIVITY_CLASSPATH).
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
if [ -z "${ACTIVITY_CLASSPATH:-}" ]; then
  ./mvnw -q -pl server -am process-classes
  ACTIVITY_CLASSPATH=server/target/classes
fi
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -cp "$ACTIVITY_CLASSPATH" bench/activity/Activity.java evals/activity/reference.wav "${1:-600}"
node bench/activity/activity.mjs "${1:-600}"
