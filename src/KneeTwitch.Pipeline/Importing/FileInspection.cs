using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What is in one export.</summary>
public sealed record FileInspection
{
    public required string Path { get; init; }

    public required string Format { get; init; }

    /// <summary>The format's version, where the file tells it.</summary>
    public string? Version { get; init; }

    /// <summary>Names of devices and apps, in order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Everybody the file names, by the vendor's own ids; empty where it names nobody.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Readings, repetitions counted once.</summary>
    public required long Readings { get; init; }

    /// <summary>Repetitions inside the file.</summary>
    public required long Duplicates { get; init; }

    public required IReadOnlyList<StoredReject> Rejects { get; init; }

    /// <summary>What the file holds and no reader reads, by the vendor's own name, with counts.</summary>
    public required IReadOnlyDictionary<string, long> Unread { get; init; }

    /// <summary>How something was understood that could be understood otherwise, with counts.</summary>
    public IReadOnlyDictionary<string, long> Notes { get; init; } = new Dictionary<string, long>();

    /// <summary>What no real export of the format could confirm, by the format's name for people.</summary>
    public IReadOnlyDictionary<string, string> Doubts { get; init; } = new Dictionary<string, string>();

    /// <summary>The first instant of a reading, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last instant of a reading, UTC.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Entries of the diary by kind, versions of one entry counted once.</summary>
    public IReadOnlyDictionary<string, int> Diary { get; init; } = new Dictionary<string, int>();

    /// <summary>By metric's JSON name.</summary>
    public required IReadOnlyDictionary<string, MetricTotals> Metrics { get; init; }
}
