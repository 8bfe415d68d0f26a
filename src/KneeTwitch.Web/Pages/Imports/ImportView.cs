using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Web.Pages.Imports;

/// <summary>An import as pages show it.</summary>
/// <param name="Standing">Its row, and what is stored of it.</param>
public sealed record ImportView(ImportStanding Standing)
{
    private const string FormatOption = "--format";
    private const string PersonOption = "--person";

    public Import Import => Standing.Import;

    public long New => Standing.New;

    public long Known => Standing.Known;

    public long StoredReadings => Standing.StoredReadings;

    public bool IsUnderWay => Import.State is ImportState.Accepted or ImportState.Reading or ImportState.Settling;

    /// <summary>Why it failed, as a page says it: the sentence is written for the command line as well, and names the option to answer with.</summary>
    public string? Error => Import.Error?.Replace($" with {FormatOption}", " below", StringComparison.Ordinal).Replace($" with {PersonOption}", " below", StringComparison.Ordinal);

    /// <summary>It failed because its content does not tell the format.</summary>
    public bool AsksForFormat => Asks(FormatOption);

    /// <summary>It failed because it holds several people.</summary>
    public bool AsksForPerson => Asks(PersonOption);

    public string StateName => Import.State.ToString().ToLowerInvariant();

    /// <summary>0 to 1 of the step it is in; null where that cannot be told.</summary>
    public double? Share => Import.State switch
    {
        ImportState.Reading when Import.TotalBytes > 0 => Math.Min(1, (double)Import.ReadBytes / Import.TotalBytes),
        ImportState.Settling when Import.Batches > 0 => Math.Min(1, (double)Standing.StoredBatches / Import.Batches.Value),
        ImportState.Done => 1,
        _ => null,
    };

    public string StateSays => Import.State switch
    {
        ImportState.Accepted => "Waiting to be read",
        ImportState.Reading => $"Reading, {Words.Bytes(Math.Min(Import.ReadBytes, Import.TotalBytes))} of {Words.Bytes(Import.TotalBytes)}",
        ImportState.Settling => "Read; days and patterns are being worked out",
        ImportState.Done => "Done",
        ImportState.Failed => "Failed",
        _ => "Cancelled",
    };

    public string Badge => Import.State switch
    {
        ImportState.Done => "clear",
        ImportState.Failed => "strong",
        ImportState.Cancelled => "unknown",
        _ => "watch",
    };

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<ImportView>> ListAsync(WearerDatabase database, Guid wearerId, CancellationToken cancel) =>
        [.. (await ImportQuery.LoadAsync(database, wearerId, null, cancel)).Select(standing => new ImportView(standing))];

    /// <summary>Null where the wearer has no such import.</summary>
    public static async Task<ImportView?> FindAsync(WearerDatabase database, Guid wearerId, Guid importId, CancellationToken cancel) =>
        (await ImportQuery.LoadAsync(database, wearerId, [importId], cancel)).SingleOrDefault() is { } standing ? new ImportView(standing) : null;

    private bool Asks(string option) => Import.State == ImportState.Failed && Import.Error?.Contains(option, StringComparison.Ordinal) == true;
}
