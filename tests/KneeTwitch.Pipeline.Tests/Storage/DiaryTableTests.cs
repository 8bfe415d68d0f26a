using CsCheck;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class DiaryTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly Source Hand = Source.Named("Diary", SourceKind.Manual);
    private static readonly DateTimeOffset Morning = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly ZoneHistory Berlin = ZoneHistory.Of("Europe/Berlin");

    private static readonly Gen<DiaryEntry> AnyEntry = Gen
        .Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2])
        .Select((id, version, what, day) => Entry($"{id}", version, day, what switch { 0 => null, 1 => new Note { Remark = "n" }, _ => new Twitch { Intensity = what } }));

    private readonly DiaryTable table = new(fresh.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_in_any_order_split_and_repeated_make_the_diary_they_make_at_once() =>
        await Gen.Select(AnyEntry.Array[1, 12], Gen.Int[0, int.MaxValue]).SampleAsync(
            async (entries, seed) =>
            {
                var (atOnce, late) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
                await table.MergeAsync(atOnce, entries, Cancel);

                var random = new Random(seed);
                DiaryEntry[] parts = [.. entries, .. entries.Where(_ => random.Next(2) == 0)];
                random.Shuffle(parts);
                var added = 0;
                foreach (var part in parts.Chunk(random.Next(1, parts.Length + 1)))
                {
                    added += await table.MergeAsync(late, part, Cancel);
                }

                Assert.Equal(await TextAsync(atOnce), await TextAsync(late));
                Assert.Equal(entries.DistinctBy(entry => entry.Key).Count(), added);
                Assert.Equal(0, await table.MergeAsync(late, entries, Cancel));
            },
            iter: 25,
            threads: 1);

    [Fact]
    public async Task Two_who_write_the_same_entry_at_once_leave_one()
    {
        var wearer = await fresh.AddWearerAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => table.MergeAsync(wearer, [Entry("1", i, 0, new Twitch { Intensity = i })], Cancel)));

        Assert.Equal(1, added.Sum());
        Assert.Equal(7, Assert.Single((await table.LoadAsync(wearer, Berlin, Cancel)).All<Twitch>()).What.Intensity);
    }

    [Fact]
    public async Task A_wearer_s_diary_is_seen_by_nobody_else()
    {
        var (anna, ben) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
        await table.MergeAsync(anna, [Entry("1", 0, 0, new Note { Remark = "mine" })], Cancel);

        await using var connection = await fresh.Database.ConnectAsync(ben, Cancel);
        var seen = await DiaryTable.LoadAsync(connection, anna, Berlin, DateOnly.MinValue, DateOnly.MaxValue, Cancel);

        Assert.Empty(seen.Items);
    }

    private static DiaryEntry Entry(string id, int version, int day, DiaryFact? what) => new()
    {
        Key = DiaryEntry.KeyOf(Hand, id),
        Source = Hand,
        Time = what is null && day == 0 ? null : DiaryTime.On(new DateOnly(2026, 3, 2).AddDays(day)),
        Said = Morning.AddMinutes(version),
        What = what,
    };

    private async Task<IEnumerable<string>> TextAsync(Guid wearer) =>
        (await table.LoadAsync(wearer, Berlin, Cancel)).Items.Select(item => $"{item.Day} {item.Entry.Key} {item.Entry.Said:O} {DiaryJson.Write(item.What)}");
}
