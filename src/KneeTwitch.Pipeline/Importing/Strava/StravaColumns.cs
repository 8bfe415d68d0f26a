using System.Text.RegularExpressions;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Strava;

/// <summary>
/// Where things stand in activities.csv. Several names come twice: first as shown, rounded and in the account's units, then raw. In other
/// languages only the first columns are known, by their place.
/// </summary>
internal sealed partial class StravaColumns(CsvTable table)
{
    private const double MetresInKilometre = 1_000;

    internal static readonly string[] First = ["Activity ID", "Activity Date", "Activity Name", "Activity Type"];

    private readonly bool isEnglish = table.Has(First);
    private readonly bool isRaw = table.FindAll("Distance").Count > 1;

    internal string? Date(CsvRow row) => row[isEnglish ? table.Find("Activity Date") : 1];

    internal string? Type(CsvRow row) => row[isEnglish ? table.Find("Activity Type") : 3];

    internal string? File(CsvRow row) => isEnglish ? row["Filename"] : null;

    internal double? ElapsedSeconds(CsvRow row) => isEnglish ? Last(row, "Elapsed Time") : row.Number(5);

    internal double? MaxHeartRateBpm(CsvRow row) => isEnglish ? Last(row, "Max Heart Rate") : row.Number(7);

    /// <summary>True where a row begins as Strava's do in every language: a number, and a date in some words.</summary>
    internal static bool StandInPlace(string head) =>
        Row().Match(head) is { Success: true } row && StravaDate.Parse(row.Groups["date"].Value) is not null;

    /// <summary>Metres. A single column of distances is raw in short lists and rounded kilometres in others: the speed tells.</summary>
    internal double? DistanceM(CsvRow row)
    {
        if (!isEnglish || Last(row, "Distance") is not { } distance)
        {
            return null;
        }

        var expected = Last(row, "Average Speed") * Last(row, "Moving Time");
        return isRaw && row[table.FindAll("Distance")[^1]] is not null ? distance
            : expected is > 0 and var metres && Math.Abs((distance * MetresInKilometre) - metres) < Math.Abs(distance - metres) ? distance * MetresInKilometre
            : isRaw ? null
            : distance;
    }

    /// <summary>The raw value of a name, else the shown one.</summary>
    internal double? Last(CsvRow row, string name)
    {
        foreach (var column in table.FindAll(name).Reverse())
        {
            if (row[column] is not null)
            {
                return row.Number(column);
            }
        }

        return null;
    }

    [GeneratedRegex("^[0-9]{1,20},(?:\"(?<date>[^\"\n]{8,60})\"|(?<date>[^,\"\n]{8,60})),", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
