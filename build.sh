#!/usr/bin/env bash
# Bootstrap only: finds the .NET SDK, compiles build/_build.csproj when its inputs changed, and becomes the build.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
temp=$root/.nuke/temp
stamp=$temp/bootstrap/stamp     # first lines: what was compiled with what; then one line per input file
engine_memo=$temp/engine
install_url=https://dot.net/v1/dotnet-install.sh

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }
die() { local code=$1; shift; say "$@"; exit "$code"; }

# --- SDK -------------------------------------------------------------------------------------------------------------

# The host itself knows which SDKs satisfy global.json; it reads it from the working directory.
use_sdk() {
  local version
  [[ -n $1 && -x $1 ]] && version=$(cd "$root" && "$1" --version 2>/dev/null) || return 1
  dotnet=$1
  sdk=$("$dotnet" --list-sdks | sed -n "s|^$version \[\(.*\)\]\$|\1/$version|p")
}

find_sdk() {
  on_path=$(command -v dotnet || true)
  local candidate
  for candidate in "$on_path" "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "$temp"/dotnet-*/dotnet; do
    if use_sdk "$candidate"; then return; fi
  done
  install_sdk
}

install_sdk() {
  local pattern='"version"[[:space:]]*:[[:space:]]*"(([0-9]+\.[0-9]+)\.[0-9])([0-9]+)' script=$temp/dotnet-install.sh
  [[ $(<"$root/global.json") =~ $pattern ]] || die 1 "global.json pins no SDK version: it needs \"sdk\": { \"version\": \"...\" }."
  local version=${BASH_REMATCH[1]}${BASH_REMATCH[3]} band=${BASH_REMATCH[1]}xx channel=${BASH_REMATCH[2]} found='no dotnet is on the PATH'
  [[ -z $on_path ]] || found="$on_path offers $("$on_path" --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - | grep . || echo none)"
  mkdir -p "$temp"
  if download "$install_url" "$script" && [[ $(head -c 2 "$script") == '#!' ]]; then
    say "The .NET SDK $version (band $band, pinned in global.json) is missing: $found. Installing it under .nuke/temp/dotnet-unix."
    if bash "$script" --channel "$channel" --install-dir "$temp/dotnet-unix" --no-path >&2 && use_sdk "$temp/dotnet-unix/dotnet"; then return; fi
    found+='; the vendor'\''s install script ran and left no fitting SDK'
  fi
  die 1 "The .NET SDK $version or newer (band $band of $channel, pinned in global.json) is needed: $found." \
    "Install it from https://dotnet.microsoft.com/download/dotnet/$channel or your system's packages (dotnet-sdk-$channel), or make $install_url reachable and run this again."
}

download() {
  if command -v curl >/dev/null; then curl -fsSL --connect-timeout 3 --max-time 20 -o "$2" "$1" 2>/dev/null
  elif command -v wget >/dev/null; then wget -q -T 3 -t 1 -O "$2" "$1" 2>/dev/null
  else return 1; fi
}

# --- Engine: the genuine packages where they are served, build/Framework elsewhere -------------------------------------

pinned() {
  local pattern="Include=\"$1\" Version=\"([^\"]+)\""
  [[ $packages_props =~ $pattern ]] || die 1 "Directory.Packages.props pins no version of $1."
  REPLY=${BASH_REMATCH[1]}
}

read_pins() {
  packages_props=$(<"$root/Directory.Packages.props")
  pinned Nuke.Common; common=$REPLY
  pinned Nuke.Components; components=$REPLY
}

known_engine() {
  local versions cache=${NUGET_PACKAGES:-${HOME:-}/.nuget/packages}
  case ${NUKE_ENGINE:-} in
    package | subset) engine=$NUKE_ENGINE reason='NUKE_ENGINE says so'; return ;;
    '') ;;
    *) die 64 "NUKE_ENGINE is '$NUKE_ENGINE'; it may be 'package' (genuine NUKE) or 'subset' (build/Framework)." ;;
  esac
  if [[ -f $engine_memo ]]; then
    { read -r engine; read -r versions; read -r reason; } <"$engine_memo" || true
    if [[ $versions == "$common $components" && ($engine == package || $engine == subset) ]]; then return; fi
  fi
  if [[ -f $cache/nuke.common/$common/nuke.common.nuspec && -f $cache/nuke.components/$components/nuke.components.nuspec ]]; then
    engine=package reason='the package cache holds it'
    return
  fi
  engine=''
  return 1
}

# One restore answers whether the feed serves the packages; where it does, they are then in the cache.
probe_engine() {
  local probe=$temp/engine-probe limit=()
  rm -rf "$probe"; mkdir -p "$probe"
  echo '<Project />' | tee "$probe/Directory.Build.props" "$probe/Directory.Build.targets" >"$probe/Directory.Packages.props"
  cat >"$probe/probe.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Nuke.Common" Version="[$common]" />
    <PackageReference Include="Nuke.Components" Version="[$components]" />
  </ItemGroup>
</Project>
PROJECT
  if command -v timeout >/dev/null; then limit=(timeout 120); fi
  if ${limit[@]+"${limit[@]}"} "$dotnet" restore "$probe/probe.csproj" -nologo -v:q >"$probe/restore.log" 2>&1 8>&-; then
    engine=package reason='the package feed serves it'
  elif grep -qE 'NU110[123]' "$probe/restore.log"; then
    engine=subset reason="the package feed does not serve Nuke.Common $common and Nuke.Components $components"
  else
    engine=subset reason='the package feed did not answer; delete .nuke/temp/engine to ask it again'
  fi
}

# --- Compile if inputs changed -----------------------------------------------------------------------------------------

# One line per input, and a second one for each that changed (by inode time, which no copying tool can set back) after
# the stamp: the answer equals the remembered list if and only if nothing was changed, added, removed or renamed.
inputs() {
  local changed=() file
  for file in "$root"/{global.json,Directory.Build.props,Directory.Build.targets,Directory.Packages.props,NuGet.Config,NuGet.config,nuget.config,build.sh}; do
    if [[ -e $file ]]; then changed+=("$file"); fi
  done
  find "$root/build" "$root/src/QualityGovernance.Deployment" "${changed[@]}" -type d \( -name bin -o -name obj \) -prune -o \
    -type f ! -name '*.lock.json' ! -name '*.md' ! -name '*.user' ! -name '.*' -print "$@"
}

fresh() {
  [[ -f $stamp ]] || return 1
  local key on_path_then dotnet_then sdk_then program_then files_then
  {
    IFS= read -r key; IFS= read -r on_path_then; IFS= read -r dotnet_then; IFS= read -r sdk_then; IFS= read -r program_then
    IFS= read -r -d '' files_then || true
  } <"$stamp"
  [[ $key == "$engine $common $components" && $on_path_then == "$(command -v dotnet || true)" && -x $dotnet_then && -d $sdk_then ]] || return 1
  hold "$program_then" && [[ $(inputs -cnewer "$stamp" -print) == "${files_then%$'\n'}" ]] || return 1
  dotnet=$dotnet_then program=$program_then
}

# The running build holds its own copy of the program, so that compiling a newer one never pulls files from under it.
hold() {
  [[ -f $1/_build.dll ]] || return 1
  if command -v flock >/dev/null; then { exec 9<"$1/in-use"; } 2>/dev/null && flock -s 9 && [[ -f $1/_build.dll ]]; fi
}

compile() {
  local files log=$temp/bootstrap/compile.log began=$temp/bootstrap/began
  say 'Compiling the build.'
  exec 9<&-
  rm -f "$stamp"
  : >"$began"
  files=$(inputs)
  if ! (cd "$root" && "$dotnet" build build/_build.csproj -c Release -p:Bootstrap=true -p:NukeEngine="$engine" \
    -m:1 -nodeReuse:false -nologo -v:q -clp:'NoSummary;ErrorsOnly' -tl:off 8>&- >"$log" 2>&1); then
    grep -E ': (fatal )?error ' "$log" | sort -u >&2 || cat "$log" >&2
    die 1 'The build does not compile; nothing was run.'
  fi
  local programs=$root/build/bin/run old
  program=$programs/$(date +%s)-$$
  mkdir -p "$program"
  : >"$program/in-use"
  cp -R "$root/build/bin/bootstrap/." "$program/"
  printf '%s\n' "$engine $common $components" "$on_path" "$dotnet" "$sdk" "$program" "$files" >"$stamp.new"
  touch -r "$began" "$stamp.new"
  mv -f "$stamp.new" "$stamp"
  command -v flock >/dev/null || return 0
  for old in "$programs"/*/; do
    if [[ ${old%/} != "$program" ]]; then (flock -n -x 7 && rm -rf "$old") 7<"$old/in-use" || true; fi
  done
}

prepare() {
  mkdir -p "$temp/bootstrap"
  if command -v flock >/dev/null; then
    exec 8>"$temp/bootstrap/lock"
    flock -n 8 || { say 'Another build.sh prepares the build; waiting for it.'; flock 8; }
  fi
  find_sdk
  if ! known_engine; then probe_engine; fi
  if [[ -z ${NUKE_ENGINE:-} ]]; then printf '%s\n' "$engine" "$common $components" "$reason" >"$engine_memo"; fi
  if ! fresh; then compile; hold "$program"; fi
  exec 8>&-
}

read_pins
if ! known_engine || ! fresh; then prepare; fi

case $engine in
  package) say "NUKE engine: the genuine packages ($common): $reason." ;;
  subset) say "NUKE engine: build/Framework (the subset of $common): $reason." ;;
esac

export DOTNET_EXE=$dotnet
if [[ $dotnet != "$(command -v dotnet || true)" ]]; then export DOTNET_ROOT=${dotnet%/*} PATH=${dotnet%/*}:$PATH; fi

# Some shells give HOST the machine's name. The packages take it for the name of a build server, and end at one that they do not know.
if [[ $engine == package && ${HOST:-} != @(GitHubActions|Terminal) ]]; then unset HOST; fi

# The engine looks for .nuke upwards from the working directory; elsewhere it has to be told.
above=$PWD
while [[ -n $above && ! -d $above/.nuke ]]; do above=${above%/*}; done
where=()
if [[ $above != "$root" ]]; then where=(--root "$root"); fi
for argument in "$@"; do
  case $argument in --root | --root=*) where=() ;; esac
done

exec "$dotnet" "$program/_build.dll" "$@" ${where[@]+"${where[@]}"}
