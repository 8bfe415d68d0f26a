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
            Run(factor, history, assessments);
        }

        return assessments;
    }

    /// <summary>One factor on every day.</summary>
    public static IReadOnlyList<Assessment> Run(RiskFactor factor, History history)
    {
        var assessments = new List<Assessment>(history.Count);
        Run(factor, history, assessments);
        return assessments;
    }

    private static void Run(RiskFactor factor, History history, List<Assessment> assessments)
    {
        var judge = new Judge(factor, history);
        var state = default(FactorState);
        for (var day = 0; day < history.Count; day++)
        {
            (var assessment, state) = judge.Step(day, state);
            assessments.Add(assessment);
        }
    }
}
