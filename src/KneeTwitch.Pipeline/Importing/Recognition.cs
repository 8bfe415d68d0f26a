namespace KneeTwitch.Pipeline.Importing;

/// <summary>A reader's opinion of an export, from its content.</summary>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Version">The format's version, where the head of the file tells it.</param>
/// <param name="Why">What it went by, for the person who has to choose.</param>
public sealed record Recognition(Certainty Certainty, string? Version = null, string? Why = null)
{
    /// <summary>
    /// The entries that are the reader's own, where it knows them one by one; null where it takes the export as a whole. Readers that
    /// are equally sure of different entries each read theirs.
    /// </summary>
    public IReadOnlyList<ExportEntry>? Claims { get; init; }

    /// <summary>
    /// Entries that only their place makes the reader's, such as recordings beside its tables: its own unless another reader claims them.
    /// </summary>
    public IReadOnlyList<ExportEntry> Beside { get; init; } = [];

    public static Recognition No { get; } = new(Certainty.No);

    /// <summary>The same opinion, of these entries only.</summary>
    public Recognition Of(IReadOnlyList<ExportEntry> claims) => this with { Claims = claims };

    public static Recognition Maybe(string why, string? version = null) => new(Certainty.Maybe, version, why);

    public static Recognition Likely(string why, string? version = null) => new(Certainty.Likely, version, why);

    public static Recognition Sure(string why, string? version = null) => new(Certainty.Sure, version, why);
}
