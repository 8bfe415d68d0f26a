using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>A TCX activity while its element is open.</summary>
internal sealed class TcxActivity(Sport sport)
{
    private DateTimeOffset? first, last;

    internal List<TcxLap> Laps { get; } = [];

    internal Pulse Pulse { get; } = new();

    internal DateTimeOffset? Id { get; set; }

    internal string? Creator { get; set; }

    internal string? Notes { get; set; }

    internal void Saw(DateTimeOffset at) => (first, last) = (first < at ? first : at, last > at ? last : at);

    internal void AddTo(RowFindings findings, long place)
    {
        var source = Source.Named(Creator ?? "TCX file", Creator is null ? SourceKind.Unknown : SourceKind.Worn);
        if ((Id ?? Laps.FirstOrDefault()?.Start ?? first) is not { } start)
        {
            findings.Reject("an activity without a time", place);
            return;
        }

        var seconds = Laps.Sum(lap => lap.Duration);
        var (end, timed) = (last > start ? last.Value : start, Laps.Where(lap => lap is { AverageHeartRateBpm: not null, Duration: > 0 }).ToList());

        // A lap may lie to the end of time.
        end = seconds < TimeSpan.FromDays(31).TotalSeconds && start.AddSeconds(seconds) > end ? start.AddSeconds(seconds) : end;
        var workout = new FoundWorkout(start, end, sport is Sport.Other ? SportWords.Find(Notes) : sport)
        {
            Minutes = seconds / 60,
            DistanceM = Laps.Sum(lap => lap.Length),
            EnergyKcal = Laps.Sum(lap => lap.EnergyKcal ?? 0),
            AverageHeartRateBpm = timed.Count > 0 ? timed.Sum(lap => lap.AverageHeartRateBpm * lap.Duration) / timed.Sum(lap => lap.Duration) : Pulse.Average,
            MaxHeartRateBpm = Laps.Max(lap => lap.MaxHeartRateBpm) ?? Pulse.Most,
        };
        workout.AddTo(findings, source, place);
        Pulse.AddTo(findings, source, place);
    }
}
