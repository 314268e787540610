namespace Nuke.Common.Execution;

/// <summary>Scripts for the user's shell profile. They only act on a build script of the directory they are called in.</summary>
internal static class CompletionScripts
{
    public const string Bash = """
        # Completion for build.sh. Load it with: source <(./build.sh --completion-script bash)
        _qgp_build() {
            local script="${COMP_WORDS[0]}"
            [ -x "$script" ] || return 0
            local line="${COMP_LINE:0:COMP_POINT}" words
            read -r -a words <<< "${line#*"$script"}"
            case "$line" in *' ') words+=('') ;; esac
            local current="${words[${#words[@]}-1]}"
            local candidates
            candidates=$("$script" --shell-completion "${words[@]}" 2>/dev/null)
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$candidates" -- "$current"))
            # Readline splits words at '=', so only what follows it may be offered.
            case "$current" in *=*) COMPREPLY=("${COMPREPLY[@]#*=}") ;; esac
        }
        complete -F _qgp_build ./build.sh build.sh
        """;

    public const string PowerShell = """
        # Completion for build.ps1. Load it with: ./build.ps1 --completion-script pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName @('build.ps1', 'build.cmd', 'build.sh', './build.ps1', './build.cmd', './build.sh') -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $script = $commandAst.CommandElements[0].Extent.Text
            if (-not (Test-Path $script)) { return }
            $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
            if ($wordToComplete -eq '') { $words += '""' }
            & $script --shell-completion @words 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}
