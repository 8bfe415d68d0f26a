using System.Globalization;

namespace KneeTwitch.Core.Risks;

/// <summary>Phrases all rules share: counts, dates and coverage, never a verdict on health [risk factors 9].</summary>
internal static class Wording
{
    /// <summary>What can be said of an assessment on its day.</summary>
    /// <param name="assessment">What was judged.</param>
    /// <param name="subject">What the rule looks at, as in "nothing is known about sleep".</param>
    /// <param name="pattern">The rule's own sentence, for days with numbers.</param>
    public static string Of(Assessment assessment, string subject, Func<Assessment, string> pattern) => assessment.Standing switch
    {
        Standing.CannotBeSeen => $"No device or log has said anything about {subject} yet.",
        Standing.NotEnoughData => $"Not enough data yet: {assessment.Missing}.",
        Standing.Stale => $"Too little is known about {subject} now: {assessment.Missing}.",
        Standing.WaitingForData => $"{pattern(assessment)}{History(assessment)} Waiting for data: {assessment.Missing}.",
        _ => pattern(assessment) + History(assessment),
    };

    /// <summary>"on 5 of the last 7 nights", or "on 5 of 6 known nights of the last 7".</summary>
    public static string Count(Assessment assessment, int grade, string unit)
    {
        var known = NumberOf(assessment, GateNumbers.KnownOf7);
        var count = NumberOf(assessment, GateNumbers.GradedOf7(grade));
        return known == 7 ? $"on {Number(count)} of the last 7 {unit}" : $"on {Number(count)} of {Number(known)} known {unit} of the last 7";
    }

    /// <summary>For a day whose own numbers are not known.</summary>
    public static string CountOnly(Assessment assessment, string unit) =>
        $"The pattern was seen {Count(assessment, Math.Max(assessment.Level, 1), unit)}.";

    /// <summary>420 is "7 hours", 435 is "7 h 15".</summary>
    public static string Hours(double minutes) =>
        minutes % 60 == 0 ? $"{Number(minutes / 60)} hours" : HoursAndMinutes(minutes);

    /// <summary>372 is "6 h 12".</summary>
    public static string HoursAndMinutes(double minutes)
    {
        var whole = (int)Math.Round(minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60} h {whole % 60:00}");
    }

    /// <summary>One after the other, those that are empty left out.</summary>
    public static string Sentences(params IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Where(sentence => sentence.Length > 0)) is { Length: > 0 } text ? text : "This was reported in your diary.";

    public static string Number(double value, int decimals = 0) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string History(Assessment assessment)
    {
        var text = "";
        if (assessment is { Since: { } since, Level: > 0 })
        {
            text += string.Create(CultureInfo.InvariantCulture, $" The pattern goes back to {since:d MMMM yyyy}.");
        }

        return assessment.Evidence.ContainsKey(GateNumbers.DaysAtNewUsual)
            ? text + " It has lasted for more than eight weeks: this looks like your new usual."
            : text;
    }

    private static double NumberOf(Assessment assessment, string name) => assessment.Evidence.TryGetValue(name, out var value) ? value : 0;
}
