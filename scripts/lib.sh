# shellcheck shell=sh
# What the scripts have in common. Sourced, with the current directory at the project's root.

# Where things are kept that are made once; not every container and service has a HOME.
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME

note() {
    echo "${0##*/}: $*" >&2
}

fail() {
    note "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Installs Debian packages; another apt-get that is running is waited for.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        note "this is missing, and only root can install it: apt-get install $*"
        return 1
    fi
    note "installing $*"
    if ! apt-cache show "$@" >/dev/null 2>&1; then
        as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2 || return 1
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 install "$@" >&2
}

# missing_packages command:package ... prints the packages of the commands that are not there.
missing_packages() {
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || printf '%s ' "${pair#*:}"
    done
}

# need_commands command:package ... installs the packages of the commands that are not there.
need_commands() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # a list of words
    apt_install $missing
}

has_libevent() {
    [ -n "${LIBEVENT_LIBS-}" ] || pkg-config --exists 'libevent_core >= 2.1.8' 2>/dev/null
}

# What building and testing the extension takes. The PHP is the one whose phpize is in the path.
need_build_tools() {
    development=php-dev
    if command -v php >/dev/null 2>&1; then
        development=$(php -n -r 'echo "php", PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION, "-dev";')
    fi
    missing=$(missing_packages php:php-cli "phpize:$development" cc:gcc make:make autoconf:autoconf \
        pkg-config:pkg-config)
    has_libevent || missing="$missing libevent-dev"
    pkg-config --exists zlib 2>/dev/null || missing="$missing zlib1g-dev"
    pkg-config --exists 'openssl >= 1.1.1' 2>/dev/null || missing="$missing libssl-dev"
    # shellcheck disable=SC2086 # a list of words
    [ -z "$missing" ] || apt_install $missing ||
        fail "install PHP with its development files, a C compiler, make, autoconf, pkg-config and" \
            "the headers of libevent, OpenSSL and zlib (libevent-dev, libssl-dev, zlib1g-dev, or the -devel packages)"
    has_libevent || fail "rtcomm needs libevent 2.1.8 or later, and pkg-config finds $(
        pkg-config --modversion libevent_core 2>/dev/null || echo none)"
    versions="$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;') $(php-config --version)"
    case ${versions#* } in
        "${versions%% *}".*) ;;
        *) fail "php is PHP ${versions%% *}, but phpize is of PHP ${versions#* }: let PATH name one PHP" ;;
    esac
}

# copy_tree DIR puts the project's files there: those that git knows or would take, or all of them.
copy_tree() {
    mkdir -p "$1"
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        # shellcheck disable=SC2016 # the inner shell's dollars
        # A file that was removed but not committed is still listed.
        git ls-files -z --cached --others --exclude-standard |
            xargs -0 sh -c 'for f; do if [ -e "$f" ]; then printf "%s\0" "$f"; fi; done' sh |
            tar -c --null -T - | tar -x -C "$1"
    else
        tar -c --exclude=./.git --exclude=./node_modules --exclude=./vendor . | tar -x -C "$1"
    fi
}

# build_extension SOURCE BUILD [configure's arguments] makes BUILD/modules/rtcomm.so. SOURCE is a
# copy, where phpize may leave its files. PHP_BIN names another PHP's bin directory, with its slash;
# CC, CFLAGS and LDFLAGS go to configure. Shows what it printed only when it fails.
build_extension() {
    build_source=$1
    build_dir=$2
    shift 2
    mkdir -p "$build_dir"
    if (
        cd "$build_source" && "${PHP_BIN-}phpize" &&
            cd "$build_dir" &&
            "$build_source/configure" --with-php-config="$(command -v "${PHP_BIN-}php-config")" \
                --enable-rtcomm "$@"
    ) >"$build_dir/build.log" 2>&1 && make -s -j2 -C "$build_dir" >"$build_dir/build.log" 2>&1; then
        return 0
    fi
    # Without the commands, which are a screen each.
    grep -v -e '^mkdir' -e '^/bin/.*libtool' -e ' -DHAVE_CONFIG_H ' "$build_dir/build.log" |
        tail -n 60 >&2
    note "the build failed"
    return 1
}

# extension_arguments PHP MODULE prints what loads MODULE, and those of the extensions that tests
# use which are not compiled into PHP, beside `php -n`.
extension_arguments() {
    for extension in sockets posix pcntl; do
        if ! "$1" -n -r "exit(extension_loaded('$extension') ? 0 : 1);" &&
            "$1" -n -d "extension=$extension" -r "exit(extension_loaded('$extension') ? 0 : 1);" \
                >/dev/null 2>&1; then
            printf -- '-d extension=%s ' "$extension"
        fi
    done
    printf -- '-d extension=%s\n' "$2"
}

# run_phpt SOURCE PHP MODULE TESTS [run-tests.php's arguments] runs the .phpt files of TESTS (files
# and directories, below SOURCE). Sets phpt_passed, phpt_failed and phpt_skipped; lists the skipped.
run_phpt() {
    phpt_source=$1
    phpt_php=$2
    phpt_module=$3
    phpt_tests=$4
    shift 4
    phpt_passed=0
    phpt_failed=0
    phpt_skipped=0
    # shellcheck disable=SC2086 # a list of words
    if [ -z "$(cd "$phpt_source" && find $phpt_tests -name '*.phpt' 2>/dev/null | head -n 1)" ]; then
        echo "no .phpt files in $phpt_tests"
        return 0
    fi
    phpt_results=$phpt_source/phpt-results
    rm -f "$phpt_results"
    phpt_status=0
    # shellcheck disable=SC2046,SC2086 # lists of words
    (
        cd "$phpt_source"
        NO_INTERACTION=1 timeout "${PHPT_TIMEOUT:-900}" "$phpt_php" -n run-tests.php -q -n -j2 \
            -p "$phpt_php" $(extension_arguments "$phpt_php" "$phpt_module") --offline --no-color --no-progress \
            --show-diff -g FAIL,XFAIL,SKIP,BORK,WARN,LEAK -W "$phpt_results" "$@" $phpt_tests
    ) </dev/null || phpt_status=$?
    touch "$phpt_results"
    # WARNED are tests of time that passed when run-tests.php tried them again; it says so.
    # shellcheck disable=SC2034 # for the caller
    phpt_passed=$(grep -c '^X\?PASSED\|^XFAILED\|^WARNED' "$phpt_results" || true)
    # shellcheck disable=SC2034 # for the caller
    phpt_skipped=$(grep -c '^SKIPPED' "$phpt_results" || true)
    phpt_failed=$(grep -c -v '^PASSED\|^XFAILED\|^WARNED\|^SKIPPED' "$phpt_results" || true)
    # A runner that did not reach its end has not shown anything about the tests it left out.
    if [ "$phpt_status" != 0 ] && [ "$phpt_failed" = 0 ]; then
        echo "run-tests.php ended with $phpt_status"
        phpt_failed=1
    fi
}
