using KneeTwitch.Core.Readings;

namespace KneeTwitch.Web.Tests.Pages;

/// <summary>The Sunday of 29 March 2026 in Berlin, 23 hours long, as an invented watch, ring, phone and two drink apps saw it.</summary>
internal static class DayStory
{
    public static readonly DateOnly Sunday = new(2026, 3, 29);

    private static readonly Source Watch = Source.Named("Mia's Watch", SourceKind.Worn);
    private static readonly Source Ring = Source.Named("Ring", SourceKind.Worn);
    private static readonly Source Phone = Source.Named("Mia's Phone", SourceKind.Phone);
    private static readonly Source Drinks = Source.Named("Drinks", SourceKind.App);
    private static readonly Source Diary = Source.Named("Food diary", SourceKind.App);

    public static async Task<Guid> HappenAsync(PagesHost host, string name)
    {
        var life = await host.BeginLifeAsync(name);
        await life.StoreAsync([.. Night(), .. Walks(), .. DrinksAndTotals()]);
        await life.RefreshAsync();
        return life.WearerId;
    }

    private static IEnumerable<Reading> Night()
    {
        yield return Sleep(Watch, SleepStage.InBed, "28 21:40", "29 04:50");
        yield return Sleep(Watch, SleepStage.Light, "28 22:00", "28 23:30");
        yield return Sleep(Watch, SleepStage.Deep, "28 23:30", "29 00:40");
        yield return Sleep(Watch, SleepStage.Awake, "29 00:40", "29 00:50");
        yield return Sleep(Watch, SleepStage.Rem, "29 00:50", "29 02:00");
        yield return Sleep(Watch, SleepStage.Light, "29 02:00", "29 04:40");
        yield return Sleep(Ring, SleepStage.Asleep, "28 21:50", "29 04:20");
    }

    private static IEnumerable<Reading> Walks()
    {
        // The watch charges from 10 to 12 UTC; the phone is left on the table after 15.
        for (var hour = 5; hour < 20; hour++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var steps = 60 + (((hour * 37) + (quarter * 113)) % 420);
                if (hour is not (10 or 11))
                {
                    yield return Walk(Watch, hour, quarter, steps);
                }

                if (hour < 15)
                {
                    yield return Walk(Phone, hour, quarter, Math.Round(steps * 0.9));
                }
            }
        }
    }

    private static IEnumerable<Reading> DrinksAndTotals()
    {
        var noon = At("29 10:00");
        yield return new Reading(Metric.WaterMl, noon, noon, 250, Drinks);
        yield return new Reading(Metric.WaterMl, noon.AddSeconds(30), noon.AddSeconds(30), 250, Diary);
        yield return new Reading(Metric.WaterMl, noon.AddHours(4), noon.AddHours(4), 330, Drinks);
        yield return Reading.OfDay(Metric.VendorSteps, Sunday, 21_000, Ring);
    }

    private static Reading Sleep(Source source, SleepStage stage, string from, string to) => new(Metric.SleepStage, At(from), At(to), (double)stage, source);

    private static Reading Walk(Source source, int hour, int quarter, double steps)
    {
        var start = At("29 00:00").AddHours(hour).AddMinutes(15 * quarter);
        return new Reading(Metric.Steps, start, start.AddMinutes(15), steps, source);
    }

    /// <summary>Day and time of March 2026, UTC.</summary>
    private static DateTimeOffset At(string time) =>
        DateTimeOffset.ParseExact($"2026-03-{time}", "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
