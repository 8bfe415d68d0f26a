using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class BadInputTests(DataFolder data) : IClassFixture<DataFolder>
{
    /// <summary>An entry whose flags say that it is encrypted; its bytes mean nothing.</summary>
    private static byte[] ZipWithPassword()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("apple_health_export/export.xml", CompressionLevel.NoCompression).Open()))
        {
            text.Write("0123456789abcdef0123456789abcdef");
        }

        var file = bytes.ToArray();
        file[6] |= 1; // The local header's flags.
        var directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        file[directory + 8] |= 1; // The same flag in the directory.
        return file;
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", "/no/such/export.zip"]);

        AssertComplains(ran, "There is no file or folder", "export.zip");
    }

    [Fact]
    public async Task An_empty_zip_is_told()
    {
        var path = data.File("empty.zip");
        ZipFile.Open(path, ZipArchiveMode.Create).Dispose();

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["inspect", path]), "empty.zip");
    }

    [Fact]
    public async Task A_PDF_that_is_called_zip_is_recognised_by_its_content()
    {
        var path = data.File("letter.zip");
        await File.WriteAllTextAsync(path, "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", TestContext.Current.CancellationToken);

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["inspect", path]), "letter.zip", "PDF");
    }

    [Fact]
    public async Task A_zip_with_a_password_is_told()
    {
        var path = data.File("locked.zip");
        await File.WriteAllBytesAsync(path, ZipWithPassword(), TestContext.Current.CancellationToken);

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["inspect", path]), "locked.zip", "password");
    }

    [Fact]
    public async Task An_unknown_zone_is_refused_before_any_work()
    {
        var path = TinyExport.WriteZip(data.File("zone.zip"));

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", "--zone", "Mars/Olympus", path]), "Mars/Olympus", "Europe/Berlin");
    }

    [Fact]
    public async Task A_taken_port_is_told_before_anything_is_imported()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var path = TinyExport.WriteZip(data.File("port.zip"));

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["up", "--port", $"{port}", path]), $"Port {port}", "--port");
    }

    [Fact]
    public async Task A_configured_database_that_does_not_answer_is_told()
    {
        var nobody = new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = "Host=127.0.0.1;Port=1;Username=a;Password=b;Timeout=3" };

        AssertComplains(await KneeTwitchProcess.RunAsync(data.Path, ["days"], nobody), "database", "ConnectionStrings__Postgres");
    }

    [Fact]
    public async Task A_mistyped_option_is_told_in_a_line()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["days", "--fromm", "2026-03-01"]);

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains("--fromm", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    private static void AssertComplains(KneeTwitchProcess ran, params string[] words)
    {
        Assert.NotEqual(0, ran.ExitCode);
        Assert.Empty(ran.Output);
        var line = Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }
}
