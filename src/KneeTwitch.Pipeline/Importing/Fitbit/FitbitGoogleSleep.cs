using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Reads nights from Google's tables: one of nights, one of their stages. They have ids of their own, so only the start joins them with the JSON.</summary>
internal sealed class FitbitGoogleSleep(FitbitImport import)
{
    private const int MostParts = 4_000_000;
    private readonly Dictionary<string, List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>> stages = [];
    private int parts;

    internal async Task ReadStagesAsync(ExportEntry entry, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, import.Context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var (start, end) = (findings.InstantWithOffset(row.FirstOf("sleep_stage_start", "start")), findings.InstantWithOffset(row.FirstOf("sleep_stage_end", "end")));
            if (start is not { } from || end is not { } to || row["sleep_id"] is not { } id)
            {
                continue;
            }

            if (FitbitSleep.StageOf(row.FirstOf("sleep_stage_type", "type")) is not { } stage || to <= from || ++parts > MostParts)
            {
                findings.Reject("a sleep stage that cannot be");
                continue;
            }

            if (!stages.TryGetValue(id, out var night))
            {
                stages.Add(id, night = []);
            }

            night.Add((from, to, stage));
        }
    }

    internal async Task ReadNightsAsync(ExportEntry entry, FitbitNights nights, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, import.Context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var (start, end) = (findings.InstantWithOffset(row["sleep_start"]), findings.InstantWithOffset(row["sleep_end"]));
            if (start is not { } from || end is not { } to || row["sleep_id"] is not { } id)
            {
                continue;
            }

            if (to <= from || to - from > TimeSpan.FromDays(1))
            {
                findings.Reject("a sleep without a duration, or one longer than a day");
                continue;
            }

            var local = Moments.Offset(row["end_utc_offset"]) is { } offset ? to + offset : import.Zones.ToLocal(to);
            nights.Add("google " + id, new FitbitNight
            {
                Start = from,
                End = to,
                Day = DateOnly.FromDateTime(local.DateTime),
                HasStages = row["sleep_type"] is "STAGES",
                MinutesAsleep = row.Number("minutes_asleep"),
                MinutesInBed = row.Number("minutes_in_sleep_period"),
                MinutesAwakeAtEnd = row.Number("minutes_after_wake_up") ?? 0,
                Minutes = row.Number("minutes_awake") is { } awake ? new Dictionary<SleepStage, double> { [SleepStage.Awake] = awake } : new Dictionary<SleepStage, double>(),
                Parts = [.. stages.GetValueOrDefault(id, []).OrderBy(part => part.Start)],
                Findings = findings,
                At = row.Line,
            });
        }
    }
}
