using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Imports;

namespace KneeTwitch.Web.Api;

/// <summary>An import, as <c>/api/imports</c> says it.</summary>
internal sealed record ImportAnswer
{
    public required Guid Id { get; init; }

    public required string File { get; init; }

    /// <summary>accepted, reading, settling, done, failed or cancelled.</summary>
    public required string State { get; init; }

    public string? Format { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required long ReadBytes { get; init; }

    public required long TotalBytes { get; init; }

    public required long Readings { get; init; }

    public required long New { get; init; }

    public required long Known { get; init; }

    public required long Rejected { get; init; }

    public required IReadOnlyList<StoredReject> Rejects { get; init; }

    public string? Error { get; init; }

    /// <summary>The page of it.</summary>
    public required string Page { get; init; }

    /// <summary>The numbers as the page writes them, for the page that is open.</summary>
    public required IReadOnlyDictionary<string, string> Says { get; init; }

    public static ImportAnswer Of(ImportView view) => new()
    {
        Id = view.Import.ImportId,
        File = view.Import.FileName,
        State = view.StateName,
        Format = view.Import.Format,
        AcceptedAt = view.Import.AcceptedAt,
        FinishedAt = view.Import.FinishedAt,
        ReadBytes = view.Import.ReadBytes,
        TotalBytes = view.Import.TotalBytes,
        Readings = view.Import.Readings,
        New = view.New,
        Known = view.Known,
        Rejected = view.Import.Rejected,
        Rejects = view.Import.Rejects,
        Error = view.Import.Error,
        Page = $"/imports/{view.Import.ImportId}?wearer={view.Import.WearerId}",
        Says = new Dictionary<string, string>
        {
            ["state"] = view.StateSays,
            ["readings"] = Words.Number(view.Import.Readings, 0),
            ["new"] = Words.Number(view.New, 0),
            ["known"] = Words.Number(view.Known, 0),
            ["rejected"] = Words.Number(view.Import.Rejected, 0),
        },
    };
}
