using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>An ActivitySummary: the rings of one local day, as the watch itself showed them.</summary>
internal static class AppleDaySummary
{
    private const string NotWorn = "ActivitySummary of a day without a watch";
    private static readonly Source Rings = Source.Named("Apple Health", SourceKind.App);

    internal static void Read(XmlScanner xml, AppleFields fields, ReadingContext context, List<Reading> found)
    {
        if (AppleTime.Day(xml["dateComponents"u8]) is not { } sinceEpoch)
        {
            fields.RejectAt("a date that cannot be read", xml.Position);
            return;
        }

        var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(sinceEpoch);
        var noon = (sinceEpoch * 86_400L) + 43_200;
        if (ReadingLimits.WhyNotTime(noon, noon, context.ExportedAt.ToUnixTimeSeconds()) is { } reason)
        {
            fields.RejectAt(reason, xml.Position);
            return;
        }

        (Metric Metric, double? Value)[] rings =
        [
            (Metric.VendorActiveEnergyKcal, fields.Amount(xml["activeEnergyBurned"u8], xml["activeEnergyBurnedUnit"u8], Dimension.Energy, "kcal")),
            (Metric.VendorExerciseMinutes, AsciiNumber.Parse(xml["appleExerciseTime"u8])),
            (Metric.VendorStandHours, AsciiNumber.Parse(xml["appleStandHours"u8])),
        ];

        // Nobody who wears a watch burns nothing all day: such a day was not measured.
        if (rings.All(ring => ring.Value is null or 0))
        {
            context.Facts.LeftUnread(NotWorn);
            return;
        }

        foreach (var (metric, value) in rings)
        {
            if (value is { } known && fields.IsPossible(metric, known, xml.Position))
            {
                found.Add(Reading.OfDay(metric, day, known, Rings));
            }
        }
    }
}
