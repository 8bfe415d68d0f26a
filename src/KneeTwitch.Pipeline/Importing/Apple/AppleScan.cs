using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>Turns the tags of one HealthData file into readings, block by block.</summary>
internal sealed class AppleScan(string entry, ReadingContext context, AppleRoutes routes)
{
    private const string Truncated = "truncated: the file stops before its end, what came before was read";

    private readonly XmlScanner xml = new();
    private readonly AppleFields fields = new(entry, context);
    private readonly AppleFacts facts = new(context);
    private readonly List<Reading> found = [];
    private AppleWorkout? workout;
    private Reading? open;
    private DateTimeOffset? openSince;
    private bool isInCorrelation;
    private bool isInWorkoutPart;
    private bool hasEnded;

    /// <summary>The readings of one more block; the list is reused by the next call.</summary>
    internal List<Reading> Read(ReadOnlySpan<byte> block)
    {
        found.Clear();
        xml.Append(block);
        ReadAll();
        return found;
    }

    /// <summary>What was still open at the end of the input.</summary>
    internal List<Reading> Finish()
    {
        found.Clear();
        xml.Complete();
        ReadAll();
        CloseRecord();
        CloseWorkout();
        if (!hasEnded)
        {
            context.Rejects.Add(Truncated, entry, xml.Position);
        }

        return found;
    }

    private void ReadAll()
    {
        while (xml.Read())
        {
            switch (xml.Token)
            {
                case XmlToken.Start or XmlToken.Empty:
                    Open(xml.Name, xml.Token is XmlToken.Empty);
                    break;
                case XmlToken.End:
                    Close(xml.Name);
                    break;
                case XmlToken.Comment:
                    facts.ReadVersion(xml.Name);
                    break;
                case XmlToken.Malformed:
                    context.Rejects.Add("a damaged tag", entry, xml.Position);
                    break;
                case XmlToken.TooLong:
                    context.Rejects.Add("a tag longer than 1 MB", entry, xml.Position);
                    break;
            }
        }
    }

    private void Open(ReadOnlySpan<byte> name, bool isEmpty)
    {
        if (name.SequenceEqual("Record"u8))
        {
            Record(isEmpty);
        }
        else if (name.SequenceEqual("MetadataEntry"u8))
        {
            Metadata();
        }
        else if (name.SequenceEqual("WorkoutStatistics"u8))
        {
            Statistics();
        }
        else if (name.SequenceEqual("Workout"u8))
        {
            OpenWorkout(isEmpty);
        }
        else if (name.SequenceEqual("WorkoutActivity"u8))
        {
            isInWorkoutPart = !isEmpty;
        }
        else if (name.SequenceEqual("Correlation"u8))
        {
            isInCorrelation = !isEmpty;
        }
        else if (name.SequenceEqual("ActivitySummary"u8))
        {
            isInCorrelation = false;
            AppleDaySummary.Read(xml, fields, context, found);
        }
        else if (name.SequenceEqual("FileReference"u8))
        {
            workout?.AddRoute(Encoding.UTF8.GetString(xml["path"u8]));
        }
        else if (name.SequenceEqual("Location"u8))
        {
            context.Facts.LeftUnread("points of routes inside the main file");
        }
        else if (name.SequenceEqual("HealthData"u8))
        {
            hasEnded = isEmpty;
        }
        else
        {
            facts.Open(xml, name);
        }
    }

    private void Close(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Record"u8))
        {
            CloseRecord();
        }
        else if (name.SequenceEqual("Workout"u8))
        {
            CloseWorkout();
        }
        else if (name.SequenceEqual("WorkoutActivity"u8))
        {
            isInWorkoutPart = false;
        }
        else if (name.SequenceEqual("Correlation"u8))
        {
            isInCorrelation = false;
        }
        else if (name.SequenceEqual("HealthData"u8))
        {
            hasEnded = true;
        }
    }

    private void Record(bool isEmpty)
    {
        // The same records also stand at top level.
        if (isInCorrelation)
        {
            return;
        }

        CloseRecord();
        var type = fields.Type(xml["type"u8]);
        if (fields.Times(xml) is not var (start, end))
        {
            return;
        }

        openSince = DateTimeOffset.FromUnixTimeSeconds(start);
        if (type.Metric is null)
        {
            context.Facts.LeftUnread(type.Name);
        }
        else if (fields.RecordValue(type, type.Metric, xml) is { } value)
        {
            open = new Reading(type.Metric.Metric, DateTimeOffset.FromUnixTimeSeconds(start), DateTimeOffset.FromUnixTimeSeconds(end), value, fields.Source(xml));
        }

        if (isEmpty)
        {
            CloseRecord();
        }
    }

    /// <summary>A record counts only now: its metadata may tell that it was typed in.</summary>
    private void CloseRecord()
    {
        if (open is { } done)
        {
            found.Add(done);
        }

        (open, openSince) = (null, null);
    }

    private void OpenWorkout(bool isEmpty)
    {
        CloseRecord();
        CloseWorkout();
        isInCorrelation = false;
        if (fields.Times(xml) is not var (start, end))
        {
            return;
        }

        workout = new AppleWorkout
        {
            Start = start,
            End = end,
            Source = fields.Source(xml),
            Sport = HealthKitSports.Find(Encoding.UTF8.GetString(xml["workoutActivityType"u8])),
            Minutes = fields.Amount(xml["duration"u8], xml["durationUnit"u8], Dimension.Time, unitIfMissing: "min") / 60,
            TotalDistanceM = fields.Amount(xml["totalDistance"u8], xml["totalDistanceUnit"u8], Dimension.Length),
            TotalEnergyKcal = fields.Amount(xml["totalEnergyBurned"u8], xml["totalEnergyBurnedUnit"u8], Dimension.Energy),
        };
        openSince = DateTimeOffset.FromUnixTimeSeconds(start);
        if (isEmpty)
        {
            CloseWorkout();
        }
    }

    private void CloseWorkout()
    {
        if (workout is { } done)
        {
            var (start, end) = (DateTimeOffset.FromUnixTimeSeconds(done.Start), DateTimeOffset.FromUnixTimeSeconds(done.End));
            foreach (var (metric, value) in done.Readings())
            {
                if (fields.IsPossible(metric, value, xml.Position))
                {
                    found.Add(new Reading(metric, start, end, value, done.Source));
                }
            }

            routes.Keep(done);
            openSince = null;
        }

        workout = null;
        isInWorkoutPart = false;
    }

    private void Statistics()
    {
        // A part repeats what the workout says of the whole.
        if (workout is null || isInWorkoutPart || fields.Type(xml["type"u8]).Metric is not { Words: null } metric)
        {
            return;
        }

        double? InMetric(ReadOnlySpan<byte> number) => fields.Amount(number, xml["unit"u8], metric.Dimension) / metric.UnitSize;
        workout.Add(metric, InMetric(xml["sum"u8]), InMetric(xml["average"u8]), InMetric(xml["maximum"u8]));
    }

    private void Metadata()
    {
        var key = xml["key"u8];
        if (key.SequenceEqual("HKTimeZone"u8))
        {
            if (openSince is { } at && fields.Zone(xml["value"u8]) is { } zone)
            {
                context.Facts.SawZone(at, zone);
            }
        }
        else if (key.SequenceEqual("HKWasUserEntered"u8))
        {
            TypedIn(xml["value"u8]);
        }
        else if (workout is not null && !isInWorkoutPart)
        {
            if (key.SequenceEqual("HKElevationAscended"u8))
            {
                workout.AscentM = fields.AmountWithUnit(xml["value"u8], Dimension.Length) ?? workout.AscentM;
            }
            else if (key.SequenceEqual("HKWeatherTemperature"u8))
            {
                workout.TemperatureC = fields.AmountWithUnit(xml["value"u8], Dimension.Temperature) ?? workout.TemperatureC;
            }
        }
    }

    /// <summary>Drinks, meals and symptoms are always typed in; where a sensor could have measured, it makes a difference.</summary>
    private void TypedIn(ReadOnlySpan<byte> value)
    {
        if (!value.SequenceEqual("1"u8))
        {
            return;
        }

        if (open is { } record && record.Metric.Info().Family is Family.Activity or Family.Sleep or Family.Body)
        {
            open = record with { Source = fields.TypedIn(record.Source) };
        }
        else if (workout is not null && !isInWorkoutPart)
        {
            workout.Source = fields.TypedIn(workout.Source);
        }
    }
}
