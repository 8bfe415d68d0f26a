using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>Turns the tags of one HealthData file into readings, block by block.</summary>
internal sealed class AppleScan(string entry, ReadingContext context)
{
    private const string Truncated = "truncated: the file stops before its end, what came before was read";

    private readonly XmlScanner xml = new();
    private readonly AppleFields fields = new(entry, context);
    private readonly List<Reading> found = [];
    private AppleWorkout? workout;
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
                    ReadVersion(xml.Name);
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
        else
        {
            OpenRare(name);
        }
    }

    private void OpenRare(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("ExportDate"u8))
        {
            context.Facts.ExportedAt = AppleTime.Parse(xml["value"u8]) is { } at && ReadingLimits.WhyNotTime(at, at, context.AsOf.ToUnixTimeSeconds()) is null
                ? DateTimeOffset.FromUnixTimeSeconds(at)
                : context.Facts.ExportedAt;
        }
        else if (name.SequenceEqual("Me"u8))
        {
            var born = AppleTime.Day(xml["HKCharacteristicTypeIdentifierDateOfBirth"u8]);
            var sex = xml["HKCharacteristicTypeIdentifierBiologicalSex"u8];
            context.Facts.BirthYear = born is { } day ? DateTime.UnixEpoch.AddDays(day).Year : context.Facts.BirthYear;
            context.Facts.Sex = sex.SequenceEqual("HKBiologicalSexFemale"u8) ? Sex.Female : sex.SequenceEqual("HKBiologicalSexMale"u8) ? Sex.Male : context.Facts.Sex;
        }
        else if (name.SequenceEqual("ClinicalRecord"u8) || name.SequenceEqual("Audiogram"u8) || name.SequenceEqual("VisionPrescription"u8))
        {
            context.Facts.LeftUnread(Encoding.UTF8.GetString(name));
        }
        else if (name.SequenceEqual("HealthData"u8))
        {
            hasEnded = xml.Token is XmlToken.Empty;
        }
    }

    private void Close(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Record"u8))
        {
            openSince = null;
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

        var type = fields.Type(xml["type"u8]);
        if (fields.Times(xml) is not var (start, end))
        {
            return;
        }

        openSince = isEmpty ? null : DateTimeOffset.FromUnixTimeSeconds(start);
        if (type.Metric is null)
        {
            context.Facts.LeftUnread(type.Name);
        }
        else if (fields.RecordValue(type, type.Metric, xml) is { } value)
        {
            found.Add(new Reading(
                type.Metric.Metric, DateTimeOffset.FromUnixTimeSeconds(start), DateTimeOffset.FromUnixTimeSeconds(end), value, fields.Source(xml)));
        }
    }

    private void OpenWorkout(bool isEmpty)
    {
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

    private void ReadVersion(ReadOnlySpan<byte> comment)
    {
        if (context.Facts.Version is null && comment.IndexOf("HealthKit Export Version:"u8) is var at and >= 0)
        {
            var version = Encoding.UTF8.GetString(comment[(at + "HealthKit Export Version:"u8.Length)..].Trim((byte)' '));
            context.Facts.Version = version.Length <= 20 ? version.Trim() : null;
        }
    }
}
