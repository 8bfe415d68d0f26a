using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Alerts;

/// <summary>Writes assessments as a string of levels, a character a day from day 0 on: 0 to 3, s for gone stale, space for a day not judged.</summary>
internal static class Ledger
{
    public static readonly Guid Wearer = new("0b5e6f10-0000-4000-8000-000000000001");
    public static readonly DateTimeOffset Morning = new(2026, 6, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Start = new(2026, 1, 1);

    public static DateOnly Day(int index) => Start.AddDays(index);

    public static IReadOnlyList<Assessment> Of(string levels, string factor = "R05")
    {
        List<Assessment> ledger = [];
        DateOnly? since = null;
        for (var i = 0; i < levels.Length; i++)
        {
            var level = levels[i] is 's' ? 0 : levels[i] - '0';
            since = level >= 1 ? since ?? Day(i) : null;
            if (levels[i] != ' ')
            {
                ledger.Add(new Assessment
                {
                    Factor = factor,
                    Day = Day(i),
                    Level = level,
                    Standing = level switch { 0 => Standing.Clear, 1 => Standing.Watch, 2 => Standing.Flag, _ => Standing.Strong },
                    Since = since,
                    Reason = levels[i] is 's' ? "stale" : null,
                    Evidence = new Dictionary<string, double> { ["day"] = i },
                    RuleVersion = "1",
                });
            }
        }

        return ledger;
    }

    public static string Stretch(int count, char level) => new(level, count);

    public static IReadOnlyList<Alert> Settle(string levels, IReadOnlyList<Alert>? existing = null, DateTimeOffset? now = null) =>
        AlertPolicy.Reconcile(Wearer, existing ?? [], Of(levels), now ?? Morning);

    public static IEnumerable<string> Story(Alert alert) => alert.Changes.Select(change => $"{change.What} {change.Level}");
}
