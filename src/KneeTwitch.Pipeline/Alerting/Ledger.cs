using System.Collections.ObjectModel;
using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Alerting;

/// <summary>Reads the assessments as far as alerts need them.</summary>
internal static class Ledger
{
    /// <summary>Every day of a factor, or of all factors; the evidence only of flagged days, because years of quiet days carry most of it.</summary>
    public static async Task<IReadOnlyList<Assessment>> LoadAsync(KneeTwitchDb db, string? factor, CancellationToken cancel)
    {
        var rows = db.Assessments.AsNoTracking().Where(row => factor == null || row.Factor == factor);
        var flagged = await rows.Where(row => row.Level >= AlertPolicy.FlagLevel).ToListAsync(cancel);
        var quiet = await rows.Where(row => row.Level < AlertPolicy.FlagLevel)
            .Select(row => new { row.Factor, row.Day, row.Level, row.Standing, row.Reason, row.RuleVersion })
            .ToListAsync(cancel);
        return
        [
            .. flagged.Select(row => row.ToAssessment()),
            .. quiet.Select(row => new Assessment
            {
                Factor = row.Factor,
                Day = row.Day,
                Level = row.Level,
                Standing = row.Standing,
                Reason = row.Reason,
                Evidence = ReadOnlyDictionary<string, double>.Empty,
                RuleVersion = row.RuleVersion,
            }),
        ];
    }
}
