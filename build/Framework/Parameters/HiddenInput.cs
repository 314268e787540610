using System.Diagnostics;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Nuke.Common.Execution;

/// <summary>Reads a line from the terminal without showing it.</summary>
internal static class HiddenInput
{
    public static string ReadLine(string question)
    {
        var line = OperatingSystem.IsWindows() ? ReadKeys(question) : ReadWithoutEcho(question);
        BuildConsole.Line();
        return line;
    }

    // The terminal itself is told not to echo: reading key by key would show what is typed or pasted between two keys.
    private static string ReadWithoutEcho(string question)
    {
        SetEcho(isOn: false);
        AppDomain.CurrentDomain.ProcessExit += RestoreEcho;
        try
        {
            // Not before it is safe to answer.
            BuildConsole.Write(question);
            // Console.In edits lines by itself, and that shows them.
            using var handle = new SafeFileHandle(nint.Zero, ownsHandle: false);
            using var input = new StreamReader(new FileStream(handle, FileAccess.Read, bufferSize: 0), Encoding.UTF8);
            return input.ReadLine();
        }
        finally
        {
            SetEcho(isOn: true);
            AppDomain.CurrentDomain.ProcessExit -= RestoreEcho;
        }
    }

    private static void RestoreEcho(object sender, EventArgs e) => SetEcho(isOn: true);

    private static void SetEcho(bool isOn)
    {
        using var process = Process.Start(new ProcessStartInfo("stty", isOn ? "echo" : "-echo") { UseShellExecute = false });
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new BuildUsageException("The terminal cannot hide what is typed. Give the secret by its environment variable instead.");
    }

    private static string ReadKeys(string question)
    {
        BuildConsole.Write(question);
        var text = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (key.KeyChar != '\0')
                text.Append(key.KeyChar);
        }
        return text.ToString();
    }
}
