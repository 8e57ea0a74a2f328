#!/usr/bin/env bash
# What the voice socket costs: relayed to a vendor's stand-in, and through our own ear and mouth as stand-ins.
#   bench/voice/run.sh relay    [CALLS...]     beside two bare relays, with a load tool of one's own (VOICE_BENCH=folder)
#   bench/voice/run.sh pipeline [CALLS...]     scripted ear and voice, speech told by the page
#   bench/voice/run.sh soak [CALLS [MINUTES]]  drops, reconnects, slow readers, dead peers; memory, threads, files, records
# The server stands on core 0, PostgreSQL and the load on core 1. RECORDING=true records every call. SECONDS_EACH=15.
# AGNICE=-10 gives both a scheduling group of their own on a shared machine (root only). Linux only: it reads /proc.
# Set SELLMEAPEN_JAVA_OPTS as in production; docs/measurements.md names what the printed figures were made with.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
what=${1:-relay}
shift || true
port=18197
fake=29473
seconds=${SECONDS_EACH:-15}
data=$(mktemp -d)
bench=${VOICE_BENCH:-$here/../shared/bench/voice}
SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
program=$here/.build/$(cat "$here/.build/current")
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
export JAVA_HOME
server= floor= java= pid=
cleanup() {
  kill $java $pid $server $floor 2> /dev/null || true
  wait 2> /dev/null || true
  if [ -n "$java" ]; then while kill -0 "$java" 2> /dev/null; do sleep 0.2; done; fi
  rm -rf "$data" "$data".*
}
trap cleanup EXIT

on() { # a command on one core; with AGNICE in a scheduling group of its own
  local core=$1
  shift
  if [ -n "${AGNICE:-}" ]; then
    setsid -w bash -c 'echo "$0" > /proc/self/autogroup; exec taskset -c "$@"' "$AGNICE" "$core" "$@"
  else
    taskset -c "$core" "$@"
  fi
}
tool() { on 1 "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$program/lib/*" "$here/bench/voice/$1.java" "${@:2}"; }

serve() {
  on 0 "$here/sellmeapen" serve --profile probe --port "$port" --data "$data" > "$data.log" 2>&1 &
  server=$!
  until grep -q 'is ready' "$data.log"; do sleep 0.3; kill -0 "$server" || { tail -5 "$data.log" >&2; exit 1; }; done
  java=$(pgrep -f "org.sellmeapen.SellMeAPen serve --profile probe --port $port" | while read -r p; do
    if [ "$(cat "/proc/$p/comm")" = java ]; then echo "$p"; fi; done | head -1)
  postgres=$(pgrep -P "$java" postgres | head -1)
  token=$("$here/sellmeapen" seed --profile probe --data "$data" 2> /dev/null | tail -n 1 | node -e '
    const made = JSON.parse(require("fs").readFileSync(0, "utf8"));
    console.log(made.organisations[0].people.find((p) => p.role === "trainee").token);')
}
move_postgres() { # it inherited the server's core
  for p in $postgres $(pgrep -P "$postgres"); do taskset -acp 1 "$p" > /dev/null; done
}
tickets() { tool Tickets "http://localhost:$port" "$token" "$1" "$data.urls" "${RECORDING:-false}"; move_postgres; }
until_free() { for _ in $(seq 100); do (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null || return 0; sleep 0.1; done; }

case $what in
  relay)
    [ -f "$bench/src/Bench.java" ] || { echo "no load tool in $bench; set VOICE_BENCH to its folder" >&2; exit 1; }
    mkdir -p "$data.tool"
    "$JAVA_HOME/bin/javac" -d "$data.tool" "$bench"/src/*.java
    netty=$(ls "$program"/lib/netty-*.jar | tr '\n' ':')
    "$JAVA_HOME/bin/javac" -d "$data.tool" -cp "$netty" "$bench"/sut/java/src/main/java/sut/{NettyApp,Up}.java
    export OPENAI_REALTIME_URL=ws://127.0.0.1:$fake
    load() { # NAME CALLS PID more
      on 1 "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$data.tool" Bench bench --fake-port $fake --label "$1" \
        --n "$2" --warm 4 --pid "sut=$3" --connect-rate 100 "${@:4}"
    }
    OPENAI_API_KEY=none SELLMEAPEN_RELAY=openai SELLMEAPEN_RELAY_STEERING=one-turn-late serve
    ours() { tickets "$1"; load ours "$1" "$java" --pid "db=$postgres" --adapter "$here/bench/voice/ours.properties" --urls "$data.urls" "${@:2}"; }
    bare() { # NAME CALLS more: a bare relay beside
      until_free 28473
      case $1 in
        nio) on 0 "$JAVA_HOME/bin/java" -Xmx768m -cp "$data.tool" FloorRelay 28473 > /dev/null 2>&1 & ;;
        netty) on 0 "$JAVA_HOME/bin/java" -Xmx768m --enable-native-access=ALL-UNNAMED -Dserver.port=28473 -cp "$data.tool:$netty" sut.NettyApp > /dev/null 2>&1 & ;;
      esac
      floor=$!
      until (exec 3<> /dev/tcp/127.0.0.1/28473) 2> /dev/null; do sleep 0.1; kill -0 "$floor"; done
      pid=$(pgrep -f "FloorRelay 28473|Dserver.port=28473" | while read -r p; do if [ "$(cat "/proc/$p/comm")" = java ]; then echo "$p"; fi; done | head -1)
      if [ -z "${3:-}" ]; then load "$1" 50 "$pid" --adapter "$bench/adapters/binary.properties" --url ws://127.0.0.1:28473 --seconds 6 > /dev/null; fi
      load "$1" "$2" "$pid" --adapter "$bench/adapters/binary.properties" --url ws://127.0.0.1:28473 --seconds "$seconds"
      kill "$pid"; wait "$floor" 2> /dev/null || true; floor= pid=
    }
    ours 100 --seconds 20 > /dev/null # warm
    ours 250 --seconds 20 > /dev/null
    for calls in "${@:-250}"; do
      { bare nio "$calls"; bare netty "$calls"; ours "$calls" --seconds "$seconds"; } | grep '^{' > "$data.results"
      node "$here/bench/voice/table.mjs" "$data.results"
    done
    ;;
  pipeline)
    SELLMEAPEN_RELAY='' SELLMEAPEN_MOUTH=scripted SELLMEAPEN_EAR=scripted SELLMEAPEN_EAR_SCRIPT=$here/bench/voice/utterances.yaml serve
    tickets 60; tool Callers measure "$data.urls" 60 14 > /dev/null
    echo "| calls | turns answered | end of speech to first sound, p50 / p99 ms | beyond the policy's waiting, p50 / p99 ms | closed | troubles | the load's own lateness, p50 / p99 ms | server, cores |"
    echo "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for calls in "${@:-300}"; do
      tickets "$calls"
      ticks() { awk '{ print $14 + $15 }' "/proc/$java/stat"; }
      (sleep 9; a=$(ticks); sleep 10; b=$(ticks); awk -v d=$((b - a)) 'BEGIN { printf " %.2f |\n", d / 1000 }' > "$data.cores") &
      sampler=$!
      row=$(tool Callers measure "$data.urls" "$calls" "$seconds" 7 "${ACTIVITY:-browser}" 2> "$data.said" | tail -1)
      wait "$sampler"
      echo "$row$(cat "$data.cores")"
      cat "$data.said" >&2
    done
    ;;
  ready)
    export OPENAI_REALTIME_URL=ws://127.0.0.1:$fake
    OPENAI_API_KEY=none SELLMEAPEN_RELAY=openai SELLMEAPEN_RELAY_STEERING=one-turn-late serve
    tickets "${1:-300}"
    tool Ready "$fake" "$data.urls"
    ;;
  soak)
    SELLMEAPEN_RELAY='' SELLMEAPEN_MOUTH=scripted SELLMEAPEN_EAR=scripted SELLMEAPEN_EAR_SCRIPT=$here/bench/voice/utterances.yaml serve
    tool Soak "http://localhost:$port" "$token" "${1:-50}" "${2:-20}" "$java" "${RECORDING:-false}"
    ;;
  *) sed -n '2,10p' "$0" >&2; exit 2 ;;
esac
