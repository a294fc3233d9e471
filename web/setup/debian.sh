# shellcheck shell=bash disable=SC2154
# A private view of Debian's archive: the library sources, fonts and Emscripten come from Debian 13,
# whatever Debian the machine runs. Neither the machine's apt configuration nor its package lists
# are touched: apt works here with lists, caches and a sources list of its own, under our cache, and
# verifies everything it fetches as usual. Where the archive is, apt itself says; no address is written
# down here.

archive_release=trixie
archive="$cache/apt"

# The mirror this machine gets Debian's main component from.
archive_mirror() {
  # shellcheck disable=SC2016  # apt's names, not ours
  apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 == "Debian" && $2 == "main" && $3 == "Debian" { print $4; exit }'
}

archive_options() {
  printf '%s\n' -o "Dir::Etc::sourcelist=$archive/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o "Dir::State::lists=$archive/lists" -o "Dir::Cache=$archive/cache" \
    -o "Dir::Etc::preferences=/dev/null" -o "Dir::Etc::preferencesparts=/dev/null" \
    -o APT::Sandbox::User= -o Debug::NoLocking=1
}

archive_apt_get() { local options; mapfile -t options < <(archive_options); apt-get "${options[@]}" "$@"; }

# Fetches the archive's lists, once in a run of the script and only when something is to be fetched.
archive_ready=
archive_update() {
  [[ -n "$archive_ready" ]] && return
  local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=
  mirror="$(archive_mirror)"
  if [[ -z "$mirror" ]]; then
    # A machine without package lists does not know its mirrors yet.
    can_become_root && as_root apt-get update >"$logs/archive.log" 2>&1
    mirror="$(archive_mirror)"
  fi
  [[ -n "$mirror" ]] || fail "Looking for Debian's archive" "apt knows no mirror of Debian's main component." \
    "Check the machine's apt configuration, then run: sudo apt-get update"
  [[ -r $keyring ]] && signed="[signed-by=$keyring] "
  mkdir -p "$archive/lists/partial" "$archive/cache/archives/partial"
  printf '%s %s%s %s main\n' deb "$signed" "$mirror" $archive_release \
    deb-src "$signed" "$mirror" $archive_release >"$archive/sources.list"
  step archive "Reading the package lists of Debian's $archive_release" \
    "The machine must reach its Debian mirror. With a network but no mirror, see README.md: other sources." \
    archive_apt_get update
  archive_ready=yes
}

# archive_packages FOLDER PACKAGE...: downloads binary packages into the folder.
archive_packages() { local folder="$1"; shift; (cd "$folder" && archive_apt_get download "$@"); }

# archive_source FOLDER PACKAGE: downloads a source package's upstream archive into the folder.
archive_source() { (cd "$1" && archive_apt_get source --download-only --tar-only "$2"); }
