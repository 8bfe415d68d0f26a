using KneeTwitch.Core.Risks;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The row of an <see cref="Assessment"/> in the ledger. Written by Analyzing.</summary>
public sealed class StoredAssessment
{
    public required Guid WearerId { get; init; }

    public required string Factor { get; init; }

    public required DateOnly Day { get; init; }

    public short? Grade { get; init; }

    public bool? IsClean { get; init; }

    public required short Level { get; init; }

    public required Standing Standing { get; init; }

    public DateOnly? Since { get; init; }

    public string? Reason { get; init; }

    public string? Missing { get; init; }

    public required Dictionary<string, double> Evidence { get; init; }

    public required string RuleVersion { get; init; }
}
