using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Nights that are told in lengths. Each length is an observation of its own; those of one time are one night.</summary>
internal sealed class FhirNights(ReadingContext context)
{
    private const int MostNights = 100_000;
    private const double Slack = 60;
    private readonly Dictionary<(DateTimeOffset Start, DateTimeOffset End, Source Source), (Dictionary<SleepStage, double> Seconds, string Entry, long At)> nights = [];

    internal void Add(SleepStage stage, FoundTime time, double seconds, Source source, RowFindings findings)
    {
        if (time.Day is not null || time.End == time.Start)
        {
            AddSum(stage, time.Day ?? context.Zones.DayOf(time.End), seconds, source, findings);
            return;
        }

        if (!nights.TryGetValue((time.Start, time.End, source), out var night))
        {
            if (nights.Count >= MostNights)
            {
                findings.Reject("more nights than can be read at once");
                return;
            }

            night = ([], findings.Entry, findings.At);
            nights.Add((time.Start, time.End, source), night);
        }

        night.Seconds[stage] = seconds;
    }

    /// <summary>The nights; to be asked for once, after all observations.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var sums = new Dictionary<Source, NightSums>();
        foreach (var ((start, end, source), (seconds, entry, at)) in nights)
        {
            var findings = new RowFindings(entry, hasLines: false, context) { At = at };
            var stages = seconds.Where(part => part.Key is not SleepStage.Asleep).Sum(part => part.Value);
            var asleep = seconds.TryGetValue(SleepStage.Asleep, out var all) ? all : stages;
            seconds[SleepStage.Asleep] = Math.Max(0, asleep - stages);

            // Where more was slept than the time holds, only the sum can be believed.
            var isWhole = Math.Max(asleep, stages) <= (end - start).TotalSeconds + Slack;
            if (!isWhole || new FoundNight(start, end) { Seconds = seconds }.AddTo(findings, source))
            {
                sums.TryAdd(source, new NightSums());
                sums[source].Add(context.Zones.DayOf(end), asleep / 60, isWhole ? (end - start).TotalMinutes : null);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var (source, sum) in sums)
        {
            var findings = new RowFindings(nights.Values.First().Entry, hasLines: false, context);
            sum.AddTo(findings, source);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void AddSum(SleepStage stage, DateOnly day, double seconds, Source source, RowFindings findings)
    {
        if (stage is SleepStage.Asleep)
        {
            findings.AddDay(Metric.VendorSleepMinutes, day, seconds / 60, source);
        }
        else
        {
            context.Facts.LeftUnread("lengths of stages of nights without times");
        }
    }
}
