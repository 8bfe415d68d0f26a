using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Summarizing;

/// <summary>
/// A hash, for a UTC day, of everything but readings that the civil days around it are made from. A flight or a rank that is changed later makes
/// only those days stale that it is about; a new version of the summarizer, or another birth year, all of them.
/// </summary>
internal sealed class Recipe(Wearer wearer)
{
    /// <summary>Readings of a UTC day go into civil days up to two days away, which reach half a day beyond that, on clocks up to 14 hours off.</summary>
    private const int Before = 4, After = 5;

    private readonly string person = string.Create(
        CultureInfo.InvariantCulture,
        $"{DaySummarizer.Version}|{wearer.BirthYear}|{(int)wearer.Sex}|{wearer.MaximalHeartRateBpm}");

    private readonly IReadOnlyList<ZoneChange> changes = wearer.Zones.Changes;

    /// <param name="utcDay">The day.</param>
    /// <param name="sources">A sum over the day's chunks of metric, source, its kind and its rank.</param>
    internal long Of(DateOnly utcDay, long sources)
    {
        var midnight = new DateTimeOffset(utcDay, TimeOnly.MinValue, TimeSpan.Zero);
        var (from, to) = (midnight.AddDays(-Before), midnight.AddDays(After));
        var text = new StringBuilder(person).Append('|').Append(sources).Append('|').Append(wearer.Zones.ZoneAt(from).Id);
        foreach (var change in changes.Where(change => change.FromUtc > from && change.FromUtc < to))
        {
            text.Append('|').Append(change.FromUtc.UtcTicks).Append(' ').Append(change.ZoneId);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
