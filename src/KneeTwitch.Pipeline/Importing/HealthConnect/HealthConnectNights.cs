using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// The nights. A session without stages was slept through; of sessions of one source that overlap the one that was changed last is the
/// re-analysed one and stays. Nights of different apps all stay: which one counts is decided where days are made.
/// </summary>
internal sealed class HealthConnectNights(HealthConnectSnapshot snapshot)
{
    private const int MostSessions = 200_000;
    private const int MostStages = 20_000;
    private readonly Dictionary<long, Session> sessions = [];
    private readonly List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> stages = [];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = snapshot.Findings(HealthConnectWords.Sleep);
        await LoadAsync(findings, cancel);
        var told = snapshot.Findings(HealthConnectWords.Stages);
        long? night = null;
        await foreach (var row in snapshot.PartsAsync(
            HealthConnectWords.Stages, "order by parent_key, stage_start_time, stage_end_time", cancel, "parent_key", "stage_start_time", "stage_end_time", "stage_type"))
        {
            told.At++;
            var parent = row.Whole(0);
            if (parent != night)
            {
                foreach (var reading in Close(night, findings))
                {
                    yield return reading;
                }

                night = parent;
            }

            AddStage(HealthConnectRecord.Instant(row.Whole(1)), HealthConnectRecord.Instant(row.Whole(2)), row.Whole(3), told);
        }

        foreach (var reading in Close(night, findings))
        {
            yield return reading;
        }

        foreach (var id in sessions.OrderBy(session => session.Value.Start).ThenBy(session => session.Key).Select(session => session.Key).ToList())
        {
            foreach (var reading in Close(id, findings))
            {
                yield return reading;
            }
        }
    }

    private async Task LoadAsync(RowFindings findings, CancellationToken cancel)
    {
        Session? last = null;
        await foreach (var record in snapshot.RecordsAsync(
            HealthConnectWords.Sleep, findings, $"order by app_info_id, device_info_id, recording_method, start_time, end_time limit {MostSessions}", cancel))
        {
            var session = new Session(record.Id ?? -findings.At, record.Start, record.End, record.Source, record.Changed, findings.At);
            if (last is not null && ReferenceEquals(last.Source, session.Source) && session.Start < last.End)
            {
                snapshot.Context.Facts.LeftUnread("older versions of a night");
                if (!session.Replaces(last))
                {
                    continue;
                }

                sessions.Remove(last.Id);
            }

            sessions[session.Id] = session;
            last = session;
        }
    }

    private void AddStage(DateTimeOffset? start, DateTimeOffset? end, long? type, RowFindings told)
    {
        if (start is not { } from || end is not { } to || to < from)
        {
            told.Reject("a sleep stage without its times");
        }
        else if (HealthConnectWords.Stage(type) is not { } stage)
        {
            snapshot.Context.Facts.LeftUnread("sleep stages that are not known");
        }
        else if (stages.Count < MostStages)
        {
            // Stages follow each other: where one reaches into the next, the first to begin stays.
            from = stages.Count > 0 && stages[^1].End > from ? stages[^1].End : from;
            if (to > from)
            {
                stages.Add((from, to, stage));
            }
        }
    }

    private Reading[] Close(long? id, RowFindings findings)
    {
        if (id is { } known && sessions.Remove(known, out var session))
        {
            findings.At = session.At;
            new FoundNight(session.Start, session.End)
            {
                Parts = stages.Count > 0 ? [.. stages] : [(session.Start, session.End, SleepStage.Asleep)],
            }.AddTo(findings, session.Source);
        }

        stages.Clear();
        return findings.Take();
    }

    private sealed record Session(long Id, DateTimeOffset Start, DateTimeOffset End, Source Source, DateTimeOffset? Changed, long At)
    {
        internal bool Replaces(Session other) => Changed == other.Changed ? End - Start > other.End - other.Start : !(Changed < other.Changed) && Changed is not null;
    }
}
