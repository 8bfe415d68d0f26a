using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// A history's sleep by clock minute. A sleep day (18:00 to 18:00) with a recorded night is known as a whole: what was not sleep was waking.
/// What a civil day has before 18:00 belongs to its own sleep day, what it has after that to the next; so a day is compared with the one before
/// it twice, and the evening only counts once the next night is in.
/// </summary>
internal sealed class SleepDays
{
    private const int Day = 1440, Evening = 1080;

    private readonly History history;
    private readonly bool[] isKnown;
    private readonly SleepMinutesPair[] mornings;
    private readonly SleepMinutesPair[] evenings;

    private SleepDays(History history)
    {
        this.history = history;
        isKnown = [.. Enumerable.Range(0, history.Count).Select(IsNightKnown)];
        var minutes = new MinuteState[history.Count][];
        var travel = UnusualDays.Of(history);
        for (var day = 0; day < minutes.Length; day++)
        {
            minutes[day] = new MinuteState[Day];
            if (isKnown[day])
            {
                SleepClock.Paint(history, day, day > 0 ? minutes[day - 1] : new MinuteState[Day], minutes[day]);
            }
        }

        mornings = new SleepMinutesPair[minutes.Length];
        evenings = new SleepMinutesPair[minutes.Length];
        for (var day = 1; day < minutes.Length; day++)
        {
            if (!travel.IsTravel(day) && !travel.IsTravel(day - 1))
            {
                mornings[day] = SleepMinutesPair.Of(minutes[day - 1].AsSpan(0, Evening), minutes[day].AsSpan(0, Evening));
                evenings[day] = SleepMinutesPair.Of(minutes[day - 1].AsSpan(Evening), minutes[day].AsSpan(Evening));
            }
        }
    }

    /// <summary>Index of the first night with known hours; null where there is none.</summary>
    public int? FirstKnown => Array.IndexOf(isKnown, true) is >= 0 and var first ? first : null;

    public static SleepDays Of(History history) => history.Once(days => new SleepDays(days));

    public bool IsKnown(int day) => isKnown[day];

    /// <summary>A day and the one before it, once both evenings are in.</summary>
    public SleepMinutesPair PairAt(int day) => mornings[day] + evenings[day];

    /// <summary>The index of so many local days up to a day, and of how many pairs of days it is made. Looks at nights up to that day only.</summary>
    public (double? Index, int Pairs) IndexUpTo(int day, int days) =>
        SleepMinutesPair.Index(Enumerable.Range(Math.Max(day - days + 2, 1), Math.Max(day - Math.Max(day - days + 2, 1) + 1, 0))
            .Select(later => later < day ? mornings[later] + evenings[later] : mornings[later]));

    private bool IsNightKnown(int day) => history[day] is { Asleep.Count: > 0 } && SleepLength.AsleepOn(history, day) is not null;
}
