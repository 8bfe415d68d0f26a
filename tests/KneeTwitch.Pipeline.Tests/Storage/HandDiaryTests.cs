using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class HandDiaryTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 3, 19);
    private static readonly ZoneHistory Berlin = ZoneHistory.Of("Europe/Berlin");

    private readonly FakeTimeProvider clock = new(Now);
    private readonly DiaryTable table = new(fresh.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HandDiary Diary => new(table, clock);

    [Fact]
    public async Task An_entry_is_written_changed_and_deleted_under_one_id()
    {
        var wearer = await fresh.AddWearerAsync();
        var written = await WriteAsync(wearer, HandDiary.NewKey(Guid.NewGuid()), new JsonObject { ["place"] = "calf", ["minutes"] = 3 });
        var changed = await WriteAsync(wearer, written.Key, new JsonObject { ["minutes"] = 5 }, time: null);

        Assert.Equal(written.Time, changed.Time);
        Assert.Equal(("calf", 5.0), Assert.Single((await LogAsync(wearer)).All<Twitch>()).What is var twitch ? (twitch.Place, twitch.Minutes) : default);
        await Diary.DeleteAsync(wearer, changed, Cancel);
        Assert.Empty((await LogAsync(wearer)).Items);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_writes_one_entry()
    {
        var (wearer, form) = (await fresh.AddWearerAsync(), HandDiary.NewKey(Guid.NewGuid()));

        await WriteAsync(wearer, form, new JsonObject { ["minutes"] = 3 });
        await WriteAsync(wearer, form, new JsonObject { ["minutes"] = 3 });

        Assert.Single((await LogAsync(wearer)).Items);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept()
    {
        var wearer = await fresh.AddWearerAsync();

        var refused = await Assert.ThrowsAsync<DiaryRefusedException>(() => WriteAsync(wearer, HandDiary.NewKey(Guid.NewGuid()), new JsonObject { ["intensity"] = 11 }));

        Assert.Equal("That cannot be: an intensity outside of 0 to 10.", refused.Message);
        Assert.Empty((await LogAsync(wearer)).Items);
    }

    [Fact]
    public async Task An_entry_of_another_kind_is_not_turned_into_this_one()
    {
        var wearer = await fresh.AddWearerAsync();
        var twitch = await WriteAsync(wearer, HandDiary.NewKey(Guid.NewGuid()), []);

        var refused = await Assert.ThrowsAsync<DiaryRefusedException>(() => Diary.WriteAsync(wearer, twitch.Key, "cramp", [], null, Cancel));

        Assert.Equal("That entry is a twitch, not a cramp.", refused.Message);
    }

    [Fact]
    public async Task What_is_said_by_hand_wins_over_an_export_from_a_clock_ahead()
    {
        var wearer = await fresh.AddWearerAsync();
        var imported = new DiaryEntry
        {
            Key = "abcdef0123456789",
            Source = Source.Named("Bearable", SourceKind.App),
            Time = DiaryTime.On(Day),
            Said = Now.AddHours(3),
            What = new Twitch { Intensity = 2 },
        };
        await table.MergeAsync(wearer, [imported], Cancel);

        await Diary.DeleteAsync(wearer, imported, Cancel);

        Assert.Empty((await LogAsync(wearer)).Items);
    }

    [Fact]
    public async Task The_beginning_of_an_id_is_enough_where_it_means_one_entry()
    {
        var wearer = await fresh.AddWearerAsync();
        foreach (var key in (string[])["abcd1111", "abcd2222"])
        {
            await WriteAsync(wearer, key, []);
        }

        var found = await Diary.FindAsync(wearer, Berlin, "ABCD1", Cancel);

        Assert.Equal("abcd1111", found.Entry.Key);
        await Assert.ThrowsAsync<DiaryRefusedException>(() => Diary.FindAsync(wearer, Berlin, "abcd", Cancel));
        await Assert.ThrowsAsync<DiaryRefusedException>(() => Diary.FindAsync(wearer, Berlin, "abc", Cancel));
        await Assert.ThrowsAsync<DiaryRefusedException>(() => Diary.FindAsync(wearer, Berlin, "ffff", Cancel));
    }

    [Fact]
    public async Task Two_who_say_different_things_of_a_day_at_once_are_both_heard()
    {
        var wearer = await fresh.AddWearerAsync();
        CheckIn[] said = [.. Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? new CheckIn { Stress = 4 } : new CheckIn { Thirst = 2 })];

        await Task.WhenAll(said.Select(each => Diary.WriteAsync(
            wearer, HandDiary.CheckInKey(Day), before => before is CheckIn older ? each.Over(older) : each, DiaryTime.On(Day), Cancel)));

        var checkIn = (await LogAsync(wearer)).CheckInOn(Day);
        Assert.Equal((4, 2), (checkIn?.Stress, checkIn?.Thirst));
        Assert.Single((await LogAsync(wearer)).Items);
    }

    private Task<DiaryEntry> WriteAsync(Guid wearer, string key, JsonObject changes) => WriteAsync(wearer, key, changes, DiaryTime.On(Day));

    private Task<DiaryEntry> WriteAsync(Guid wearer, string key, JsonObject changes, DiaryTime? time) => Diary.WriteAsync(wearer, key, "twitch", changes, time, Cancel);

    private Task<DiaryLog> LogAsync(Guid wearer) => table.LoadAsync(wearer, Berlin, Cancel);
}
