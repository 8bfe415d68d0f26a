using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>The diary by the days of a history, as the rules on facts ask for it. What is there of a day is what was written for that day.</summary>
internal sealed class DiaryDays
{
    private static readonly IReadOnlyList<DiaryItem<DiaryFact>> Nothing = [];

    private readonly IReadOnlyList<DiaryItem<DiaryFact>>[] items;
    private readonly CheckIn?[] checkIns;

    private DiaryDays(History history)
    {
        items = new IReadOnlyList<DiaryItem<DiaryFact>>[history.Count];
        checkIns = new CheckIn?[history.Count];
        for (var day = 0; day < items.Length; day++)
        {
            var written = history.Diary.On(history.DayAt(day)).ToList();
            items[day] = written.Count == 0 ? Nothing : written;
            checkIns[day] = written.Count == 0 ? null : history.Diary.CheckInOn(history.DayAt(day));
        }
    }

    public static DiaryDays Of(History history) => history.Once(days => new DiaryDays(days));

    public CheckIn? CheckInOn(int day) => checkIns[day];

    /// <summary>The entries of a kind on a day.</summary>
    public IEnumerable<T> On<T>(int day)
        where T : DiaryFact => items[day].Select(item => item.What).OfType<T>();

    /// <summary>The answers of a day, as its check-ins together give them.</summary>
    public IReadOnlyList<Answer> AnswersOn(int day) => checkIns[day]?.Answers ?? [];

    /// <summary>When the last check-in of a day was said.</summary>
    public DateTimeOffset CheckedInAt(int day) => items[day].Where(item => item.What is CheckIn).Select(item => item.Entry.Said).DefaultIfEmpty().Max();

    /// <summary>When the wearer said of a day that they talked about a rule; null where they did not.</summary>
    public DateTimeOffset? VisitAbout(string rule, int day) => items[day]
        .Where(item => item.What is Visit visit && (visit.About.Count == 0 || visit.About.Contains(rule, StringComparer.OrdinalIgnoreCase)))
        .Select(item => (DateTimeOffset?)item.Entry.Said)
        .Max();

    /// <summary>Days with a check-in among the last ones, the day itself included.</summary>
    public int CheckIns(int day, int count) => Count(day, count, i => checkIns[i] is not null);

    /// <summary>How many of the last days, the day itself included, are so.</summary>
    public static int Count(int day, int count, Func<int, bool> isSo)
    {
        var days = 0;
        for (var i = Math.Max(day - count + 1, 0); i <= day; i++)
        {
            days += isSo(i) ? 1 : 0;
        }

        return days;
    }

    /// <summary>Index of the first day that is so, or null.</summary>
    public int? First(Func<int, bool> isSo)
    {
        for (var day = 0; day < items.Length; day++)
        {
            if (isSo(day))
            {
                return day;
            }
        }

        return null;
    }
}
