using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What cannot have been said: such entries are rejected, whatever the app.</summary>
internal static class DiaryLimits
{
    internal const int LongestName = 200;
    internal const int LongestRemark = 10_000;
    private const int MostWords = 64;
    private const int FirstYear = 1990;
    private static readonly TimeSpan ClocksOff = TimeSpan.FromDays(1);

    /// <summary>Why an entry cannot be, or null.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="exportedAt">When the export was made; nobody writes down what has not been yet.</param>
    internal static string? WhyNot(DiaryEntry entry, DateTimeOffset exportedAt) =>
        entry.Key.Length is 0 or > DiaryEntry.MaximumKeyLength ? "an entry without a usable id"
        : entry.Time is null && !entry.IsDeleted ? "an entry without a time"
        : entry.Time is { } time ? WhyNotTime(time, exportedAt) ?? WhyNotFact(entry.What) : null;

    private static string? WhyNotTime(DiaryTime time, DateTimeOffset exportedAt) =>
        time.UtcDay.Year < FirstYear ? "a date before 1990"
        : time.At > exportedAt + ClocksOff || time.Day > DateOnly.FromDateTime((exportedAt + ClocksOff).UtcDateTime) ? "a date after the export"
        : null;

    private static string? WhyNotFact(DiaryFact? fact) =>
        fact?.Remark?.Length > LongestRemark ? $"a note longer than {LongestRemark} characters"
        : fact switch
        {
            Twitch twitch => First(
                Scale(twitch.Intensity, 0, 10, "an intensity outside of 0 to 10"),
                Scale(twitch.Minutes, 0, 1440, "an episode longer than a day"),
                Scale(twitch.Count, 0, 100_000, "a count that cannot be"),
                Word(twitch.Place),
                Word(twitch.Muscle),
                twitch.Triggers.Count > MostWords ? "too many triggers" : twitch.Triggers.Select(Word).FirstOrDefault(why => why is not null)),
            CheckIn said => First(
                Scale(said.Stress, 0, 10, "stress outside of 0 to 10"),
                Scale(said.SorenessLeft, 0, 10, "soreness outside of 0 to 10"),
                Scale(said.SorenessRight, 0, 10, "soreness outside of 0 to 10"),
                Scale(said.LegPain, 0, 10, "pain outside of 0 to 10"),
                Scale(said.Thirst, 0, 9, "thirst outside of 0 to 9"),
                Scale(said.UrineColour, 1, 8, "a urine colour outside of 1 to 8"),
                Scale(said.NicotineUnits, 0, 200, "nicotine outside of 0 to 200 units"),
                said.Answers.Count > MostWords ? "too many answers" : null),
            Cramp cramp => First(
                Scale(cramp.Severity, 0, 10, "a severity outside of 0 to 10"),
                Scale(cramp.Minutes, 0, 1440, "a cramp longer than a day"),
                Word(cramp.Place)),
            Symptom symptom => First(Word(symptom.Name), Scale(symptom.Severity, 0, 10, "a severity outside of 0 to 10"), Word(symptom.Place)),
            Girth girth => First(Scale(girth.Centimetres, 10, 150, "a girth outside of 10 to 150 cm"), Word(girth.Place), Scale(girth.MarkCm, 0, 200, "a mark outside of 0 to 200 cm")),
            Injury injury => First(Word(injury.Name), Word(injury.Place)),
            Medicine medicine => First(Word(medicine.Name), Word(medicine.Unit), Word(medicine.Atc), Scale(medicine.DailyAmount, 0, 1_000_000, "an amount that cannot be")),
            Dose dose => First(Word(dose.Name), Word(dose.Unit), Word(dose.Atc), Scale(dose.Amount, 0, 1_000_000, "an amount that cannot be")),
            Visit visit => visit.About.Count > MostWords ? "too many factors" : visit.About.Select(Word).FirstOrDefault(why => why is not null),
            Tag tag => First(Word(tag.Name), Word(tag.Unit), Scale(tag.Amount, -1e9, 1e9, "a number that cannot be")),
            _ => null,
        };

    private static string? First(params ReadOnlySpan<string?> reasons)
    {
        foreach (var reason in reasons)
        {
            if (reason is not null)
            {
                return reason;
            }
        }

        return null;
    }

    private static string? Scale(double? value, double least, double most, string reason) =>
        value is null || (value >= least && value <= most) ? null : reason;

    private static string? Word(string? text) => text?.Length > LongestName ? $"a name longer than {LongestName} characters" : null;
}
