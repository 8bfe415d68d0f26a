using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>What TCX and GPX have in common: elements without attributes that matter, read block by block.</summary>
internal abstract class XmlRecording(RowFindings findings)
{
    private readonly XmlScanner xml = new() { KeepsText = true };
    private bool hasEnded;
    private bool hasSaidZone;

    protected RowFindings Findings => findings;

    protected long Position => xml.Position;

    protected XmlScanner Xml => xml;

    /// <summary>The readings of one more block.</summary>
    internal Reading[] Read(ReadOnlySpan<byte> block)
    {
        xml.Append(block);
        ReadAll();
        return findings.Take();
    }

    /// <summary>What was still open at the end of the input.</summary>
    internal Reading[] Finish()
    {
        xml.Complete();
        ReadAll();
        if (!hasEnded)
        {
            findings.Reject("truncated: the file stops before its end, what came before was read", xml.Position);
            Abandon();
        }

        return findings.Take();
    }

    /// <summary>True where the element is the file's outermost one.</summary>
    protected abstract bool IsRoot(ReadOnlySpan<byte> name);

    protected abstract void Open(ReadOnlySpan<byte> name);

    protected abstract void Close(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text);

    /// <summary>Closes what the end of a truncated file left open.</summary>
    protected abstract void Abandon();

    /// <summary>An instant of the file; the reject is counted where a clock was wrong.</summary>
    protected DateTimeOffset? Time(ReadOnlySpan<byte> text)
    {
        if (XmlWords.Time(text) is not var (at, isAssumed))
        {
            return null;
        }

        if (isAssumed && !hasSaidZone)
        {
            hasSaidZone = true;
            findings.Context.Facts.LeftUnread("files whose times have no zone: taken as UTC");
        }

        return findings.IsPossible(at, Position) ? at : null;
    }

    private void ReadAll()
    {
        while (xml.Read())
        {
            var name = XmlWords.Local(xml.Name);
            switch (xml.Token)
            {
                case XmlToken.Start:
                    Open(name);
                    break;
                case XmlToken.Empty:
                    Open(name);
                    Close(name, []);
                    hasEnded |= IsRoot(name);
                    break;
                case XmlToken.End:
                    Close(name, xml.Text);
                    hasEnded |= IsRoot(name);
                    break;
                case XmlToken.Malformed or XmlToken.TooLong:
                    findings.Reject("a damaged tag", xml.Position);
                    break;
            }
        }
    }
}
