namespace KneeTwitch.Core.Risks;

/// <summary>What R01 says: counts and comparisons, nothing about injury.</summary>
internal static class TrainingLoadWords
{
    public static string Of(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var sentences = new List<string>();
        if (numbers.TryGetValue("leg_minutes_7_days", out var minutes))
        {
            sentences.Add($"You moved on your legs for {Wording.Number(minutes)} minutes of sport in the last 7 days, after weeks with less than 10 minutes a day.");
        }
        else if (numbers.TryGetValue("load_ratio", out var ratio))
        {
            sentences.Add($"The leg load of the last week was {Wording.Number(ratio, 2)} times the habit of the weeks before{Sums(numbers)}.");
        }

        if (numbers.TryGetValue("session_spike_ratio", out var spike) && SessionSpikes.Grade(spike) > 0)
        {
            sentences.Add($"A session of the last 3 days was {Wording.Number(spike, 2)} times the largest of its sport in the 30 days before.");
        }

        if (sentences.Count == 0)
        {
            return Wording.CountOnly(assessment, "days");
        }

        if (assessment.Level > 0)
        {
            sentences.Add($"Load was clearly above the habit {Wording.Count(assessment, assessment.Level, "days")}.");
        }

        return string.Join(' ', sentences);
    }

    private static string Sums(IReadOnlyDictionary<string, double> numbers) =>
        numbers.TryGetValue("load_7_days", out var week) && numbers.TryGetValue("usual_load_7_days", out var usual)
            ? $" ({Wording.Number(week)} against a usual {Wording.Number(usual)} in 7 days)"
            : "";
}
