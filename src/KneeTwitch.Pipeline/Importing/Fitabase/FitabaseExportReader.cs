using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>
/// Reads the tables of a study's Fitbit data, streaming. A table holds many people: only the chosen one's rows are read, and where there are
/// several and nobody chose, they are listed and nothing is read.
/// </summary>
internal sealed class FitabaseExportReader : IExportReader
{
    private const int HeadBytes = 4_096;
    private const int MostHeads = 2_000;
    private const int MostPeople = 100_000;
    private const int LongestId = 100;

    public string Format => "fitabase-csv";

    public string Name => "Fitabase";

    public string? Doubt => "files of one participant (by their names)";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var (claims, sure) = (new List<(ExportEntry Entry, FitabaseTable Table)>(), false);
        foreach (var entry in export.Entries.Take(MostHeads))
        {
            if (await TableAsync(entry, cancel) is var (table, isUnmistakable))
            {
                claims.Add((entry, table));
                sure |= isUnmistakable || entry.Name.StartsWith("heartrate_seconds", StringComparison.OrdinalIgnoreCase)
                    || entry.Name.StartsWith("minuteSleep", StringComparison.OrdinalIgnoreCase);
            }
        }

        if (claims.Count == 0)
        {
            return Recognition.No;
        }

        var why = $"{claims[0].Entry.Path} has the columns of a table of {claims[0].Table}";
        return (sure ? Recognition.Sure(why) : Recognition.Likely(why)).Of([.. claims.Select(claim => claim.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = new List<(ExportEntry Entry, FitabaseTable Table)>();
        foreach (var entry in export.Entries)
        {
            if (await TableAsync(entry, cancel) is var (table, _) && table is not FitabaseTable.Unread)
            {
                tables.Add((entry, table));
            }
            else
            {
                context.Facts.LeftUnread($"file {entry.Name}");
            }
        }

        var person = PeopleInFile.Choose(context, Name, export.Name, await PeopleAsync(tables, cancel));
        HashSet<FitabaseTable> all = [.. tables.Select(found => found.Table)];
        var hasDailyEnergy = await HasDailyEnergyAsync(tables, cancel);
        foreach (var (entry, table) in tables)
        {
            if (table.IsRepeatedBy(all) || (table is FitabaseTable.DailyEnergy && hasDailyEnergy))
            {
                context.Facts.LeftUnread($"file {entry.Name}, which repeats a finer table");
                continue;
            }

            context.Progress.Expect(entry.Length);
            await foreach (var reading in ReadAsync(entry, table, person, context, cancel))
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> ReadAsync(
        ExportEntry entry, FitabaseTable table, string? chosen, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context);
        var only = FitabaseTables.PersonOf(entry);
        await using var csv = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        await foreach (var row in csv.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if ((row.FirstOf(FitabaseTables.Person) ?? only) is not { } person)
            {
                findings.Reject("a row that belongs to nobody");
                continue;
            }

            if (!person.Equals(chosen, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            FitabaseRows.Read(table, row, findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>Everybody in the tables; the long ones are asked only where there is no short one.</summary>
    private static async Task<IReadOnlyCollection<string>> PeopleAsync(IReadOnlyList<(ExportEntry Entry, FitabaseTable Table)> tables, CancellationToken cancel)
    {
        var glance = new ReadingContext { Zones = ZoneHistory.Of("UTC"), AsOf = DateTimeOffset.UnixEpoch };
        var shortest = tables.Where(found => found.Table is FitabaseTable.DailyActivity or FitabaseTable.DailyEnergy or FitabaseTable.DailySleep or FitabaseTable.Weight).ToList();
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, _) in shortest.Count > 0 ? shortest : tables)
        {
            var only = FitabaseTables.PersonOf(entry);
            await using var csv = await CsvTable.OpenAsync(entry, CsvOptions.Default, glance, cancel);
            await foreach (var row in csv.RowsAsync(cancel))
            {
                if (people.Count < MostPeople && (row.FirstOf(FitabaseTables.Person) ?? only) is { Length: <= LongestId } person)
                {
                    people.Add(person);
                }
            }
        }

        return people;
    }

    private static async Task<(FitabaseTable Table, bool IsUnmistakable)?> TableAsync(ExportEntry entry, CancellationToken cancel) =>
        FitabaseTables.Find(CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel)), FitabaseTables.PersonOf(entry) is not null);

    /// <summary>Whether the table of days holds the energy that has a table of its own as well: it knows which days were worn.</summary>
    private static async Task<bool> HasDailyEnergyAsync(IEnumerable<(ExportEntry Entry, FitabaseTable Table)> tables, CancellationToken cancel)
    {
        foreach (var (entry, _) in tables.Where(found => found.Table is FitabaseTable.DailyActivity))
        {
            if (CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel)).Find("Calories") >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
