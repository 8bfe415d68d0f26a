using System.Net.Sockets;
using System.Runtime.InteropServices;
using KneeTwitch.Commands;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Hosting;

/// <summary>Looks at everything KneeTwitch depends on, one finding each; a failed check does not keep the others from running.</summary>
internal static class Checkup
{
    private const long LeastFreeBytes = 1L << 30;
    private const int RabbitMqPort = 5672, SmtpPort = 587;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static async Task<IReadOnlyList<Finding>> RunAsync(Settings settings, CancellationToken cancel) =>
    [
        new("program", true, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"),
        await CheckAsync("data folder", () => Task.FromResult(Folder(settings.DataFolder))),
        await CheckAsync("time zones", () => Task.FromResult($"known, such as {TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").Id}")),
        await CheckAsync("database", () => DatabaseAsync(settings, cancel)),
        await CheckAsync("bus", () => BusAsync(settings, cancel)),
        await CheckAsync("mail", () => MailAsync(settings, cancel)),
    ];

    private static async Task<Finding> CheckAsync(string what, Func<Task<string>> check)
    {
        try
        {
            return new Finding(what, true, await check());
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            return new Finding(what, false, Complaint.About(wrong));
        }
    }

    private static string Folder(string folder)
    {
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return free >= LeastFreeBytes
            ? $"{folder}, {free / 1_000_000_000} GB free"
            : throw new CommandException($"{folder} has only {free / 1_000_000} MB free. Free some space, or choose another folder with --data.");
    }

    private static async Task<string> DatabaseAsync(Settings settings, CancellationToken cancel)
    {
        await using var database = await OpenDatabase.OpenAsync(settings, migrate: false, cancel);
        await using var connection = await database.Get<OwnerDatabase>().ConnectAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from wearers";
        var wearers = await command.ExecuteScalarAsync(cancel);
        return $"PostgreSQL {connection.PostgreSqlVersion}, {(settings.Postgres is null ? "the private one of the data folder" : "as configured")}, wearers: {wearers}";
    }

    private static async Task<string> BusAsync(Settings settings, CancellationToken cancel)
    {
        if (settings.RabbitMq is not { } address)
        {
            return "in the memory of the process; for several processes set ConnectionStrings__RabbitMq";
        }

        await ConnectAsync("RabbitMQ", address.Host, address.Port > 0 ? address.Port : RabbitMqPort, "ConnectionStrings__RabbitMq", cancel);
        return $"RabbitMQ answers at {address.Host}";
    }

    private static async Task<string> MailAsync(Settings settings, CancellationToken cancel)
    {
        var mail = settings.Configuration.GetSection("Mail:Smtp");
        if (mail["Host"] is not { Length: > 0 } host)
        {
            return $"written as files to {Path.Combine(settings.DataFolder, "mail")}; to send them set Mail__Smtp__Host";
        }

        await ConnectAsync("The mail server", host, mail.GetValue("Port", SmtpPort), "Mail__Smtp__Host and Mail__Smtp__Port", cancel);
        return $"the mail server answers at {host}";
    }

    private static async Task ConnectAsync(string who, string host, int port, string setting, CancellationToken cancel)
    {
        using var client = new TcpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(host, port, patience.Token);
        }
        catch (Exception silent) when (silent is SocketException || (silent is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new CommandException($"{who} does not answer at {host}:{port}. Start it, or correct {setting}.", silent);
        }
    }
}
