#!/bin/sh
# Plays the sellers against the built-in counterpart and writes report.md and report.json beside this file.
#   run.sh [SEEDS]     seeds for each scenario, level and skill (500)
#   run.sh --show N    writes N games of each scenario, level and skill to server/target/levels-games.md instead
#   run.sh --obliging [SEEDS]  the same with a model at the buyer's mouth that wants to please; writes obliging.md
# Ends with 1 when a step does not hold; the report says which.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -version 2>&1 | grep -Eq '"(2[5-9]|[3-9][0-9])' || { echo "Set JAVA_HOME to a JDK 25 or newer." >&2; exit 2; }
"${MVN-./mvnw}" -q -pl server -am test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/evals-classpath.txt
main=LevelsEvaluation
if [ "${1-}" = --obliging ]; then main=ObligingEvaluation; shift; fi
exec "$java" -cp "server/target/test-classes:server/target/classes:$(cat server/target/evals-classpath.txt)" \
  org.sellmeapen.evals.levels.$main "$@"
