using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Reads one FIT file after another; what the counters of a day had reached is remembered between them.</summary>
internal sealed class FitRecording
{
    private static readonly Dictionary<int, string> Unread = new()
    {
        [1] = "device",
        [2] = "settings",
        [3] = "sport settings",
        [5] = "workout plan",
        [6] = "course",
        [7] = "schedule",
        [10] = "totals",
        [11] = "goals",
        [20] = "activity summary",
        [34] = "segment",
        [41] = "stub",
        [44] = "vendor's metrics",
    };

    private readonly FitMonitoring monitoring = new();

    /// <summary>The file's kind and when it was begun, from its first bytes; counters of a day only add up in order of time.</summary>
    internal static (int? Kind, DateTimeOffset? Created) Head(ReadOnlyMemory<byte> head)
    {
        var first = new FitDecoder(head, (_, _) => { }).Messages().FirstOrDefault(message => message.Kind == 0);
        return ((int?)first?[0], FitTime.Instant(first?[4]));
    }

    /// <summary>The readings of a file, handed out as they are found: a hostile file holds more of them than memory does.</summary>
    internal IEnumerable<Reading> Read(ReadOnlyMemory<byte> file, RowFindings findings)
    {
        var decoder = new FitDecoder(file, (fault, at) => findings.Reject(Words(fault), at));
        var (activity, body) = (new FitActivity(findings), new FitBody(findings));
        var source = Source.Named("FIT device");
        var (kind, part) = ((int?)null, 0);
        foreach (var message in decoder.Messages())
        {
            if (message.Part != part)
            {
                activity.ClosePart(source);
                body.Close(source);
                part = message.Part;
            }

            if (message.Kind == 0)
            {
                (kind, source) = ((int?)message[0], FitDevices.Find(message));
                monitoring.Open($"{source.Name} {message[3]}");
                LeaveUnread(kind, findings);
            }
            else if (message.Kind == 34 && FitTime.Instant(message.Seconds) is { } at)
            {
                FitTime.Saw(findings.Context, at, FitTime.Offset(message[5], message.Seconds));
            }
            else if (!IsUnread(kind))
            {
                activity.Read(message);
                monitoring.Read(message, findings, source);
                body.Read(message, source);
            }
            else if (FitBody.IsReadEverywhere(message.Kind))
            {
                body.Read(message, source);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        activity.ClosePart(source);
        body.Close(source);
        activity.Close(source);
        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    /// <summary>What can only be said once all files are read.</summary>
    internal Reading[] Finish(RowFindings findings)
    {
        monitoring.Close(findings);
        return findings.Take();
    }

    private static bool IsUnread(int? kind) => kind is not (null or 4 or 9 or 14 or 15 or 28 or 32 or 49 or 68);

    private static void LeaveUnread(int? kind, RowFindings findings)
    {
        if (IsUnread(kind))
        {
            findings.Context.Facts.LeftUnread($"FIT files: {(Unread.TryGetValue(kind ?? 0, out var words) ? words : $"type {kind}")}");
        }
    }

    private static string Words(FitFault fault) => fault switch
    {
        FitFault.Truncated => "truncated: the file stops inside a message, what came before was read",
        FitFault.WrongChecksum => "a wrong checksum: all messages could be read, but may hold errors",
        FitFault.Derailed => "damaged: bytes were lost, what follows cannot be read",
        _ => "no header where a further part should begin: what follows cannot be read",
    };
}
