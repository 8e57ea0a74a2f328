#!/bin/sh
# Says what is missing before npm can say it badly.
need() {
  echo "" >&2
  echo "Building the web client needs Node 20.19 or newer with npm on the PATH; $1." >&2
  echo "Install it (https://nodejs.org or your system's packages) and run the build again. A released jar needs no Node." >&2
  exit 1
}
command -v node >/dev/null 2>&1 || need "node was not found"
command -v npm >/dev/null 2>&1 || need "npm was not found"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  need "found $(node --version)"
