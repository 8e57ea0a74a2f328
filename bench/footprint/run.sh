#!/usr/bin/env bash
# Start to ready of a built copy, and what it weighs after 50 rehearsals to the scorecard.
#   bench/footprint/run.sh [STARTS] [SESSIONS]
# Prints tables for docs/measurements.md. Linux only: it reads /proc.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
starts=${1:-10}
sessions=${2:-50}
port=18195
data=$(mktemp -d)
SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
program=$here/.build/$(cat "$here/.build/current")
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
server=
serve() { # until ready; prints the seconds it took
  local begun
  begun=$(date +%s%N)
  "$here/sellmeapen" serve --profile probe --port "$port" --data "$1" > "$1.log" 2>&1 &
  server=$!
  until (exec 3<> "/dev/tcp/127.0.0.1/$port" && printf 'GET /ready HTTP/1.0\r\n\r\n' >&3 && grep -q '^HTTP/1.* 200' <&3) 2> /dev/null; do
    kill -0 "$server"
    sleep 0.02
  done
  took=$((($(date +%s%N) - begun) / 1000000))
}
stop() { kill "$server" && wait "$server" || true; }
trap 'kill "$server" 2> /dev/null; wait "$server" 2> /dev/null || true; rm -rf "$data" "$data"*' EXIT

echo "| start to ready | times | p50 | worst |"
echo "|---|---:|---:|---:|"
for kind in "empty data folder" "existing data folder"; do
  times=()
  for k in $(seq "$starts"); do
    folder=$data
    if [ "$kind" = "empty data folder" ]; then folder=$data-$k; mkdir "$folder"; fi
    serve "$folder"
    times+=("$took")
    stop
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v kind="$kind" '{ t[NR] = $1 } END { printf "| %s | %d | %.2f s | %.2f s |\n", kind, NR, t[int((NR + 1) / 2)] / 1000, t[NR] / 1000 }'
done

serve "$data"
token=$("$here/sellmeapen" seed --profile probe --data "$data" 2> /dev/null | tail -n 1 | node -e '
  const made = JSON.parse(require("fs").readFileSync(0, "utf8"));
  console.log(made.organisations[0].people.find((p) => p.role === "trainee").token);')
weigh() { # MB of the server's JVM, and of its PostgreSQL's processes, each by its own share of the pages they have in common
  local java postgres process
  java=$(awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")
  postgres=$(for process in /proc/[0-9]*; do
    case $(readlink "$process/cwd" 2> /dev/null) in "$data"/postgres*) awk '/^Pss:/ { print $2 }' "$process/smaps_rollup" ;; esac
  done | awk '{ sum += $1 } END { printf "%.0f", sum / 1024 }')
  echo "| $1 | $java MB | $postgres MB |"
}
echo
echo "| moment | JVM resident | PostgreSQL beside it |"
echo "|---|---:|---:|"
weigh "ready"
"${JAVA_HOME:?}/bin/java" -Xmx128m -cp "$program/lib/*" "$here/bench/footprint/Rehearsals.java" "http://localhost:$port" "$token" "$sessions"
weigh "after $sessions rehearsals"
