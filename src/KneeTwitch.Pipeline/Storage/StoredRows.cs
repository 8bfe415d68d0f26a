using KneeTwitch.Core.Risks;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Rows as Core sees them.</summary>
public static class StoredRows
{
    /// <summary>A row of the ledger.</summary>
    public static Assessment ToAssessment(this StoredAssessment row) => new()
    {
        Factor = row.Factor,
        Day = row.Day,
        Grade = row.Grade,
        IsClean = row.IsClean,
        Level = row.Level,
        Standing = row.Standing,
        Since = row.Since,
        Reason = row.Reason,
        Missing = row.Missing,
        Evidence = row.Evidence,
        RuleVersion = row.RuleVersion,
    };
}
