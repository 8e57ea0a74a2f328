#!/usr/bin/env bash
# Library, history and home with 10,000 sessions of one person and 1,000,000 in the organisation: times and query plans.
#   bench/lists/run.sh [RUNS]      needs about 3 GB of disk in a temporary folder and some minutes to fill it
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
runs=${1:-300}
port=18190
data=$(mktemp -d)
SELLMEAPEN_PREPARE=1 "$here/sellmeapen"
program=$here/.build/$(cat "$here/.build/current")
if [ -z "${JAVA_HOME:-}" ]; then
  for home in /usr/lib/jvm/*; do
    if grep -q '^JAVA_VERSION="25' "$home/release" 2> /dev/null; then JAVA_HOME=$home; fi
  done
fi
tool() { "${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$program/lib/*" "$here/bench/lists/Lists.java" "$@"; }

"$here/sellmeapen" serve --profile probe --port "$port" --data "$data" > "$data.log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null; wait "$server" 2> /dev/null || true; rm -rf "$data" "$data.log"' EXIT
until grep -q 'is ready' "$data.log"; do sleep 0.5; kill -0 "$server"; done
seed=$("$here/sellmeapen" seed --profile probe --data "$data" | tail -n 1)
field() { printf '%s' "$seed" | node -e '
  const made = JSON.parse(require("fs").readFileSync(0, "utf8"));
  console.log(made.organisations[0].people.find((p) => p.role === "owner")[process.argv[1]]);' "$1"; }
person=$(field id)
token=$(field token)
tool fill "$data" "$person"
tool measure "http://localhost:$port" "$token" "$runs"
tool plans "$data" "$person"
