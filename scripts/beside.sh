# shellcheck shell=sh
# Packages of another Debian release than this machine's, beside its own: nothing of the system
# changes. Sourced after lib.sh.

# beside_init DIR RELEASE TYPE makes ready for beside(): TYPE is deb or deb-src. False: this machine
# has no Debian archive, and a note has said so.
beside_init() {
    beside_dir=$1
    # The archive that this machine uses.
    # shellcheck disable=SC2016 # the dollars are apt's
    archive=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian //p' | head -n 1)
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    if [ -z "$archive" ] || [ ! -f "$keyring" ]; then
        note "no Debian archive is set up here (apt-get update may be all that is missing)"
        return 1
    fi
    mkdir -p "$beside_dir/sources" "$beside_dir/lists/partial" "$beside_dir/cache/archives/partial"
    : >"$beside_dir/status"
    cat >"$beside_dir/sources/$2.sources" <<END
Types: $3
URIs: $archive
Suites: $2
Components: main
Signed-By: $keyring
END
}

# apt-get with that release and no other, as if nothing were installed.
beside() {
    apt-get -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$beside_dir/sources" \
        -o Dir::State::Lists="$beside_dir/lists" -o Dir::Cache="$beside_dir/cache" \
        -o Dir::State::status="$beside_dir/status" -o APT::Sandbox::User="$(id -un)" "$@"
}
