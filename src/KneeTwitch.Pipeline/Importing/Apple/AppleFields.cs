using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>Reads attributes into numbers, times and sources; what cannot be is rejected with its reason.</summary>
internal sealed class AppleFields
{
    private readonly string entry;
    private readonly ReadingContext context;
    private readonly ByteMemo<AppleRecordType> types = new(type => new AppleRecordType(type));
    private readonly ByteMemo<Unit?> units = new(Units.Find);
    private readonly ByteMemo<string> words = new(word => word.Trim());
    private readonly ByteMemo<AppleSource> sources;
    private readonly Dictionary<string, AppleSource> sourcesByName = [];
    private readonly Dictionary<string, Source> typedIn = [];
    private readonly ByteMemo<string?> zones;
    private long position;

    internal AppleFields(string entry, ReadingContext context)
    {
        this.entry = entry;
        this.context = context;
        sources = new ByteMemo<AppleSource>(SourceNamed);
        zones = new ByteMemo<string?>(ZoneNamed);
    }

    internal AppleRecordType Type(ReadOnlySpan<byte> type) => types[type];

    /// <summary>The zone's IANA id, or null for one this system does not know.</summary>
    internal string? Zone(ReadOnlySpan<byte> id) => zones[id];

    internal Source Source(XmlScanner xml)
    {
        var source = sources[xml["sourceName"u8]];
        source.SeenWith(xml["device"u8]);
        return source.Source;
    }

    /// <summary>The same app, where somebody typed in what it has not measured.</summary>
    internal Source TypedIn(Source source)
    {
        if (!typedIn.TryGetValue(source.Name, out var typed))
        {
            typed = Core.Readings.Source.Named($"{source.Name}, typed in", SourceKind.Manual);
            typedIn.TryAdd(source.Name, typed);
        }

        return typed;
    }

    /// <summary>Start and end in seconds since 1970, or null after a reject.</summary>
    internal (long Start, long End)? Times(XmlScanner xml)
    {
        position = xml.Position;
        if (AppleTime.Parse(xml["startDate"u8]) is not { } start || AppleTime.Parse(xml["endDate"u8]) is not { } end)
        {
            Reject("a date that cannot be read");
            return null;
        }

        if (ReadingLimits.WhyNotTime(start, end, context.ExportedAt.ToUnixTimeSeconds()) is { } reason)
        {
            Reject(reason);
            return null;
        }

        return (start, end);
    }

    /// <summary>The value of a record in our unit, or null after a reject.</summary>
    internal double? RecordValue(AppleRecordType type, HealthKitMetric metric, XmlScanner xml)
    {
        position = xml.Position;
        var text = xml["value"u8];
        if (metric.Words is { } known)
        {
            var word = words[text];
            if (known.TryGetValue(word, out var meaning))
            {
                return meaning;
            }

            Reject(word.Length == 0 ? $"{type.Name} without a value" : $"{type.Name}: the value '{word}' is not known");
            return null;
        }

        var value = Amount(text, xml["unit"u8], metric.Dimension, metric.Dimension is Dimension.Count ? "count" : null) / metric.UnitSize;
        if (value is null)
        {
            Reject(AsciiNumber.Parse(text) is null ? $"{type.Name}: a value that is not a number" : $"{type.Name}: the unit '{words[xml["unit"u8]]}' is not known");
            return null;
        }

        return IsPossible(metric.Metric, value.Value, position) ? value : null;
    }

    /// <summary>False after a reject.</summary>
    internal bool IsPossible(Metric metric, double value, long at)
    {
        position = at;
        if (ReadingLimits.WhyNotValue(metric, value) is { } reason)
        {
            Reject(reason);
            return false;
        }

        return true;
    }

    /// <summary>A number in the base unit of a dimension; null where number or unit cannot be read.</summary>
    internal double? Amount(ReadOnlySpan<byte> number, ReadOnlySpan<byte> unit, Dimension dimension, string? unitIfMissing = null)
    {
        if (number.IsEmpty || AsciiNumber.Parse(number) is not { } value)
        {
            return null;
        }

        var known = unit.IsEmpty && unitIfMissing is not null ? Units.Find(unitIfMissing) : units[unit];
        if (known is null || known.Dimension != dimension)
        {
            return null;
        }

        // Apple writes 7 % as 0.07; some third-party files write 7.
        return dimension is Dimension.Percent && value <= 1 ? value * 100 : known.ToBase(value);
    }

    /// <summary>A number with its unit behind it, such as <c>6575 cm</c>.</summary>
    internal double? AmountWithUnit(ReadOnlySpan<byte> text, Dimension dimension)
    {
        var space = text.IndexOf((byte)' ');
        return space > 0 ? Amount(text[..space], text[(space + 1)..], dimension) : null;
    }

    internal void Reject(string reason) => context.Rejects.Add(reason, entry, position);

    internal void RejectAt(string reason, long at) => context.Rejects.Add(reason, entry, at);

    private AppleSource SourceNamed(string raw)
    {
        var name = Core.Readings.Source.Named(raw).Name;
        if (!sourcesByName.TryGetValue(name, out var source))
        {
            source = new AppleSource(name);
            sourcesByName.TryAdd(name, source);
        }

        return source;
    }

    private string? ZoneNamed(string id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone) && zone.HasIanaId)
        {
            return zone.Id;
        }

        Reject($"the time zone '{id}' is not known");
        return null;
    }
}
