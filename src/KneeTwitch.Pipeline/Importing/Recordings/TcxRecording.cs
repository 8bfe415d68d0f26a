using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Reads the activities of a TCX file. Its cadence counts one foot's strides, and steps of a workout are part of a day's: neither is read.</summary>
internal sealed class TcxRecording(RowFindings findings) : XmlRecording(findings)
{
    /// <summary>Nobody runs so many; a file can hold any number.</summary>
    private const int MostLaps = 100_000;

    private TcxActivity? activity;
    private TcxLap? lap;
    private bool isInTrackpoint;
    private bool isInCreator;
    private Metric? pulse;
    private DateTimeOffset? time;
    private double? bpm, distanceM;

    protected override bool IsRoot(ReadOnlySpan<byte> name) => name.SequenceEqual("TrainingCenterDatabase"u8);

    protected override void Open(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Activity"u8))
        {
            Abandon();
            activity = new TcxActivity(SportWords.Find(XmlWords.Words(Xml["Sport"u8])));
        }
        else if (name.SequenceEqual("Course"u8) || name.SequenceEqual("Workout"u8))
        {
            Findings.Context.Facts.LeftUnread("TCX: planned courses and workouts");
        }
        else if (activity is not null && name.SequenceEqual("Lap"u8))
        {
            lap = new TcxLap { Start = Time(Xml["StartTime"u8]) };
            if (activity.Laps.Count < MostLaps)
            {
                activity.Laps.Add(lap);
            }
        }
        else if (name.SequenceEqual("Trackpoint"u8))
        {
            (isInTrackpoint, time, bpm, distanceM) = (activity is not null, null, null, null);
        }
        else if (name.SequenceEqual("Creator"u8))
        {
            isInCreator = true;
        }
        else
        {
            pulse = name.SequenceEqual("HeartRateBpm"u8) ? Metric.HeartRateBpm
                : name.SequenceEqual("AverageHeartRateBpm"u8) ? Metric.WorkoutAverageHeartRateBpm
                : name.SequenceEqual("MaximumHeartRateBpm"u8) ? Metric.WorkoutMaxHeartRateBpm
                : name.SequenceEqual("Value"u8) ? pulse
                : null;
        }
    }

    protected override void Close(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (activity is null)
        {
            return;
        }

        if (name.SequenceEqual("Trackpoint"u8))
        {
            ClosePoint(activity);
        }
        else if (name.SequenceEqual("Lap"u8))
        {
            lap = null;
        }
        else if (name.SequenceEqual("Activity"u8))
        {
            Abandon();
        }
        else if (name.SequenceEqual("Creator"u8))
        {
            isInCreator = false;
        }
        else if (isInTrackpoint)
        {
            Point(name, text);
        }
        else if (lap is not null)
        {
            Lap(lap, name, text);
        }
        else
        {
            Whole(activity, name, text);
        }
    }

    protected override void Abandon()
    {
        activity?.AddTo(Findings, Position);
        (activity, lap, isInTrackpoint, isInCreator, pulse) = (null, null, false, false, null);
    }

    private void Point(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (name.SequenceEqual("Time"u8))
        {
            time = Time(text);
        }
        else if (name.SequenceEqual("DistanceMeters"u8))
        {
            distanceM = XmlWords.Number(text);
        }
        else if (name.SequenceEqual("Value"u8) && pulse is Metric.HeartRateBpm)
        {
            bpm = XmlWords.Number(text);
        }
    }

    private void Lap(TcxLap open, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (name.SequenceEqual("TotalTimeSeconds"u8))
        {
            open.Seconds = XmlWords.Number(text);
        }
        else if (name.SequenceEqual("DistanceMeters"u8))
        {
            open.DistanceM = XmlWords.Number(text);
        }
        else if (name.SequenceEqual("Calories"u8))
        {
            open.EnergyKcal = XmlWords.Number(text);
        }
        else if (name.SequenceEqual("Value"u8) && XmlWords.Number(text) is > 0 and var beats)
        {
            open.AverageHeartRateBpm = pulse is Metric.WorkoutAverageHeartRateBpm ? beats : open.AverageHeartRateBpm;
            open.MaxHeartRateBpm = pulse is Metric.WorkoutMaxHeartRateBpm ? beats : open.MaxHeartRateBpm;
        }
    }

    private void Whole(TcxActivity open, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (name.SequenceEqual("Id"u8))
        {
            open.Id = Time(text);
        }
        else if (name.SequenceEqual("Name"u8) && isInCreator)
        {
            open.Creator = XmlWords.Text(text);
        }
        else if (name.SequenceEqual("Notes"u8))
        {
            open.Notes = XmlWords.Text(text);
        }
    }

    private void ClosePoint(TcxActivity open)
    {
        isInTrackpoint = false;
        if (time is { } at)
        {
            open.Saw(at);
            lap?.Saw(at, distanceM);
            open.Pulse.Add(at, bpm ?? 0);
        }
    }
}
