using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>The medicines of a diary that the rules know something about.</summary>
internal sealed class MedicineCourses
{
    private MedicineCourses(History history)
    {
        var entries = history.Diary.All<Medicine>().ToLookup(entry => (Key(entry.What.Name), Class: Medicines.ClassOf(entry.What)));
        var doses = history.Diary.All<Dose>().Where(dose => !dose.What.IsSkipped).ToLookup(dose => (Key(dose.What.Name), Class: Medicines.ClassOf(dose.What)));
        All =
        [
            .. entries.Select(medicine => medicine.Key).Union(doses.Select(dose => dose.Key))
                .Where(medicine => medicine.Class != MedicineClass.None)
                .Order()
                .Select(medicine => new MedicineCourse(entries[medicine], doses[medicine].Select(dose => dose.Day).Distinct(), medicine.Class)),
        ];
        var known = entries.SelectMany(name => name.Select(entry => entry.Day)).Concat(doses.SelectMany(name => name.Select(dose => dose.Day))).ToList();
        FirstKnown = known.Count > 0 && known.Min() <= history.Last ? Math.Max(history.IndexOf(known.Min()), 0) : null;
    }

    public IReadOnlyList<MedicineCourse> All { get; }

    /// <summary>Index of the first day on which any medicine was known, of whatever class.</summary>
    public int? FirstKnown { get; }

    public static MedicineCourses Of(History history) => history.Once(days => new MedicineCourses(days));

    /// <summary>What the medicines taken on a day are.</summary>
    public MedicineClass ActiveOn(DateOnly day) => All.Where(course => course.IsActive(day)).Aggregate(MedicineClass.None, (all, course) => all | course.Class);

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}
