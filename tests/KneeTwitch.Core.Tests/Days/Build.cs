using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Tests.Days;

/// <summary>Tells readings by the clock of a zone and asks for the days they make.</summary>
internal sealed class Build
{
    public static readonly Source Watch = Source.Named("Watch", SourceKind.Worn);
    public static readonly Source Ring = Source.Named("Ring", SourceKind.Worn);
    public static readonly Source Phone = Source.Named("Phone", SourceKind.Phone);
    public static readonly Source App = Source.Named("App", SourceKind.App);
    public static readonly Source OtherApp = Source.Named("Other app", SourceKind.App);

    private readonly List<(Reading Reading, int Version)> readings = [];
    private int version = 1;

    private Build(ZoneHistory zones) => Wearer = new Wearer { Id = Guid.Empty, Name = "Someone", Zones = zones };

    public Wearer Wearer { get; set; }

    public TrustOrder Trust { get; set; } = TrustOrder.Default;

    public IReadOnlyList<Chunk> Chunks => [.. readings.GroupBy(said => said.Version).SelectMany(export => ChunksOf(export.Select(said => said.Reading), export.Key))];

    public static Build In(string zone) => new(ZoneHistory.Of(zone));

    public static Build In(ZoneHistory zones) => new(zones);

    public static DateOnly Date(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>One chunk for each metric, source and UTC day, as a reader would send them.</summary>
    public static IReadOnlyList<Chunk> ChunksOf(IEnumerable<Reading> readings, int version = 1) =>
    [
        .. readings
            .GroupBy(reading => (reading.Metric, reading.Source, Day: DateOnly.FromDateTime(reading.Start.UtcDateTime)))
            .Select(group =>
            {
                var chunk = new ChunkBuilder(group.Key.Metric, group.Key.Source, group.Key.Day, version);
                foreach (var reading in group)
                {
                    chunk.Add((int)reading.Start.UtcDateTime.TimeOfDay.TotalSeconds, (int)(reading.End - reading.Start).TotalSeconds, reading.Value);
                }

                return chunk.Build();
            }),
    ];

    /// <summary>What follows is said by a later export.</summary>
    public Build Later()
    {
        version++;
        return this;
    }

    /// <summary>A reading from one wall clock time to another.</summary>
    public Build Say(Metric metric, Source source, string from, string to, double value)
    {
        readings.Add((new Reading(metric, At(from), At(to), value, source), version));
        return this;
    }

    /// <summary>What a vendor says of a whole day.</summary>
    public Build Total(Metric metric, Source source, string day, double value)
    {
        readings.Add((Reading.OfDay(metric, Date(day), value, source), version));
        return this;
    }

    /// <summary>A reading at one moment.</summary>
    public Build Say(Metric metric, Source source, string at, double value) => Say(metric, source, at, at, value);

    public Build Sleep(Source source, SleepStage stage, string from, string to) => Say(Metric.SleepStage, source, from, to, (double)stage);

    /// <summary>A heart rate every so many minutes in [from, to).</summary>
    public Build Pulse(Source source, string from, string to, int everyMinutes = 5, double bpm = 60)
    {
        for (var at = At(from); at < At(to); at = at.AddMinutes(everyMinutes))
        {
            readings.Add((new Reading(Metric.HeartRateBpm, at, at, bpm, source), version));
        }

        return this;
    }

    /// <summary>A workout of a sport with whatever else its source knows of it.</summary>
    public Build Workout(Source source, Sport sport, string from, string to, params (Metric Metric, double Value)[] fields)
    {
        Say(Metric.WorkoutSport, source, from, to, (double)sport);
        foreach (var (metric, value) in fields)
        {
            Say(metric, source, from, to, value);
        }

        return this;
    }

    public IReadOnlyList<DaySummary> Days(string from, string to) => DaySummarizer.Summarize(Wearer, Trust, Chunks, Date(from), Date(to));

    /// <summary>The one day; an empty one where nothing is known of it.</summary>
    public DaySummary Day(string day) => Days(day, day).SingleOrDefault() ?? new DaySummary { Day = Date(day), Values = [] };

    private DateTimeOffset At(string wall) => Wearer.Zones.ToUtc(DateTime.Parse(wall, CultureInfo.InvariantCulture));
}
