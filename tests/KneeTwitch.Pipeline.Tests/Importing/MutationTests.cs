using System.Collections.Concurrent;
using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>
/// Whatever happens to a file, a reader rejects rows or says in a sentence that it cannot read it. Every fixture under a vendor's Samples
/// is damaged in turn and given to every reader, so a new reader is tested by its mere presence in the list. A fixture that is SQL is made
/// a database first, and the database is damaged.
/// </summary>
public sealed class MutationTests
{
    private const string CountVariable = "KNEETWITCH_MUTATIONS";
    private const int UsualCount = 300;
    private const int LargestFixture = 1 << 20;
    private const long MostMemory = 512L << 20;

    /// <summary>Generous for a machine that does other things; a reader that hangs never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, byte[]> Databases = [];

    [Fact]
    public async Task No_damage_makes_a_reader_fail_hang_or_grow()
    {
        var fixtures = Fixtures();
        Assert.NotEmpty(fixtures);
        var count = Environment.GetEnvironmentVariable(CountVariable) is { Length: > 0 } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualCount;
        using var folder = new ExportFolder();

        for (var seed = 0; seed < count; seed++)
        {
            var fixture = fixtures[seed % fixtures.Count];
            var path = Damage(folder, fixture, seed);
            var failure = await Record.ExceptionAsync(() => ReadAsync(path));
            Assert.True(failure is null or ExportFormatException, $"{Path.GetRelativePath(Root, fixture)}, seed {seed}: {failure}");
            Assert.True(GC.GetTotalMemory(forceFullCollection: false) < MostMemory || GC.GetTotalMemory(forceFullCollection: true) < MostMemory, $"{fixture}, seed {seed}: memory");
            Clear(path);
        }
    }

    [Fact]
    public async Task Every_fixture_is_somebodys_before_it_is_damaged()
    {
        using var folder = new ExportFolder();
        foreach (var fixture in Fixtures())
        {
            var path = IsSql(fixture) ? folder.File(NameOf(fixture), Head(fixture)) : fixture;
            await using var export = await ExportFiles.OpenAsync(path, cancel: TestContext.Current.CancellationToken);
            var known = false;
            foreach (var reader in ExportReaders.Default.All)
            {
                known |= (await reader.RecognizeAsync(export, TestContext.Current.CancellationToken)).Certainty is not Certainty.No;
            }

            Assert.True(known, $"no reader knows {Path.GetRelativePath(Root, fixture)}");
        }
    }

    [Fact]
    public void The_same_seed_does_the_same_damage_and_another_one_does_other()
    {
        var content = "day,ml\n2026-05-01,250\n2026-05-02,300\n"u8.ToArray();

        Assert.Equal(Mutations.Of(content, 7), Mutations.Of(content, 7));
        Assert.True(Enumerable.Range(0, 50).Select(seed => Convert.ToHexString(Mutations.Of(content, seed))).Distinct().Count() > 40);
    }

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Importing");

    /// <summary>Fixtures by convention: whatever lies directly in a folder called Samples, be it a file or a whole export as a folder.</summary>
    private static List<string> Fixtures() =>
        [.. Directory.EnumerateDirectories(Root, "Samples", SearchOption.AllDirectories).SelectMany(Directory.EnumerateFileSystemEntries).Order(StringComparer.Ordinal)];

    /// <summary>Copies the fixture and damages one of its files.</summary>
    private static string Damage(ExportFolder folder, string fixture, int seed)
    {
        var name = NameOf(fixture);
        if (File.Exists(fixture))
        {
            return folder.File(name, Mutations.Of(Head(fixture), seed));
        }

        var files = Directory.EnumerateFiles(fixture, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var victim = files[new Random(seed).Next(files.Count)];
        foreach (var file in files)
        {
            folder.File(Path.Combine(name, Path.GetRelativePath(fixture, file)), file == victim ? Mutations.Of(Head(file), seed) : Head(file));
        }

        return Path.Combine(folder.Path, name);
    }

    private static bool IsSql(string file) => file.EndsWith(SqliteFixture.Ending, StringComparison.Ordinal);

    private static string NameOf(string fixture) => IsSql(fixture) ? Path.GetFileNameWithoutExtension(fixture) + ".db" : Path.GetFileName(fixture);

    private static byte[] Head(string file)
    {
        var content = IsSql(file) ? Databases.GetOrAdd(file, path => SqliteFixture.Build(File.ReadAllText(path))) : File.ReadAllBytes(file);
        return content.Length <= LargestFixture ? content : content[..LargestFixture];
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    private static async Task ReadAsync(string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var reading = Task.Run(() => ReadByAllAsync(path, patience.Token), patience.Token);

        // A loop that never looks at the token would otherwise hang the test instead of failing it.
        await reading.WaitAsync(Patience + Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Recognition by content first; then each reader that thinks it could read it, as if the person had named it.</summary>
    private static async Task ReadByAllAsync(string path, CancellationToken cancel)
    {
        await using var export = await ExportFiles.OpenAsync(path, cancel: cancel);
        foreach (var reader in ExportReaders.Default.All)
        {
            var recognition = await reader.RecognizeAsync(export, cancel);
            if (recognition.Certainty is Certainty.No)
            {
                continue;
            }

            var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Given.Accepted };
            try
            {
                await foreach (var reading in reader.ReadAsync(export, context, cancel))
                {
                    Check(reading, reader.Format);
                }
            }
            catch (ExportFormatException)
            {
                // A clear refusal is an answer; the next reader is asked as well.
            }
        }
    }

    private static void Check(in Reading reading, string format)
    {
        var reason = ReadingLimits.WhyNot(reading, Given.Accepted.AddYears(100));
        Assert.True(reason is null, $"{format} let through {reading.Metric}: {reason}");
    }
}
