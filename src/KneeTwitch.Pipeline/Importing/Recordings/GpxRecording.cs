using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Reads the tracks of a GPX file, each an activity of its own; waypoints and planned routes are none.</summary>
internal sealed class GpxRecording(RowFindings findings) : XmlRecording(findings)
{
    private Source source = Source.Named("GPX file");
    private GpxTrack? track;
    private bool isInPoint;
    private double latitude, longitude;
    private double? altitudeM, bpm;
    private DateTimeOffset? time;

    protected override bool IsRoot(ReadOnlySpan<byte> name) => name.SequenceEqual("gpx"u8);

    protected override void Open(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("gpx"u8) && XmlWords.Words(Xml["creator"u8]) is { } creator)
        {
            source = Source.Named(creator, SourceKind.App);
        }
        else if (name.SequenceEqual("trk"u8))
        {
            Abandon();
            track = new GpxTrack();
        }
        else if (name.SequenceEqual("trkpt"u8))
        {
            isInPoint = track is not null;

            // Half a place is none: the other half must not be taken for the equator.
            (latitude, longitude) = XmlWords.Number(Xml["lat"u8]) is { } north && XmlWords.Number(Xml["lon"u8]) is { } east ? (north, east) : (0, 0);
            (altitudeM, bpm, time) = (null, null, null);
        }
        else if (name.SequenceEqual("wpt"u8) || name.SequenceEqual("rte"u8))
        {
            Findings.Context.Facts.LeftUnread(name.SequenceEqual("wpt"u8) ? "GPX: waypoints" : "GPX: planned routes");
        }
    }

    protected override void Close(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (track is null)
        {
            return;
        }

        if (name.SequenceEqual("trk"u8))
        {
            Abandon();
        }
        else if (name.SequenceEqual("trkseg"u8))
        {
            track.CloseSegment();
        }
        else if (name.SequenceEqual("trkpt"u8))
        {
            ClosePoint(track);
        }
        else if (isInPoint)
        {
            Point(name, text);
        }
        else if (name.SequenceEqual("type"u8))
        {
            track.Type = XmlWords.Text(text);
        }
    }

    protected override void Abandon()
    {
        track?.AddTo(Findings, source, Position);
        (track, isInPoint) = (null, false);
    }

    private void Point(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (name.SequenceEqual("time"u8))
        {
            time = Time(text);
        }
        else if (name.SequenceEqual("ele"u8))
        {
            altitudeM = XmlWords.Number(text);
        }
        else if (name.SequenceEqual("hr"u8) || name.SequenceEqual("heartrate"u8))
        {
            bpm = XmlWords.Number(text);
        }
    }

    private void ClosePoint(GpxTrack open)
    {
        isInPoint = false;
        if (time is { } at)
        {
            open.Add(new GpxPoint(at, latitude, longitude, altitudeM), bpm);
        }
        else
        {
            open.Untimed++;
        }
    }
}
