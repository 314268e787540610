# Bootstrap only: finds the .NET SDK, compiles build/_build.csproj when its inputs changed, and runs the build.
# The same steps as build.sh, for Windows PowerShell 5.1 and newer.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$Root = $PSScriptRoot
$Temp = Join-Path $Root '.nuke/temp'
$Stamp = Join-Path $Temp 'bootstrap/stamp-windows'
$EngineMemo = Join-Path $Temp 'engine'
$InstallUrl = 'https://dot.net/v1/dotnet-install.ps1'

$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
$env:NUKE_TELEMETRY_OPTOUT = 1

function Say([string] $Text) { [Console]::Error.WriteLine($Text) }
function Stop-Here([int] $Code, [string] $Text) { Say $Text; exit $Code }

# Quoted as the C runtime reads it; PowerShell before 7.3 loses quotes inside an argument.
function Join-Arguments([string[]] $Values) {
    ($Values | ForEach-Object {
        if ($_ -ne '' -and $_ -notmatch '[\s"]') { $_ }
        else { '"' + (($_ -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"' }
    }) -join ' '
}

function Start-Tool([string] $Program, [string[]] $Values, [string] $Directory, [bool] $Capture) {
    $start = New-Object System.Diagnostics.ProcessStartInfo $Program, (Join-Arguments $Values)
    $start.UseShellExecute = $false
    $start.WorkingDirectory = $Directory
    $start.RedirectStandardOutput = $Capture
    $process = [System.Diagnostics.Process]::Start($start)
    $output = ''
    if ($Capture) { $output = $process.StandardOutput.ReadToEnd() }
    $process.WaitForExit()
    [pscustomobject] @{ ExitCode = $process.ExitCode; Output = $output }
}

# --- SDK ---

function Get-PathDotNet {
    $command = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($command) { $command.Path } else { '' }
}

# The host itself knows which SDKs satisfy global.json; it reads it from the working directory.
function Test-Sdk([string] $Candidate) {
    $Candidate -and (Test-Path $Candidate) -and (Start-Tool $Candidate @('--version') $Root $true).ExitCode -eq 0
}

function Find-Sdk {
    $candidates = @(Get-PathDotNet)
    if ($env:DOTNET_ROOT) { $candidates += Join-Path $env:DOTNET_ROOT 'dotnet.exe' }
    $candidates += @(Get-ChildItem -Path (Join-Path $Temp 'dotnet-*/dotnet.exe') -ErrorAction SilentlyContinue | ForEach-Object FullName)
    foreach ($candidate in $candidates) { if (Test-Sdk $candidate) { return $candidate } }
    Install-Sdk
}

function Install-Sdk {
    $version = (Get-Content (Join-Path $Root 'global.json') -Raw | ConvertFrom-Json).sdk.version
    $parts = $version.Split('.')
    $channel = $parts[0] + '.' + $parts[1]
    $band = $channel + '.' + $parts[2].Substring(0, 1) + 'xx'
    $script = Join-Path $Temp 'dotnet-install.ps1'
    $target = Join-Path $Temp 'dotnet-win'
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    try { Invoke-WebRequest $InstallUrl -OutFile $script -UseBasicParsing -TimeoutSec 20 }
    catch { Say "$InstallUrl did not answer: $($_.Exception.Message)" }
    if (Test-Path $script) {
        Say "The .NET SDK $version (band $band, pinned in global.json) is missing. Installing it under .nuke/temp/dotnet-win."
        $shell = (Get-Process -Id $PID).Path
        $install = @('-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', $script, '-Channel', $channel, '-InstallDir', $target, '-NoPath')
        if ((Start-Tool $shell $install $Root $false).ExitCode -eq 0 -and (Test-Sdk (Join-Path $target 'dotnet.exe'))) {
            return Join-Path $target 'dotnet.exe'
        }
    }
    Stop-Here 1 ("The .NET SDK $version or newer (band $band of $channel, pinned in global.json) is needed and was not found. " +
        "Install it from https://dotnet.microsoft.com/download/dotnet/$channel, or make $InstallUrl reachable and run this again.")
}

# --- Engine: the genuine packages where they are served, build/Framework elsewhere ---

function Get-Pin([string] $Package) {
    $match = [regex]::Match((Get-Content (Join-Path $Root 'Directory.Packages.props') -Raw), "Include=`"$Package`" Version=`"([^`"]+)`"")
    if (-not $match.Success) { Stop-Here 1 "Directory.Packages.props pins no version of $Package." }
    $match.Groups[1].Value
}

function Get-Engine([string] $DotNet) {
    if ($env:NUKE_ENGINE) {
        if ($env:NUKE_ENGINE -cnotin 'package', 'subset') {
            Stop-Here 64 "NUKE_ENGINE is '$($env:NUKE_ENGINE)'; it may be 'package' (genuine NUKE) or 'subset' (build/Framework)."
        }
        return @($env:NUKE_ENGINE, 'NUKE_ENGINE says so')
    }
    $remembered = @(Get-Content $EngineMemo -ErrorAction SilentlyContinue)
    if ($remembered.Count -ge 3 -and $remembered[1] -eq $Pins) { return @($remembered[0], $remembered[2]) }
    $cache = Join-Path $HOME '.nuget/packages'
    if ($env:NUGET_PACKAGES) { $cache = $env:NUGET_PACKAGES }
    if ((Test-Path "$cache/nuke.common/$Common/nuke.common.nuspec") -and (Test-Path "$cache/nuke.components/$Components/nuke.components.nuspec")) {
        $answer = @('package', 'the package cache holds it')
    }
    else { $answer = Test-Feed $DotNet }
    [IO.File]::WriteAllLines($EngineMemo, [string[]] @($answer[0], $Pins, $answer[1]))
    $answer
}

# One restore answers whether the feed serves the packages; where it does, they are then in the cache.
function Test-Feed([string] $DotNet) {
    $probe = New-Item -ItemType Directory -Force (Join-Path $Temp 'engine-probe')
    foreach ($name in 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props') {
        [IO.File]::WriteAllText((Join-Path $probe $name), '<Project />')
    }
    [IO.File]::WriteAllText((Join-Path $probe 'probe.csproj'), @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Nuke.Common" Version="[$Common]" />
    <PackageReference Include="Nuke.Components" Version="[$Components]" />
  </ItemGroup>
</Project>
"@)
    $restore = Start-Tool $DotNet @('restore', (Join-Path $probe 'probe.csproj'), '-nologo', '-v:q') $probe $true
    if ($restore.ExitCode -eq 0) { return @('package', 'the package feed serves it') }
    if ($restore.Output -match 'NU110[123]') { return @('subset', "the package feed does not serve Nuke.Common $Common and Nuke.Components $Components") }
    @('subset', 'the package feed did not answer; delete .nuke/temp/engine to ask it again')
}

# --- Compile if inputs changed ---

# Path, time and length of every input: equal to the remembered list if and only if nothing was changed, added or removed.
function Get-Inputs {
    $files = @('build', 'src/QualityGovernance.Deployment') | ForEach-Object { Get-ChildItem (Join-Path $Root $_) -Recurse -File } |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' -and $_.Name -notmatch '^\.|\.lock\.json$|\.md$|\.user$' }
    $names = 'global.json', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'NuGet.config', 'build.ps1'
    $files += $names | ForEach-Object { Get-Item (Join-Path $Root $_) -ErrorAction SilentlyContinue }
    @($files | Sort-Object FullName | ForEach-Object { '{0}|{1}|{2}' -f $_.FullName, $_.LastWriteTimeUtc.Ticks, $_.Length })
}

function Test-Fresh([string[]] $Key, [string[]] $Inputs) {
    $then = @(Get-Content $Stamp -ErrorAction SilentlyContinue)
    if ($then.Count -lt 4 -or -not (Test-Path (Join-Path $then[0] '_build.dll')) -or -not (Test-Path $then[1])) { return $false }
    (($then | Select-Object -Skip 2) -join "`n") -ceq (($Key + $Inputs) -join "`n")
}

function Invoke-Compile([string] $DotNet, [string] $Engine, [string[]] $Key, [string[]] $Inputs) {
    Say 'Compiling the build.'
    if (Test-Path $Stamp) { Remove-Item $Stamp }
    $compile = Start-Tool $DotNet @('build', 'build/_build.csproj', '-c', 'Release', '-p:Bootstrap=true', "-p:NukeEngine=$Engine",
        '-m:1', '-nodeReuse:false', '-nologo', '-v:q', '-clp:NoSummary;ErrorsOnly', '-tl:off') $Root $true
    if ($compile.ExitCode -ne 0) { Say $compile.Output; Stop-Here 1 'The build does not compile; nothing was run.' }

    # A running build keeps its own copy: a folder whose files are in use cannot be renamed, and is then left alone.
    $programs = Join-Path $Root 'build/bin/run'
    foreach ($old in @(Get-ChildItem $programs -Directory -ErrorAction SilentlyContinue)) {
        Rename-Item $old.FullName "$($old.Name).old" -ErrorAction SilentlyContinue
        if (-not (Test-Path $old.FullName)) { Remove-Item "$($old.FullName).old" -Recurse -Force }
    }
    $program = Join-Path $programs ('{0:yyyyMMddHHmmss}-{1}' -f [DateTime]::UtcNow, $PID)
    Copy-Item (Join-Path $Root 'build/bin/bootstrap') $program -Recurse
    [IO.File]::WriteAllLines($Stamp, [string[]] (@($program, $DotNet) + $Key + $Inputs))
}

New-Item -ItemType Directory -Force (Join-Path $Temp 'bootstrap'), (Join-Path $Root 'build/bin/run') | Out-Null
$Common = Get-Pin 'Nuke.Common'
$Components = Get-Pin 'Nuke.Components'
$Pins = "$Common $Components"

$name = 'qgp-bootstrap-' + [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($Root))).Substring(0, 23)
$mutex = New-Object System.Threading.Mutex $false, $name
$mutex.WaitOne() | Out-Null
try {
    $memo = @(Get-Content $Stamp -TotalCount 2 -ErrorAction SilentlyContinue)
    $dotnet = if ($memo.Count -eq 2 -and (Test-Path $memo[1])) { $memo[1] } else { Find-Sdk }
    $engine, $reason = Get-Engine $dotnet
    $key = @("$engine $Pins", (Get-PathDotNet))
    $inputs = Get-Inputs
    if (-not (Test-Fresh $key $inputs)) {
        $dotnet = Find-Sdk
        Invoke-Compile $dotnet $engine $key $inputs
    }
    $program = @(Get-Content $Stamp -TotalCount 1)[0]
}
finally { $mutex.ReleaseMutex() }

$what = if ($engine -eq 'package') { "the genuine packages ($Common)" } else { "build/Framework (the subset of $Common)" }
Say "NUKE engine: ${what}: $reason."

$env:DOTNET_EXE = $dotnet
if ($dotnet -ne (Get-PathDotNet)) {
    $env:DOTNET_ROOT = Split-Path $dotnet
    $env:PATH = $env:DOTNET_ROOT + [IO.Path]::PathSeparator + $env:PATH
}

# Some shells give HOST the machine's name. The packages take it for the name of a build server, and end at one that they do not know.
if ($engine -eq 'package' -and $env:HOST -notin 'GitHubActions', 'Terminal') { $env:HOST = $null }

# The engine looks for .nuke upwards from the working directory; elsewhere it has to be told.
$here = (Get-Location -PSProvider FileSystem).ProviderPath
$above = $here
while ($above -and -not (Test-Path (Join-Path $above '.nuke'))) { $above = Split-Path $above }
$values = @((Join-Path $program '_build.dll')) + $args
if ($above -ne $Root -and -not ($args | Where-Object { $_ -match '^--root(=|$)' })) { $values += @('--root', $Root) }
exit (Start-Tool $dotnet $values $here $false).ExitCode
