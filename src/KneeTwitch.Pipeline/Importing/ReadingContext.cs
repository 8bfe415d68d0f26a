using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What a reader needs to know of the wearer, and where it puts what is not a reading.</summary>
public sealed class ReadingContext
{
    /// <summary>Places local times that come without an offset, and days that come without a zone.</summary>
    public required ZoneHistory Zones { get; init; }

    /// <summary>When the file was accepted or written: stands in where it does not say itself when it was made.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whom to read in a file of many, by the vendor's id; null where nobody was named.</summary>
    public string? Person { get; init; }

    public Rejects Rejects { get; private init; } = new();

    public ExportFacts Facts { get; } = new();

    public ReadingProgress Progress { get; private init; } = new();

    /// <summary>Takes what is no reading but an entry of the diary, by <see cref="WriteAsync"/>.</summary>
    public DiaryOutlet Diary { get; init; } = new();

    /// <summary>When the export was made, as far as is known by now.</summary>
    public DateTimeOffset ExportedAt => Facts.ExportedAt ?? AsOf;

    /// <summary>For one of several readers of an export: rejects and progress are shared, what a file says of itself is not.</summary>
    internal ReadingContext ForPart() => new() { Zones = Zones, AsOf = AsOf, Person = Person, Rejects = Rejects, Progress = Progress, Diary = Diary };

    /// <summary>True for a reading that can be; one that cannot is a reject at this line.</summary>
    internal bool AcceptsLine(in Reading reading, string entry, long line)
    {
        var reason = ReadingLimits.WhyNot(reading, ExportedAt);
        if (reason is not null)
        {
            Rejects.AddLine(reason, entry, line);
        }

        return reason is null;
    }

    /// <summary>Writes an entry into the diary; one that cannot be is a reject at this line.</summary>
    /// <param name="entry">What was written down.</param>
    /// <param name="path">The file inside the export.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="cancel">Stops waiting for those who take the entries.</param>
    /// <returns>True where it can be.</returns>
    internal ValueTask<bool> WriteAsync(DiaryEntry entry, string path, long line, CancellationToken cancel) =>
        new RowFindings(path, hasLines: true, this) { At = line }.WriteAsync(entry, cancel);

    /// <summary>True for a reading that can be; one that cannot is a reject at this byte.</summary>
    internal bool Accepts(in Reading reading, string entry, long at)
    {
        var reason = ReadingLimits.WhyNot(reading, ExportedAt);
        if (reason is not null)
        {
            Rejects.Add(reason, entry, at);
        }

        return reason is null;
    }
}
