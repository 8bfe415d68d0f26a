using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Charts;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Web.Pages.ThisWeek;

/// <summary>Everything the week's page shows of a wearer.</summary>
internal sealed record WeekView
{
    /// <summary>The last day that was judged; null before the first analysis.</summary>
    public required DateOnly? Through { get; init; }

    /// <summary>A line for each factor, what stands first.</summary>
    public required IReadOnlyList<FactorLine> Lines { get; init; }

    /// <summary>What the wearer was told in the last fourteen days, newest first.</summary>
    public required IReadOnlyList<Notification> Notices { get; init; }

    /// <summary>True once anything was given to read.</summary>
    public required bool HasImports { get; init; }

    /// <summary>True while an import is under way.</summary>
    public required bool IsImporting { get; init; }

    public static async Task<WeekView> LoadAsync(WearerDatabase database, AlertTable alertTable, Wearer wearer, DateTimeOffset now, CancellationToken cancel)
    {
        var wearerId = wearer.Id;
        await using var db = database.Open(wearerId);
        var states = await db.Imports.Where(import => import.WearerId == wearerId).Select(import => import.State).ToListAsync(cancel);
        var through = await db.AnalyzedWearers.Where(row => row.WearerId == wearerId).Select(row => (DateOnly?)row.Through).SingleOrDefaultAsync(cancel);
        var alerts = await db.Alerts.AsNoTracking().Where(alert => alert.WearerId == wearerId && alert.State != AlertState.Resolved).ToListAsync(cancel);
        List<StoredAssessment> ledger = [];
        if (through is { } last)
        {
            var first = last.AddDays(1 - FactorLine.StripDays);
            ledger = await db.Assessments.AsNoTracking().Where(row => row.WearerId == wearerId && row.Day >= first && row.Day <= last).ToListAsync(cancel);
        }

        return new WeekView
        {
            Through = through,
            Lines = [.. RiskFactors.All.Select(factor => Line(factor, through, ledger, alerts)).OrderBy(line => line.Rank)],
            Notices = await alertTable.LoadNewsAsync(wearerId, wearer.Zones.DayOf(now), cancel),
            HasImports = states.Count > 0,
            IsImporting = states.Any(state => state is ImportState.Accepted or ImportState.Reading or ImportState.Settling),
        };
    }

    private static FactorLine Line(RiskFactor factor, DateOnly? through, List<StoredAssessment> ledger, List<Alert> alerts)
    {
        var days = ledger.Where(row => row.Factor == factor.Id).ToDictionary(row => row.Day);
        var latest = through is { } last && days.TryGetValue(last, out var row) ? row.ToAssessment() : null;
        var alert = alerts.Where(alert => alert.Factor == factor.Id).MaxBy(alert => alert.Since);
        return new FactorLine(factor, latest, Strip(through, days), alert);
    }

    private static IReadOnlyList<DayMark> Strip(DateOnly? through, Dictionary<DateOnly, StoredAssessment> days)
    {
        if (through is not { } last)
        {
            return [];
        }

        var first = last.AddDays(1 - FactorLine.StripDays);
        return [.. Enumerable.Range(0, FactorLine.StripDays).Select(i => first.AddDays(i)).Select(day => new DayMark(day, days.GetValueOrDefault(day)?.Grade))];
    }
}
