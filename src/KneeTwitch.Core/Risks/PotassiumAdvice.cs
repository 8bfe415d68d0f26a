using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>When numbers on potassium are shown without any advice to eat or drink more of it [R09, S2, S4].</summary>
internal static class PotassiumAdvice
{
    /// <param name="history">For what is known of the wearer.</param>
    /// <param name="day">Index of the day.</param>
    public static bool IsWithheld(History history, int day) =>
        history.Wearer.HasKidneyDisease || MedicineCourses.Of(history).ActiveOn(history.DayAt(day)).HasFlag(MedicineClass.RaisesPotassium);

    /// <summary>The grade, with a number that says so where advice is withheld: on every day, graded or not, because a level that waits for data still shows its advice.</summary>
    public static DayGrade WithheldIn(DayGrade grade, History history, int day) =>
        IsWithheld(history, day) ? grade with { Evidence = Evidence.Join(grade.Evidence, (GateNumbers.AdviceWithheld, 1)) } : grade;
}
