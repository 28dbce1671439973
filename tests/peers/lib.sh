# Shared by the run-* scripts: where things are, what they need, and how a run that cannot be made says so.
# shellcheck shell=sh

PEERS=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$PEERS/../.." && pwd)
PHP=${PHP:-php}
PEERS_WORK=${XDG_CACHE_HOME:-$HOME/.cache}/rtcomm/peers
export PEERS ROOT PHP PEERS_WORK
mkdir -p "$PEERS_WORK"

# skip REASON: ends the script as "cannot be run here".
skip() {
    echo "skipped: $*"
    exit 77
}

# need_module: there is an rtcomm to test.
need_module() {
    command -v "$PHP" >/dev/null 2>&1 || skip "there is no $PHP"
    if [ -n "${RTCOMM_MODULE:-}" ]; then
        [ -f "$RTCOMM_MODULE" ] || skip "RTCOMM_MODULE: there is no $RTCOMM_MODULE"
    elif ! "$PHP" -r 'exit(extension_loaded("rtcomm") ? 0 : 1);'; then
        skip "PHP has no rtcomm: set RTCOMM_MODULE to the path of rtcomm.so"
    fi
}

# need_npm PACKAGE@VERSION...: Node packages, installed outside the tree.
need_npm() {
    command -v node >/dev/null 2>&1 || skip "there is no node (Debian: nodejs)"
    command -v npm >/dev/null 2>&1 || skip "there is no npm (Debian: npm)"
    PEERS_NODE=$PEERS_WORK/node
    export PEERS_NODE
    mkdir -p "$PEERS_NODE"
    for package in "$@"; do
        stamp=$PEERS_NODE/.has-$package
        [ -f "$stamp" ] && continue
        [ -f "$PEERS_NODE/package.json" ] || echo '{"private": true}' >"$PEERS_NODE/package.json"
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 timeout 300 npm install --prefix "$PEERS_NODE" --no-audit --no-fund \
            --loglevel=error "$package" >"$PEERS_WORK/npm.log" 2>&1 || skip "npm could not install $package"
        : >"$stamp"
    done
}

# need_python: Debian's Python, with Debian's websockets package.
need_python() {
    PYTHON=
    for candidate in /usr/bin/python3 python3; do
        if "$candidate" -c 'import websockets' >/dev/null 2>&1; then
            PYTHON=$candidate
            break
        fi
    done
    [ -n "$PYTHON" ] || skip "Python has no websockets (Debian: python3-websockets)"
    export PYTHON
}

# need_chromium: a browser.
need_chromium() {
    for candidate in chromium /usr/bin/chromium chromium-browser google-chrome; do
        CHROMIUM=$(command -v "$candidate" 2>/dev/null) && break
    done
    [ -n "${CHROMIUM:-}" ] || skip "there is no Chromium (Debian: chromium)"
    export CHROMIUM
}

# run_parts COMMAND...: runs each (a string for sh) and prints the sum of their last lines, "N passed, M failed".
run_parts() {
    parts_log=$(mktemp)
    trap 'rm -f "$parts_log"' EXIT
    parts_passed=0
    parts_failed=0
    for part in "$@"; do
        sh -c "$part" 2>&1 | tee "$parts_log"
        counts=$(tail -n 1 "$parts_log" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
        counts=${counts:-0 1}
        parts_passed=$((parts_passed + ${counts% *}))
        parts_failed=$((parts_failed + ${counts#* }))
    done
    echo "$parts_passed passed, $parts_failed failed"
    [ "$parts_failed" = 0 ] && [ "$parts_passed" -gt 0 ]
}
