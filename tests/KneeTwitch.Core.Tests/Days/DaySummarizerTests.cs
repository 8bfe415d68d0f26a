using CsCheck;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class DaySummarizerTests
{
    private static readonly DateOnly First = new(2026, 3, 27);
    private static readonly DateOnly Last = new(2026, 4, 1);

    private static readonly Wearer Traveller = new()
    {
        Id = Guid.Empty,
        Name = "Someone",
        BirthYear = 1985,
        Sex = Sex.Female,
        Zones = ZoneHistory.Of(
        [
            new ZoneChange(DateTimeOffset.MinValue, "Europe/Berlin"),
            new ZoneChange(Build.Utc("2026-03-29 13:07"), "America/New_York"),
            new ZoneChange(Build.Utc("2026-03-31 02:30"), "Asia/Kolkata"),
        ]),
    };

    /// <summary>Readings of a few days before, in and after the range, many of them overlapping.</summary>
    private static readonly Gen<Reading[]> SomeReadings = Gen
        .Select(
            Gen.OneOf(
                Metric.Steps, Metric.ActiveEnergyKcal, Metric.SleepStage, Metric.WaterMl, Metric.CaffeineMg, Metric.HeartRateBpm, Metric.HrvSdnnMs,
                Metric.StandHours, Metric.VendorSteps, Metric.WorkoutSport, Metric.WorkoutRpe, Metric.BodyMassKg, Metric.HeadacheSeverity),
            Gen.OneOf(Build.Watch, Build.Ring, Build.Phone, Build.App),
            Gen.Int[-4 * 24 * 4, 10 * 24 * 4],
            Gen.OneOf(0, 60, 900, 1800, 3600, 5 * 3600, 8 * 3600, 24 * 3600),
            Gen.Int[0, 5])
        .Select((metric, source, quarter, length, value) =>
        {
            var start = new DateTimeOffset(First, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(15 * quarter);
            return new Reading(metric, start, start.AddSeconds(length), value, source);
        })
        .Array[0, 120];

    [Fact]
    public void Neither_the_order_of_chunks_nor_their_cutting_changes_a_day() =>
        Gen.Select(SomeReadings, Gen.Int).Sample((readings, seed) =>
        {
            var random = new Random(seed);
            var whole = Build.ChunksOf(readings);
            var again = readings.Where(_ => random.Next(3) == 0).ToArray();
            Chunk[] cut = [.. Build.ChunksOf(readings.Take(readings.Length / 2)), .. Build.ChunksOf(again), .. Build.ChunksOf(readings.Skip(readings.Length / 2))];
            random.Shuffle(cut);

            AssertSame(Summarize(whole, First, Last), Summarize(cut, First, Last));
        });

    /// <summary>Nights and resting heart rates as three exports told them, the later ones anew.</summary>
    private static readonly Gen<Chunk[]> SomeAccounts = Gen
        .Select(
            Gen.OneOf(Metric.SleepStage, Metric.SleepStage, Metric.RestingHeartRateBpm, Metric.HrvRmssdMs),
            Gen.OneOf(Build.Watch, Build.Ring),
            Gen.Int[-2 * 48, 8 * 48],
            Gen.OneOf(1800, 3600, 3 * 3600, 8 * 3600),
            Gen.Select(Gen.Int[0, 5], Gen.Int[1, 3]))
        .Select((metric, source, half, length, said) =>
        {
            var start = new DateTimeOffset(First, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(30 * half);
            return Build.ChunksOf([new Reading(metric, start, start.AddSeconds(length), said.Item1, source)], said.Item2)[0];
        })
        .Array[0, 80];

    [Fact]
    public void Nights_told_anew_are_the_same_in_any_order_and_from_the_chunks_each_day_needs() =>
        Gen.Select(SomeAccounts, Gen.Int).Sample((chunks, seed) =>
        {
            var shuffled = chunks.ToArray();
            new Random(seed).Shuffle(shuffled);
            var alone = new List<DaySummary>();
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var needed = DaySummarizer.UtcDaysNeeded(day, day);
                alone.AddRange(Summarize([.. shuffled.Where(chunk => chunk.UtcDay >= needed.First && chunk.UtcDay <= needed.Last)], day, day));
            }

            AssertSame(Summarize(chunks, First, Last), alone);
        });

    [Fact]
    public void A_range_is_its_days_one_by_one_from_the_chunks_each_needs() =>
        SomeReadings.Sample(readings =>
        {
            var chunks = Build.ChunksOf(readings);

            var alone = new List<DaySummary>();
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var needed = DaySummarizer.UtcDaysNeeded(day, day);
                alone.AddRange(Summarize([.. chunks.Where(chunk => chunk.UtcDay >= needed.First && chunk.UtcDay <= needed.Last)], day, day));
            }

            AssertSame(Summarize(chunks, First, Last), alone);
        });

    [Fact]
    public void Readings_change_only_the_days_their_utc_day_touches() =>
        SomeReadings.Where(readings => readings.Length > 0).Sample(readings =>
        {
            var late = DateOnly.FromDateTime(readings[^1].Start.UtcDateTime);
            var touched = DaySummarizer.DaysTouchedBy(late);

            var before = Summarize(Build.ChunksOf(readings[..^1]), First, Last);
            var after = Summarize(Build.ChunksOf(readings), First, Last);

            AssertSame([.. before.Where(IsUntouched)], [.. after.Where(IsUntouched)]);

            bool IsUntouched(DaySummary day) => day.Day < touched.First || day.Day > touched.Last;
        });

    [Fact]
    public void Steps_of_one_source_are_all_on_some_day()
    {
        Gen.Select(Gen.Int[0, 6 * 96 - 1], Gen.Int[1, 900]).Select((quarter, value) => (quarter, value)).Array[1, 60].Sample(walks =>
        {
            var start = Build.Utc("2026-03-27 00:00");
            var readings = walks.DistinctBy(walk => walk.quarter).Select(walk =>
                new Reading(Metric.Steps, start.AddMinutes(15 * walk.quarter), start.AddMinutes((15 * walk.quarter) + 15), walk.value, Build.Phone)).ToArray();

            var days = Summarize(Build.ChunksOf(readings), First.AddDays(-2), Last.AddDays(3));

            Assert.Equal(readings.Sum(reading => reading.Value), days.Sum(day => day[Metric.Steps] ?? 0), 4);
        });
    }

    [Fact]
    public void Days_without_data_are_left_out()
    {
        var days = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", 10)
            .Say(Metric.Steps, Build.Phone, "2026-03-05 10:00", 10)
            .Days("2026-02-01", "2026-04-01");

        Assert.Equal([Build.Date("2026-03-02"), Build.Date("2026-03-05")], days.Select(day => day.Day));
    }

    [Fact]
    public void No_readings_are_no_days() =>
        Assert.Empty(Build.In("Europe/Berlin").Days("2026-02-01", "2026-04-01"));

    [Fact]
    public void A_flight_west_over_the_date_line_puts_no_hour_on_two_days()
    {
        var zones = ZoneHistory.Of([new ZoneChange(Build.Utc("2026-01-01"), "Pacific/Auckland"), new ZoneChange(Build.Utc("2026-03-02 14:00"), "America/Los_Angeles")]);
        var start = Build.Utc("2026-03-01 00:00");
        var readings = Enumerable.Range(0, 96).Select(hour => new Reading(Metric.Steps, start.AddHours(hour), start.AddHours(hour + 1), 1, Build.Phone));

        var days = DaySummarizer.Summarize(Build.In(zones).Wearer, TrustOrder.Default, Build.ChunksOf(readings), new(2026, 2, 27), new(2026, 3, 8));

        // The 3rd began in Auckland at 11:00 UTC on the 2nd and went on until midnight in Los Angeles.
        Assert.Equal(96, days.Sum(day => day[Metric.Steps]));
        Assert.Equal(45, days.Single(day => day.Day == new DateOnly(2026, 3, 3))[Metric.Steps]);
    }

    private static IReadOnlyList<DaySummary> Summarize(IReadOnlyList<Chunk> chunks, DateOnly from, DateOnly to) =>
        DaySummarizer.Summarize(Traveller, TrustOrder.Default, chunks, from, to);

    private static void AssertSame(IReadOnlyList<DaySummary> expected, IReadOnlyList<DaySummary> actual)
    {
        Assert.Equal(expected.Select(day => day.Day), actual.Select(day => day.Day));
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal(one.Values, other.Values);
            Assert.Equal(one.Sessions.Select(session => session with { ZoneMinutes = null }), other.Sessions.Select(session => session with { ZoneMinutes = null }));
            Assert.Equal(one.Sessions.Select(session => session.ZoneMinutes), other.Sessions.Select(session => session.ZoneMinutes));
        }
    }
}
