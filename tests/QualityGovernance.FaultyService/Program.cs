using System.Net;
using System.Net.Sockets;
using System.Text;

// Takes the place of the service in an image that is made to fail. Its commands succeed, so that what fails is the service itself.
if (args is ["check-config" or "healthcheck"])
    return 0;

if (args is ["describe-config", ..])
{
    await Console.Out.WriteLineAsync("[]");
    return 0;
}

var fault = Environment.GetEnvironmentVariable("FAULT");
if (fault == "exits-at-once")
{
    await Console.Error.WriteLineAsync("The service cannot start: a fault was planted.");
    return 3;
}

using var listener = new TcpListener(IPAddress.Any, 8000);
listener.Start();
while (true)
{
    using var client = await listener.AcceptTcpClientAsync();
    using var reader = new StreamReader(client.GetStream());
    var path = (await reader.ReadLineAsync())?.Split(' ').ElementAtOrDefault(1);
    while (await reader.ReadLineAsync() is { Length: > 0 })
    {
        // The headers do not matter to a service that is faulty anyway.
    }

    var (status, body) = (fault, path) switch
    {
        ("never-ready", "/readyz") => ("503 Service Unavailable", """{"status":"not_ready","database":"unreachable"}"""),
        ("ok-in-a-500", "/healthz") => ("500 Internal Server Error", """{"status":"ok"}"""),
        (_, "/readyz") => ("200 OK", """{"status":"ready","database":"connected"}"""),
        _ => ("404 Not Found", "{}"),
    };
    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
}
