using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class DayTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_comes_back_as_it_was_saved()
    {
        var wearer = await fresh.AddWearerAsync();
        var run = new Session { Start = new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero), Minutes = 31.5, Sport = Sport.Run, ZoneMinutes = [1, 2, 3, 4, 5], Source = "Watch" };
        DayValue[] values =
        [
            new(Metric.Steps, 8123, DayState.Measured, 0.875, "Watch + Phone"),
            new(Metric.CaffeineMg, 0, DayState.Zero, 1, null),
            new(Metric.SleepMinutes, null, DayState.Missing, 0.25, null),
        ];

        SleepSpan[] asleep = [new(new(2026, 2, 28, 22, 10, 30, TimeSpan.Zero), new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero)), new(new(2026, 3, 1, 3, 20, 0, TimeSpan.Zero), new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero))];

        var written = await SaveAsync(wearer, Day, Day, new DaySummary { Day = Day, Values = values, Sessions = [run], Asleep = asleep });

        var loaded = Assert.Single(await new DayTable(fresh.Database).LoadAsync(wearer, null, null, Cancel));
        Assert.Equal(1, written);
        Assert.Equal(values, loaded.Values);
        Assert.Equal(asleep, loaded.Asleep);
        Assert.Equivalent(run, Assert.Single(loaded.Sessions), strict: true);
    }

    [Fact]
    public async Task Saving_a_span_again_writes_what_differs_and_deletes_what_vanished()
    {
        var wearer = await fresh.AddWearerAsync();
        await SaveAsync(wearer, Day, Day.AddDays(3), Steps(0, 100), Steps(1, 200), Steps(2, 300), Steps(3, 400));

        var written = await SaveAsync(wearer, Day, Day.AddDays(2), Steps(0, 100), Steps(1, 250));

        var loaded = await new DayTable(fresh.Database).LoadAsync(wearer, Day, Day.AddDays(3), Cancel);
        Assert.Equal(2, written);
        Assert.Equal([100, 250, 400], loaded.Select(day => day[Metric.Steps]));
    }

    [Fact]
    public async Task A_missing_value_is_null_for_people_who_come_with_sql()
    {
        var wearer = await fresh.AddWearerAsync();
        await SaveAsync(wearer, Day, Day, new DaySummary { Day = Day, Values = [new(Metric.SleepMinutes, null, DayState.Missing, 0.25, null)] });

        await using var connection = await fresh.Database.ConnectAsync(wearer, Cancel);
        await using var command = connection.Command("select metric || ' ' || state || ' ' || (value is null) from day_rows");

        Assert.Equal("sleep_minutes missing true", await command.ExecuteScalarAsync(Cancel));
    }

    private static DaySummary Steps(int after, double steps) =>
        new() { Day = Day.AddDays(after), Values = [new(Metric.Steps, steps, DayState.Measured, 1, "Watch")] };

    private async Task<int> SaveAsync(Guid wearer, DateOnly from, DateOnly to, params DaySummary[] days)
    {
        await using var connection = await fresh.Database.ConnectAsync(wearer, Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await WearerLock.TakeAsync(connection, wearer, Cancel);
        var written = await DayTable.SaveAsync(connection, wearer, from, to, days, Cancel);
        await transaction.CommitAsync(Cancel);
        return written;
    }
}
