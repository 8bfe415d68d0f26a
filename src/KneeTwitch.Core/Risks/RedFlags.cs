using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>RF2 to RF5 together: any two of them within four weeks are a reason to talk to somebody today or tomorrow.</summary>
internal static class RedFlags
{
    public const int TogetherDays = 28;

    private const string TogetherName = "red_flags_together";

    /// <summary>A rule's own finding on a day, raised by what the others found.</summary>
    public static DayGrade Grade(History history, int day, string rule)
    {
        var all = history.Once(days => new Found(days)).ByRule;
        var own = all[rule][day];
        var others = own.IsFlag ? all.Count(other => other.Key != rule && DiaryDays.Count(day, TogetherDays, i => other.Value[i].IsFlag) > 0) : 0;
        var together = others > 0 ? own with { Evidence = Evidence.Join(own.Evidence, (TogetherName, others + 1)) } : own;
        return together.Grade(day, others > 0 && own.Tier < Tier.Contact ? Tier.Contact : own.Tier);
    }

    /// <summary>Says that it is not the only one; empty where it is.</summary>
    public static string Together(IReadOnlyDictionary<string, double> numbers) =>
        numbers.TryGetValue(TogetherName, out var count) ? $"{Wording.Number(count)} of these signs came up within 4 weeks." : "";

    private sealed class Found(History history)
    {
        public Dictionary<string, IReadOnlyList<FactDay>> ByRule { get; } = new()
        {
            ["RF2"] = Weakness.Of(history),
            ["RF3"] = LegShrinking.Of(history),
            ["RF4"] = WidespreadTwitching.Of(history),
            ["RF5"] = SevereCramps.Of(history),
        };
    }
}
