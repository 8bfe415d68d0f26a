using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Tests;

/// <summary>Builds wearers, days and histories for tests. Day 0 is a Thursday, 1 January 2026.</summary>
internal static class Make
{
    public static readonly DateOnly FirstDay = new(2026, 1, 1);

    private static readonly Guid SomeWearer = new("6f4b1c52-0d54-4a05-9a77-6f7b1a9f2a11");

    public static Wearer Wearer(Sex sex = Sex.Female, int? birthYear = 1985, double? massKg = null, bool isPregnant = false, bool isLactating = false) => new()
    {
        Id = SomeWearer,
        Name = "Somebody",
        Sex = sex,
        BirthYear = birthYear,
        MassKg = massKg,
        IsPregnant = isPregnant,
        IsLactating = isLactating,
        Zones = ZoneHistory.Of("Europe/Berlin"),
    };

    /// <summary>A history of these series, day 0 first; null is missing.</summary>
    public static History History(params (Metric Metric, IEnumerable<double?> Values)[] series) => History(Wearer(), [], series);

    /// <summary>A history of these series and sessions (by day index) of a wearer.</summary>
    public static History History(Wearer wearer, IEnumerable<(int Day, Session Session)> sessions, params (Metric Metric, IEnumerable<double?> Values)[] series)
    {
        var columns = series.Select(one => (one.Metric, Values: one.Values.ToArray())).ToArray();
        var byDay = sessions.ToLookup(one => one.Day, one => one.Session);
        var count = Math.Max(columns.Select(column => column.Values.Length).DefaultIfEmpty(0).Max(), byDay.Select(group => group.Key + 1).DefaultIfEmpty(0).Max());
        var days = Enumerable.Range(0, count).Select(day => new DaySummary
        {
            Day = FirstDay.AddDays(day),
            Values = [.. columns.Where(column => day < column.Values.Length && column.Values[day] is not null).Select(column => Value(column.Metric, column.Values[day]))],
            Sessions = [.. byDay[day]],
        });
        return new History(wearer, days, FirstDay.AddDays(count - 1));
    }

    /// <summary>What the wearer wrote down, by day index: any number of days and entries, with the numbers that days make of them.</summary>
    public static History Diary(int days, params IEnumerable<(int Day, DiaryFact What)> written) => Diary(Wearer(), days, written);

    /// <summary>The same of a wearer; entries are said in the order they are given, at noon.</summary>
    public static History Diary(Wearer wearer, int days, IEnumerable<(int Day, DiaryFact What)> written, params (Metric Metric, IEnumerable<double?> Values)[] series)
    {
        var log = Log(written);
        var plain = series.Length == 0 ? null : History(wearer, [], series);
        var summaries = Enumerable.Range(0, days).Select(day => new DaySummary
        {
            Day = FirstDay.AddDays(day),
            Values = [.. plain?[day]?.Values ?? [], .. Twitches(log, FirstDay.AddDays(day))],
        });
        return new History(wearer, summaries, FirstDay.AddDays(days - 1), log);
    }

    /// <summary>The history with a diary and the numbers that days make of it.</summary>
    public static History WithDiary(History history, IEnumerable<(int Day, DiaryFact What)> written)
    {
        var log = Log(written);
        var days = Enumerable.Range(0, history.Count).Select(day => history[day] ?? new DaySummary { Day = history.DayAt(day), Values = [] });
        return new History(history.Wearer, days.Select(day => day with { Values = [.. day.Values, .. Twitches(log, day.Day)] }), history.Last, log);
    }

    public static DiaryLog Log(IEnumerable<(int Day, DiaryFact What)> written) => DiaryLog.Of(
        written.Select((one, index) => new DiaryEntry
        {
            Key = DiaryEntry.KeyOf(DiaryEntry.Hand, index.ToString(CultureInfo.InvariantCulture)),
            Source = DiaryEntry.Hand,
            Time = DiaryTime.On(FirstDay.AddDays(one.Day)),
            Said = new DateTimeOffset(FirstDay.AddDays(one.Day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).AddMinutes(index),
            What = one.What,
        }),
        ZoneHistory.Of("Europe/Berlin"));

    /// <summary>A check-in a day from a string: 1 twitched, 0 not, a dot for none.</summary>
    public static IEnumerable<(int Day, DiaryFact What)> TwitchLog(string days, int first = 0) => days
        .Select((said, day) => (Day: first + day, Said: said))
        .Where(one => one.Said != '.')
        .Select(one => (one.Day, (DiaryFact)new CheckIn { HasTwitched = one.Said == '1' }));

    public static CheckIn Answers(params Answer[] answers) => new() { Answers = answers };

    /// <summary>No to each of the questions.</summary>
    public static CheckIn No(params IEnumerable<Question> questions) => new() { Answers = [.. questions.Select(question => new Answer(question, false))] };

    public static CheckIn Yes(Question question, Side? side = null, bool? hasLasted = null, bool? isSudden = null) => Answers(new Answer(question, true, side, hasLasted, isSudden));

    /// <summary>The history with something changed on each day, by its index.</summary>
    public static History With(History history, Func<int, DaySummary, DaySummary> change) =>
        new(history.Wearer, Enumerable.Range(0, history.Count).Select(day => history[day] is { } summary ? change(day, summary) : null).OfType<DaySummary>(), history.Last, history.Diary);

    /// <summary>The history as another device (or an estimate) would have told a metric of it on some days.</summary>
    public static History From(History history, Metric metric, Func<int, string> source, Func<int, double>? coverage = null) => With(history, (day, summary) => summary with
    {
        Values = [.. summary.Values.Select(value => value.Metric == metric ? value with { Source = source(day), Coverage = coverage?.Invoke(day) ?? 1 } : value)],
    });

    /// <summary>The first days of a history, as it was known then.</summary>
    public static History Through(History history, int lastDay) =>
        new(history.Wearer, Enumerable.Range(0, lastDay + 1).Select(day => history[day]).OfType<DaySummary>(), history.DayAt(lastDay), history.Diary);

    public static Session Session(
        Sport sport = Sport.Run,
        double minutes = 60,
        double? distanceM = null,
        double? rpe = null,
        double? heartRateBpm = null,
        double? temperatureC = null,
        double? loadRpe = null) => new()
        {
            Start = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero),
            Minutes = minutes,
            Sport = sport,
            DistanceM = distanceM,
            Rpe = rpe,
            AverageHeartRateBpm = heartRateBpm,
            TemperatureC = temperatureC,
            LoadRpe = loadRpe,
            Source = "watch",
        };

    /// <summary>The same value on a number of days.</summary>
    public static IEnumerable<double?> Days(int count, double? value) => Enumerable.Repeat(value, count);

    /// <summary>A number of days nothing is known of.</summary>
    public static IEnumerable<double?> Missing(int count) => Enumerable.Repeat<double?>(null, count);

    /// <summary>A row of days of a formula.</summary>
    public static IEnumerable<double?> Days(int count, Func<int, double?> value) => Enumerable.Range(0, count).Select(value);

    private static IEnumerable<DayValue> Twitches(DiaryLog log, DateOnly day)
    {
        var values = new DayValues();
        DiaryDay.Add(log, day, values);
        return values.All;
    }

    private static DayValue Value(Metric metric, double? value) =>
        new(metric, value, value == 0 ? DayState.Zero : DayState.Measured, 1, "watch");
}
