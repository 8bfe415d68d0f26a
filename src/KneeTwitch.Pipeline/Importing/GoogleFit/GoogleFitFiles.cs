using System.Text;
using System.Text.RegularExpressions;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>What a file of the archive is, by content: folders and columns are translated into the account's language.</summary>
internal static partial class GoogleFitFiles
{
    private const int HeadBytes = 4_096;

    internal static readonly string[] Date = ["Date", "Datum", "Fecha", "Data", "Дата", "日付", "날짜"];
    internal static readonly string[] Start = ["Start time", "Startzeit", "Hora de inicio", "Heure de début", "시작 시간"];
    internal static readonly string[] End = ["End time", "Endzeit", "Hora de finalización", "Heure de fin", "종료 시간"];
    internal static readonly string[] Steps = ["Step count", "Schrittzahl", "Anzahl der Schritte", "걸음 수"];
    internal static readonly string[] MoveMinutes = ["Move Minutes count", "Aktive Minuten", "Anzahl der aktiven Minuten"];
    internal static readonly string[] Distance = ["Distance (m)", "Entfernung (m)", "Strecke (m)"];

    internal static readonly string[] Energy = ["Calories (kcal)", "Kalorien (kcal)"];

    internal static async Task<GoogleFitPart> PartOfAsync(ExportEntry entry, CancellationToken cancel)
    {
        var ending = Path.GetExtension(entry.Name).ToLowerInvariant();
        if (ending is not (".csv" or ".json") || (ending is ".json" && RawName().IsMatch(entry.Name) && GoogleFitRaw.TypeOf(entry) is null))
        {
            return GoogleFitPart.Unread;
        }

        var head = await entry.HeadAsync(HeadBytes, cancel);
        if (ending is ".json")
        {
            var text = Encoding.UTF8.GetString(head);
            return text.Contains("\"Data Source\"", StringComparison.Ordinal) && text.Contains("\"Data Points\"", StringComparison.Ordinal) ? GoogleFitPart.Raw
                : text.Contains("\"fitnessActivity\"", StringComparison.Ordinal) && text.Contains("\"startTime\"", StringComparison.Ordinal) ? GoogleFitPart.Session
                : GoogleFitPart.Unread;
        }

        var header = CsvTable.HeaderOf(head);
        var isCounted = HasAny(header, Steps) || HasAny(header, MoveMinutes) || (HasUnit(header, "(kcal)") && HasUnit(header, "(m)"));
        return !isCounted ? GoogleFitPart.Unread
            : DayName().IsMatch(entry.Name) && header.Names.Count > 2 && (HasAny(header, Start) || !HasAny(header, Date)) ? GoogleFitPart.Bins
            : HasAny(header, Date) || HasUnit(header, "(ms)") ? GoogleFitPart.Days
            : GoogleFitPart.Unread;
    }

    /// <summary>The day in a file's name, as ISO.</summary>
    internal static string? DayOf(ExportEntry entry) => DayName().Match(entry.Name) is { Success: true } name ? name.Groups[1].Value : null;

    /// <summary>A column by one of its names, else the first one with the unit, which is never translated; -1 where there is none.</summary>
    internal static int Column(CsvTable table, string[] names, string? unit)
    {
        foreach (var name in names)
        {
            if (table.Find(name) is >= 0 and var place)
            {
                return place;
            }
        }

        return unit is null ? -1 : table.Header.ToList().FindIndex(name => name.TrimEnd().EndsWith(unit, StringComparison.Ordinal));
    }

    private static bool HasAny(CsvHeader header, string[] names) => names.Any(name => header.Find(name) >= 0);

    private static bool HasUnit(CsvHeader header, string unit) => header.Names.Any(name => name.TrimEnd().EndsWith(unit, StringComparison.Ordinal));

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})(?: ?\(\d+\))?\.csv$", RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    [GeneratedRegex("^(raw|derived)_com[.]google[.]", RegexOptions.CultureInvariant)]
    private static partial Regex RawName();
}
