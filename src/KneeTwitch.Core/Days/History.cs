using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>A wearer's days in a row, from the first known one to the last, gaps filled with missing days: what a rule may look at.</summary>
public sealed class History
{
    private readonly DaySummary?[] days;
    private readonly Dictionary<Metric, double?[]> series = [];
    private readonly Dictionary<Type, object> derived = [];

    /// <param name="wearer">Whose days they are.</param>
    /// <param name="days">In any order, each day at most once.</param>
    /// <param name="through">The last day of the history; later days are left out, missing ones up to it are filled in.</param>
    /// <param name="diary">What the wearer wrote down; null for nothing. Entries of later days must not be looked at: see <see cref="DiaryLog.On"/>.</param>
    /// <exception cref="ArgumentException">There is no day and no answer of the diary up to <paramref name="through"/>.</exception>
    public History(Wearer wearer, IEnumerable<DaySummary> days, DateOnly through, DiaryLog? diary = null)
    {
        var known = days.Where(day => day.Day <= through).ToList();
        Diary = diary ?? DiaryLog.Empty;
        var first = known.Select(day => day.Day).Concat(Diary.FirstAnswered is { } answered && answered <= through ? [answered] : []).Order().Take(1).ToList();
        if (first.Count == 0)
        {
            throw new ArgumentException("A history needs at least one day.");
        }

        Wearer = wearer;
        First = first[0];
        this.days = new DaySummary?[through.DayNumber - First.DayNumber + 1];
        foreach (var day in known)
        {
            this.days[day.Day.DayNumber - First.DayNumber] = day;
        }
    }

    public Wearer Wearer { get; }

    public DiaryLog Diary { get; }

    public DateOnly First { get; }

    public DateOnly Last => First.AddDays(Count - 1);

    public int Count => days.Length;

    /// <summary>The day at an index, 0 being <see cref="First"/>; null for a day nothing is known of, also before and after the history.</summary>
    public DaySummary? this[int index] => index >= 0 && index < days.Length ? days[index] : null;

    public DateOnly DayAt(int index) => First.AddDays(index);

    public int IndexOf(DateOnly day) => day.DayNumber - First.DayNumber;

    /// <summary>A metric's numbers, one a day from <see cref="First"/> on, null where missing.</summary>
    public IReadOnlyList<double?> Series(Metric metric)
    {
        if (!series.TryGetValue(metric, out var values))
        {
            series[metric] = values = Array.ConvertAll(days, day => day?[metric]);
        }

        return values;
    }

    /// <summary>What a rule computes from the whole row of days, made once a history. Its entry for a day may look at days up to that day only.</summary>
    internal T Once<T>(Func<History, T> make)
        where T : class
    {
        if (derived.TryGetValue(typeof(T), out var known))
        {
            return (T)known;
        }

        var made = make(this);
        derived[typeof(T)] = made;
        return made;
    }
}
