using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// Reads what the old website handed over, a month at a time: several tables in one file, each below a line with its name. Numbers come with
/// thousands commas, and dates in the account's order, which only a day above the twelfth tells.
/// </summary>
internal sealed partial class FitbitDiary(FitbitImport import, FitbitNights nights)
{
    private const int MostBytes = 8 << 20;
    private const string NotSaid = "N/A";
    private const double WholeDayMinutes = 1_440;

    /// <summary>Whether a file begins as such a diary.</summary>
    internal static bool IsHead(string head) =>
        SectionName().IsMatch(head.Split('\n')[0].Trim()) && (head.Contains("Minutes Asleep", StringComparison.Ordinal)
            || head.Contains("Calories Burned", StringComparison.Ordinal) || head.Contains("Date,Weight,BMI,Fat", StringComparison.Ordinal)
            || head.Contains("Date,Calories In", StringComparison.Ordinal));

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (name, section) in await SectionsAsync(entry, cancel))
        {
            var findings = new RowFindings(section.Path, hasLines: true, import.Context);
            await using var table = await CsvTable.OpenAsync(section, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
            var rows = new List<CsvRow>();
            await foreach (var row in table.RowsAsync(cancel))
            {
                rows.Add(row);
            }

            var order = Moments.OrderOf(rows.Select(row => row[0]));
            foreach (var row in rows)
            {
                findings.At = row.Line;
                Add(name, row, order, findings);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }
    }

    private void Add(string section, CsvRow row, DateOrder order, RowFindings findings)
    {
        switch (section)
        {
            case "Sleep":
                AddNight(row, order, findings);
                break;
            case "Activities":
                AddDay(row, order, findings);
                break;
            case "Foods":
                if (findings.Day(row["Date"], order) is { } day)
                {
                    findings.AddDay(Metric.VendorDietaryEnergyKcal, day, Number(row, "Calories In") is > 0 and var eaten ? eaten : null, FitbitImport.TypedIn);
                }

                break;
            default:
                import.Context.Facts.LeftUnread($"rows of the diary's {section}");
                break;
        }
    }

    private void AddNight(CsvRow row, DateOrder order, RowFindings findings)
    {
        if (Moments.Parse(row["Start Time"], order) is not { } from || Moments.Parse(row["End Time"], order) is not { } to)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        var (start, end) = (from.ToUtc(import.Zones), to.ToUtc(import.Zones));
        if (end <= start || end - start > TimeSpan.FromDays(1))
        {
            findings.Reject("a sleep without a duration, or one longer than a day");
            return;
        }

        (SleepStage Stage, double? Minutes)[] stages =
        [
            (SleepStage.Awake, Number(row, "Minutes Awake")), (SleepStage.Rem, Number(row, "Minutes REM Sleep")),
            (SleepStage.Light, Number(row, "Minutes Light Sleep")), (SleepStage.Deep, Number(row, "Minutes Deep Sleep")),
        ];
        nights.Add(FormattableString.Invariant($"diary {start:O}"), new FitbitNight
        {
            Start = start,
            End = end,
            Day = to.Day,
            HasStages = false,
            MinutesAsleep = Number(row, "Minutes Asleep"),
            MinutesInBed = Number(row, "Time in Bed"),
            Minutes = stages.Where(stage => stage.Minutes is > 0 and <= WholeDayMinutes).ToDictionary(stage => stage.Stage, stage => stage.Minutes ?? 0),
            Findings = findings,
            At = row.Line,
        });
    }

    /// <summary>"Activity Calories" hold what a body burns at rest in active minutes: neither active energy nor all of it, so nobody's.</summary>
    private void AddDay(CsvRow row, DateOrder order, RowFindings findings)
    {
        if (findings.Day(row["Date"], order) is not { } day)
        {
            return;
        }

        var steps = Number(row, "Steps");
        if (steps is null or 0 && Number(row, "Minutes Sedentary") is WholeDayMinutes)
        {
            import.Context.Facts.LeftUnread("days on which nothing was worn");
            return;
        }

        findings.AddDay(Metric.VendorSteps, day, steps, FitbitImport.Tracker);
        findings.AddDay(Metric.VendorDistanceM, day, Number(row, "Distance") * import.Profile.MetresInDistance, FitbitImport.Tracker);
        findings.AddDay(Metric.VendorFlightsClimbed, day, Number(row, "Floors"), FitbitImport.Tracker);
        findings.AddDay(Metric.VendorModerateMinutes, day, Number(row, "Minutes Fairly Active"), FitbitImport.Tracker);
        findings.AddDay(Metric.VendorVigorousMinutes, day, Number(row, "Minutes Very Active"), FitbitImport.Tracker);
        findings.AddDay(Metric.VendorTotalEnergyKcal, day, Number(row, "Calories Burned") is > 0 and var energy ? energy : null, FitbitImport.Tracker);
    }

    private static double? Number(CsvRow row, string name) =>
        row[name] is { } text && text != NotSaid ? TextNumber.Parse(text.Replace(",", "", StringComparison.Ordinal)) : null;

    private static async Task<List<(string Name, ExportEntry Section)>> SectionsAsync(ExportEntry entry, CancellationToken cancel)
    {
        var found = new List<(string Name, StringBuilder Text)>();
        await using var content = await entry.OpenAsync(cancel);
        using var text = new StreamReader(content);
        for (var (read, line) = (0L, await text.ReadLineAsync(cancel)); line is not null && read < MostBytes; line = await text.ReadLineAsync(cancel))
        {
            read += line.Length + 1;
            if (SectionName().IsMatch(line.Trim()))
            {
                found.Add((line.Trim(), new StringBuilder()));
            }
            else if (found.Count > 0)
            {
                found[^1].Text.Append(line).Append('\n');
            }
        }

        return [.. found.Where(section => section.Text.Length > 1).Select(section => (section.Name, Entry(entry, section.Name, section.Text.ToString())))];
    }

    private static ExportEntry Entry(ExportEntry whole, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ExportEntry($"{whole.Path}, {name}", bytes.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false)));
    }

    [GeneratedRegex(@"^\uFEFF?(Body|Foods|Activities|Sleep|Food Log\b.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionName();
}
