using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>One medicine as the diary tells of it: when it was begun or raised, and when it was taken.</summary>
internal sealed class MedicineCourse
{
    /// <summary>A medicine that is only known by doses is taken for so long after each of them.</summary>
    public const int DoseLastsDays = 28;

    private readonly List<DiaryItem<Medicine>> entries;
    private readonly List<DateOnly> doses;

    /// <param name="entries">Of one name, by day.</param>
    /// <param name="doses">Days with a dose of that name, in order; looked at before the first entry.</param>
    /// <param name="medicineClass">What it is.</param>
    public MedicineCourse(IEnumerable<DiaryItem<Medicine>> entries, IEnumerable<DateOnly> doses, MedicineClass medicineClass)
    {
        this.entries = [.. entries];
        this.doses = [.. doses];
        Class = medicineClass;
        Starts = [.. StartsOfDoses(), .. StartsOfEntries()];
    }

    public MedicineClass Class { get; }

    /// <summary>The days on which it was begun, begun again, or its dose rose.</summary>
    public IReadOnlyList<DateOnly> Starts { get; }

    public bool IsActive(DateOnly day) => entries.LastOrDefault(entry => entry.Day <= day) is { } entry ? !(entry.What.StoppedOn <= day) : IsDosed(day);

    /// <summary>Whether a dose was taken in the four weeks up to a day.</summary>
    private bool IsDosed(DateOnly day)
    {
        var found = doses.BinarySearch(day);
        var last = found >= 0 ? found : ~found - 1;
        return last >= 0 && day.DayNumber - doses[last].DayNumber < DoseLastsDays;
    }

    private IEnumerable<DateOnly> StartsOfEntries()
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (now, before) = (entries[i], i > 0 ? entries[i - 1] : null);
            var isRise = now.What.DailyAmount > before?.What.DailyAmount && now.What.Unit == before.What.Unit;
            if ((before is null && !IsDosed(now.Day.AddDays(-1))) || before?.What.StoppedOn <= now.Day || isRise)
            {
                yield return now.Day;
            }
        }
    }

    private IEnumerable<DateOnly> StartsOfDoses() =>
        doses.TakeWhile(dose => entries.Count == 0 || dose < entries[0].Day).Where((dose, i) => i == 0 || dose.DayNumber - doses[i - 1].DayNumber >= DoseLastsDays);
}
