using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>
/// Whatever happens to a file, a reader rejects rows or says in a sentence that it cannot read it. Each reader is given its fixtures with
/// damage in them, as if the person had named its format; a new reader is tested by its mere presence in the list.
/// </summary>
public sealed class MutationTests
{
    private const string CountVariable = "KNEETWITCH_MUTATIONS";
    private const string FormatVariable = "KNEETWITCH_MUTATIONS_OF";
    private const int UsualCount = 40;
    private const long MostMemory = 512L << 20;
    private const long MostKept = 64L << 20;

    /// <summary>Generous for a machine that does other things; a reader that hangs never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Formats => new(ExportReaders.Default.All.Select(reader => reader.Format).Where(IsAsked));

    private static int Count => Environment.GetEnvironmentVariable(CountVariable) is { Length: > 0 } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualCount;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_damage_makes_a_reader_fail_hang_or_grow(string format)
    {
        var reader = ExportReaders.Default.All.Single(reader => reader.Format == format);
        var fixtures = await KnownToAsync(reader);
        Assert.True(fixtures.Count > 0, $"no fixture is known to {format}: put one into the Samples of its tests, or build one as FitFixtures does");

        await DamageAsync((folder, seed) => fixtures[seed % fixtures.Count].Damage(folder, seed), (export, cancel) => ReadAsync(reader, export, cancel));
    }

    [Fact]
    public async Task No_damage_makes_the_choice_of_readers_or_a_zip_fail_hang_or_grow() =>
        await DamageAsync(
            (folder, seed) => Fixture.All[seed % Fixture.All.Count].DamageZip(folder, seed),
            async (export, cancel) =>
            {
                foreach (var part in await ExportReaders.Default.ShareAsync(export, null, cancel))
                {
                    await ReadAsync(part.Reader, part.Files, cancel);
                }
            });

    [Fact]
    public async Task Every_fixture_is_somebodys_before_it_is_damaged()
    {
        var known = new HashSet<Fixture>();
        foreach (var reader in ExportReaders.Default.All)
        {
            known.UnionWith(await KnownToAsync(reader));
        }

        Assert.Empty(Fixture.All.Except(known).Select(fixture => fixture.Name));
    }

    [Fact]
    public void The_same_seed_does_the_same_damage_and_another_one_does_other()
    {
        var content = "day,ml\n2026-05-01,250\n2026-05-02,300\n"u8.ToArray();

        Assert.Equal(Mutations.Of(content, 7), Mutations.Of(content, 7));
        Assert.True(Enumerable.Range(0, 50).Select(seed => Convert.ToHexString(Mutations.Of(content, seed))).Distinct().Count() > 40);
    }

    private static bool IsAsked(string format) =>
        Environment.GetEnvironmentVariable(FormatVariable) is not { Length: > 0 } asked || asked.Split(',').Contains(format, StringComparer.OrdinalIgnoreCase);

    private static async Task<List<Fixture>> KnownToAsync(IExportReader reader)
    {
        var known = new List<Fixture>();
        foreach (var fixture in Fixture.All)
        {
            using var folder = new ExportFolder();
            foreach (var (path, content) in fixture.Files)
            {
                folder.File(path, content);
            }

            await using var export = await ExportFiles.OpenAsync(folder.Path, cancel: Cancel);
            if ((await reader.RecognizeAsync(export, Cancel)).Certainty is not Certainty.No)
            {
                known.Add(fixture);
            }
        }

        return known;
    }

    private static async Task DamageAsync(Func<ExportFolder, int, string> damage, Func<ExportFiles, CancellationToken, Task> read)
    {
        var before = 0L;
        for (var seed = 0; seed < Count; seed++)
        {
            using var folder = new ExportFolder();
            var path = damage(folder, seed);
            var failure = await Record.ExceptionAsync(() => InTimeAsync(path, read));
            Assert.True(failure is null or ExportFormatException, $"{Path.GetFileName(path)}, seed {seed}: {failure}");
            Assert.True(GC.GetTotalMemory(forceFullCollection: false) < MostMemory || GC.GetTotalMemory(forceFullCollection: true) < MostMemory, $"{path}, seed {seed}: memory");
            before = seed == UsualCount / 2 ? GC.GetTotalMemory(forceFullCollection: true) : before;
        }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(before == 0 || kept < MostKept, $"{kept >> 20} MB are kept from earlier files");
    }

    private static async Task InTimeAsync(string path, Func<ExportFiles, CancellationToken, Task> read)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        var reading = Task.Run(
            async () =>
            {
                await using var export = await ExportFiles.OpenAsync(path, cancel: patience.Token);
                await read(export, patience.Token);
            },
            patience.Token);

        // A loop that never looks at the token would otherwise hang the test instead of failing it.
        await reading.WaitAsync(Patience + Patience, Cancel);
    }

    private static async Task ReadAsync(IExportReader reader, ExportFiles export, CancellationToken cancel)
    {
        await reader.RecognizeAsync(export, cancel);
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Given.Accepted };
        await foreach (var reading in reader.ReadAsync(export, context, cancel))
        {
            Check(reading, reader.Format);
        }
    }

    private static void Check(in Reading reading, string format)
    {
        var reason = ReadingLimits.WhyNot(reading, Given.Accepted.AddYears(100));
        Assert.True(reason is null, $"{format} let through {reading.Metric}: {reason}");
    }
}
