using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>What all records have. Its values are in the row, before everything else, until the next record is asked for.</summary>
/// <param name="Offset">The record's own offset from UTC; null where the app did not say, zero where it may not have.</param>
/// <param name="LocalDate">The civil day by that offset.</param>
internal readonly record struct HealthConnectRecord(
    SqliteRow Row, DateTimeOffset Start, DateTimeOffset End, Source Source, long? App, DateTimeOffset? Changed, TimeSpan? Offset, DateOnly? LocalDate, long? Id)
{
    private const int MostOffsetSeconds = 18 * 3_600;
    private static readonly DateOnly First = new(1970, 1, 1);

    /// <param name="at">Where the columns that all records have begin.</param>
    internal static HealthConnectRecord? Of(SqliteRow row, int at, HealthConnectSources sources)
    {
        if (Instant(row.Whole(at + 5)) is not { } start || Instant(row.Whole(at + 6)) is not { } end)
        {
            return null;
        }

        var app = row.Whole(at + 1);
        return new HealthConnectRecord(
            row,
            start,
            end,
            sources.Of(app, row.Whole(at + 2), row.Whole(at + 3)),
            app,
            Instant(row.Whole(at + 4)),
            row.Whole(at + 7) is >= -MostOffsetSeconds and <= MostOffsetSeconds and var offset ? TimeSpan.FromSeconds(offset) : null,
            row.Whole(at + 8) is > 0 and < 80_000 and var days ? First.AddDays((int)days) : null,
            row.Whole(at + 9));
    }

    /// <summary>Always milliseconds, whatever their size.</summary>
    internal static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } number ? Moments.FromMilliseconds(number) : null;
}
