# Sourced by bin/koga, bin/dev and bin/test: brings packages, a Node 24 and a build where they are missing.
# It speaks on standard error, so that what a command prints stays clean. Expects $root, the folder of package.json.

koga_fail() {
  printf 'koga: %s\n' "$*" >&2
  exit 1
}

# Sets $node to the first Node 24 or newer: the system's own, else the one that the packages bring.
koga_find_node() {
  for node in "$(command -v node || true)" "$root/node_modules/.bin/node"; do
    [ -x "$node" ] || continue
    version=$("$node" --version 2>/dev/null) || continue
    version=${version#v}
    [ "${version%%.*}" -ge 24 ] 2>/dev/null && return 0
  done
  node=
  return 1
}

# The lock file, and the kind of machine, because some packages are compiled for one.
koga_packages_wanted() {
  printf '%s %s\n' "$(uname -sm)" "$(cksum <"$root/package-lock.json")"
}

# koga_install production|all: a full installation serves both.
koga_install() {
  stamp=$root/node_modules/.koga-packages
  wanted=$(koga_packages_wanted)
  if [ -r "$stamp" ]; then
    { read -r installed_kind && read -r installed; } <"$stamp" || installed=
    if [ "$installed" = "$wanted" ] && { [ "$installed_kind" = all ] || [ "$1" = production ]; }; then return 0; fi
  fi
  command -v node >/dev/null || koga_fail "Node is missing: install Node 20 or newer, with npm, and try again (https://nodejs.org)."
  command -v npm >/dev/null || koga_fail "npm is missing: it comes with Node 20 or newer (https://nodejs.org)."
  case $(node --version) in v[0-9].* | v1[0-9].*) koga_fail "Node $(node --version) is too old to install the packages: Node 20 or newer is needed." ;; esac
  # npm empties a folder before it fills it: behind a link that would be the folder of another checkout.
  [ ! -L "$root/node_modules" ] || koga_fail "$root/node_modules is a link, and what it leads to does not fit this version: remove the link, and the packages are installed here."
  mkdir -p "$root/node_modules" 2>/dev/null && [ -w "$root/node_modules" ] ||
    koga_fail "the packages cannot be installed, because $root cannot be written: start once as a user who may write there."
  printf 'Installing packages (half a minute or so)…\n' >&2
  rm -f "$stamp"
  omit=
  [ "$1" = all ] || omit=--omit=dev
  # No package needs its install script, so none is run.
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --include=optional ${omit:-"--include=dev"} >/dev/null) ||
    koga_fail "the packages could not be installed; npm said why above. Once that is mended, the same command goes on from here."
  koga_mark_installed "$1"
}

# npm calls it too, by the script "dependencies" of package.json, so that an installation made by hand is not made again.
koga_mark_installed() {
  root=${root:-.}
  case ${npm_config_omit:-} in *dev*) kind=production ;; *) kind=all ;; esac
  { printf '%s\n' "${1:-$kind}" && koga_packages_wanted; } >"$root/node_modules/.koga-packages"
}

koga_need_node() {
  koga_find_node && return 0
  case $(uname -s) in
    Linux) koga_fail "Node 24 or newer is needed, and the one among the packages does not run on this machine ($(uname -m)): install Node 24 (https://nodejs.org)." ;;
    *) koga_fail "Node 24 or newer is needed, and here it cannot come with the packages: install Node 24 (https://nodejs.org)." ;;
  esac
}

# Names and contents of all that goes into the build: right after a branch is changed too, where times of files are not.
koga_sources() {
  (
    cd "$root"
    list=$(find src scripts/build.ts package.json package-lock.json tsconfig.json -type f ! -name '*.test.ts' ! -name '*.test.tsx' | LC_ALL=C sort)
    { printf '%s\n' "$list" && printf '%s\n' "$list" | tr '\n' '\0' | xargs -0 cat; } | cksum
  )
}

# The service stays for months on a machine that may have 2 GB; docs/benchmarks.md has what it takes. The heap: 2 MB of room for young objects instead of 16
# and more, and the bound that Node would set on such a machine; all of it is tidied when it has grown by seven tenths, where V8 by itself would do that at an
# eighth, every second under load.
# What is called 60,000 times is compiled by the last of V8's compilers, where V8 by itself would take 3,000: each tidying of the whole heap throws away what only
# passing functions held of that, and to compile it again and again took a seventh of all processor time.
koga_serving='--max-semi-space-size=2 --max-old-space-size=512 --heap-growing-percent=70 --invocation-count-for-turbofan=60000'
koga_compiled=$root/build/compiled

koga_build() {
  stamp=$root/build/sources
  sources=$(koga_sources)
  if [ -r "$stamp" ] && read -r built <"$stamp" && [ "$built" = "$sources" ]; then return 0; fi
  mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ] ||
    koga_fail "Koga cannot be built, because $root cannot be written: start once as a user who may write there."
  printf 'Building…\n' >&2
  rm -f "$stamp"
  rm -rf "$koga_compiled"
  "$node" "$root/scripts/build.ts" || koga_fail "the build failed; the reason stands above."
  # For the first start to find the program compiled; Node else keeps it when a process ends, and for the same settings. If this fails, the start compiles.
  NODE_COMPILE_CACHE=$koga_compiled "$node" $koga_serving "$root/build/koga.js" --version >/dev/null 2>&1 || true
  printf '%s\n' "$sources" >"$stamp"
}
