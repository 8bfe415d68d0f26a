namespace KneeTwitch.Core.Days;

/// <summary>Collects, while a number is being found, who gave how much of it and what was set aside.</summary>
internal sealed class Provenance
{
    private readonly Dictionary<string, (double Amount, double Minutes)> given = [];
    private readonly Dictionary<(string Source, SetAsideReason Reason), (double Amount, double Minutes)> aside = [];

    /// <summary>Most first; equal ones by name.</summary>
    internal IReadOnlyList<DayPart> Parts =>
    [
        .. given
            .Select(part => new DayPart(part.Key, Rounded(part.Value.Amount), Rounded(part.Value.Minutes)))
            .OrderByDescending(part => part.Amount)
            .ThenByDescending(part => part.Minutes)
            .ThenBy(part => part.Source, StringComparer.Ordinal),
    ];

    internal IReadOnlyList<SetAside> Aside =>
    [
        .. aside
            .Select(each => new SetAside(each.Key.Source, Rounded(each.Value.Amount), each.Key.Reason, Rounded(each.Value.Minutes)))
            .OrderBy(each => each.Source, StringComparer.Ordinal)
            .ThenBy(each => each.Reason),
    ];

    /// <summary>The names of who gave something, joined, the one that gave most first; null where nobody did.</summary>
    internal string? Names => given.Count == 0 ? null : string.Join(" + ", Parts.Select(part => part.Source));

    internal static Provenance Of(string source, double amount, double minutes = 0)
    {
        var one = new Provenance();
        one.Give(source, amount, minutes);
        return one;
    }

    internal void Give(string source, double amount, double minutes)
    {
        var before = given.GetValueOrDefault(source);
        given[source] = (before.Amount + amount, before.Minutes + minutes);
    }

    /// <summary>An amount of nothing, about no time, is not worth a word; rounding leaves specks of such.</summary>
    internal void Leave(string source, double amount, SetAsideReason reason, double minutes = 0)
    {
        if (Rounded(amount) == 0 && Rounded(minutes) == 0)
        {
            return;
        }

        var before = aside.GetValueOrDefault((source, reason));
        aside[(source, reason)] = (before.Amount + amount, before.Minutes + minutes);
    }

    // Six decimals, as the numbers themselves.
    private static double Rounded(double value) => Math.Round(value, 6);
}
