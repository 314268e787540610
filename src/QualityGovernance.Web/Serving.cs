using System.Net.Sockets;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web;

/// <summary>Runs the host until it is told to stop.</summary>
internal static class Serving
{
    private const int CannotListen = 1;

    /// <summary>Configuration files are read once: watching them costs what containers are short of, inotify instances.</summary>
    public static WebApplicationOptions Options(QgpSettings settings, string[] args) => new()
    {
        Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
        EnvironmentName = settings.Environment.ToString(),
    };

    public static async Task<int> ServeAsync(this WebApplication app, QgpSettings settings)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException e) when (Socket(e) is SocketError.AddressAlreadyInUse)
        {
            return await RefuseAsync($"Port {settings.Port} is taken by another program. Stop that, or set PORT to a free port.");
        }
        catch (Exception e) when (Socket(e) is SocketError.AccessDenied)
        {
            return await RefuseAsync($"Port {settings.Port} may not be used by this account. Set PORT to a number above 1023.");
        }
        catch (Exception e) when (IsOfAnotherMachine(Socket(e)))
        {
            return await RefuseAsync($"{settings.ListenAddress} is no address of this machine. Set LISTEN_ADDRESS to one that it has, or leave it out for every address.");
        }
    }

    /// <summary>Of a machine without IPv6, none of that kind is.</summary>
    private static bool IsOfAnotherMachine(SocketError? error) => error is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;

    private static SocketError? Socket(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SocketException socket)
                return socket.SocketErrorCode;
        }

        return null;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CannotListen;
    }
}
