namespace KneeTwitch.Pipeline.Importing;

/// <summary>Where exports are kept and how much they may ask for.</summary>
public sealed record ImportOptions
{
    /// <summary>The folder of the store; all processes of one installation share it.</summary>
    public required string Folder { get; init; }

    /// <summary>Bytes of one export as it comes.</summary>
    public long MaximumBytes { get; init; } = 20L << 30;

    public ExportLimits Limits { get; init; } = ExportLimits.Default;

    /// <summary>True with the in-memory bus: what was under way when the process ended is read again at once, not after a wait.</summary>
    public bool MessagesDieWithProcess { get; init; }
}
