using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>Days that say nothing of the wearer's usual: illness, fever or vaccination, and travel, said so or over more than two hours of clock [risk factors 2].</summary>
internal sealed class UnusualDays
{
    private static readonly TimeSpan TravelMoreThan = TimeSpan.FromHours(2);

    private readonly bool[] ill;
    private readonly bool[] vaccinated;
    private readonly bool[] travel;

    private UnusualDays(History history)
    {
        // A symptom without severity is -1; said to be absent it is 0.
        ill = [.. history.Series(Metric.FeverSeverity).Select((fever, day) => (fever is { } said && said != 0) || IsTagged(day, DayTags.Ill | DayTags.Fever))];
        vaccinated = [.. ill.Select((_, day) => IsTagged(day, DayTags.Vaccination))];
        travel = [.. ill.Select((_, day) => IsTagged(day, DayTags.Travel))];
        var zones = history.Wearer.Zones;
        foreach (var change in zones.Changes.Skip(1))
        {
            var turn = zones.ToLocal(change.FromUtc).Offset - zones.ToLocal(change.FromUtc.AddTicks(-1)).Offset;
            var day = history.IndexOf(zones.DayOf(change.FromUtc));
            if (turn.Duration() > TravelMoreThan && day >= 0 && day < travel.Length)
            {
                travel[day] = true;
            }
        }

        bool IsTagged(int day, DayTags tags) => history.Diary.CheckInOn(history.DayAt(day)) is { } checkIn && (checkIn.Tags & tags) != DayTags.None;
    }

    public static UnusualDays Of(History history) => history.Once(days => new UnusualDays(days));

    public bool IsIll(int day) => ill[day];

    public bool IsTravel(int day) => travel[day];

    /// <summary>Any of it: the day is left out of baselines.</summary>
    public bool IsLeftOut(int day) => ill[day] || vaccinated[day] || travel[day];

    /// <summary>The values without those of unusual days: what a baseline is made of.</summary>
    public double?[] LeaveOut(IReadOnlyList<double?> values) => [.. values.Select((value, day) => IsLeftOut(day) ? null : value)];
}
