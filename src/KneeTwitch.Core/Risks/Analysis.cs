using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>Judges a history. What it says of a day depends on the days up to it only, so that running it every morning and replaying years are the same.</summary>
public static class Analysis
{
    /// <summary>Every factor on every day: factor by factor in the order of the list, each from the first day on.</summary>
    public static IReadOnlyList<Assessment> Run(History history)
    {
        var assessments = new List<Assessment>(RiskFactors.All.Count * history.Count);
        foreach (var factor in RiskFactors.All)
        {
            assessments.AddRange(Run(factor, history));
        }

        return assessments;
    }

    /// <summary>One factor on every day; judged once a history, because some rules ask what others found.</summary>
    public static IReadOnlyList<Assessment> Run(RiskFactor factor, History history) => history.Once(days => new Judged(days)).By(factor);

    private static List<Assessment> JudgeAll(RiskFactor factor, History history)
    {
        var assessments = new List<Assessment>(history.Count);
        var judge = new Judge(factor, history);
        var state = default(FactorState);
        for (var day = 0; day < history.Count; day++)
        {
            (var assessment, state) = judge.Step(day, state);
            assessments.Add(assessment);
        }

        return assessments;
    }

    private sealed class Judged(History history)
    {
        private readonly Dictionary<RiskFactor, List<Assessment>> known = new(ReferenceEqualityComparer.Instance);

        public List<Assessment> By(RiskFactor factor)
        {
            if (!known.TryGetValue(factor, out var assessments))
            {
                known[factor] = assessments = JudgeAll(factor, history);
            }

            return assessments;
        }
    }
}
