:; exec "$(dirname -- "$0")/build.sh" "$@" # also a shell script, for the generated workflows; this comment ends the line before its carriage return
@echo off
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0build.ps1" %*
exit /b %errorlevel%
