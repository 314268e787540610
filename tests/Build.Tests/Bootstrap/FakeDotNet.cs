namespace Build.Tests.Bootstrap;

/// <summary>
/// A dotnet that does as files beside it say: <c>no-sdk</c> (no SDK fits), <c>feed</c> (what a restore answers: serves, lacks or
/// silent), <c>broken</c> (the compiler finds an error), <c>hold</c> (a pipe from which the compiled build reads before it ends).
/// </summary>
internal static class FakeDotNet
{
    public const string Script = """
        #!/usr/bin/env bash
        here=${BASH_SOURCE[0]%/*}; root=${here%/bin}; root=${root%/.nuke/temp/dotnet-unix}
        printf '%s\n' "$*" >>"$root/calls.log"
        case $1 in
          --version)
            [[ ! -e $root/no-sdk || $here == */dotnet-unix ]] || { echo 'A compatible .NET SDK was not found.' >&2; exit 155; }
            [[ -e global.json ]] || { echo 'not asked where global.json is' >&2; exit 1; }
            echo 10.0.401 ;;
          --list-sdks)
            if [[ -e $root/no-sdk && $here != */dotnet-unix ]]; then echo "9.0.100 [$root/sdk]"; else echo "10.0.401 [$root/sdk]"; mkdir -p "$root/sdk/10.0.401"; fi ;;
          restore)
            case $(cat "$root/feed" 2>/dev/null) in
              serves) exit 0 ;;
              silent) echo 'error NU1301: Unable to load the service index'; exit 1 ;;
              *) echo 'error NU1101: Unable to find package Nuke.Common.'; exit 1 ;;
            esac ;;
          build)
            if [[ -e $root/broken ]]; then echo 'Build.cs(1,1): error CS1002: ; expected'; exit 1; fi
            mkdir -p "$root/build/bin/bootstrap"; cat "$root/build/Build.cs" >"$root/build/bin/bootstrap/_build.dll" ;;
          */_build.dll)
            [[ -s $1 ]] || { echo 'the program is gone' >&2; exit 99; }
            program=$1; shift
            echo "pid $$"
            if [[ -n ${HOST:-} ]]; then echo "host $HOST"; fi
            for argument in "$@"; do printf '[%s]\n' "$argument"; done
            if [[ -e $root/hold ]]; then read -r _ <"$root/hold"; [[ -s $program ]] || exit 98; fi
            exit 7 ;;
        esac
        """;
}
