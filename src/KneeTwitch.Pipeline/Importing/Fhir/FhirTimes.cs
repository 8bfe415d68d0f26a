using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>When an observation was made, or a medicine begun. When it was issued is another matter, and stands in for nothing.</summary>
internal static class FhirTimes
{
    private const int YearLength = 4;
    private const int MonthLength = 7;

    /// <summary>The time; null after a reject, or where it is too vague to be placed.</summary>
    internal static FoundTime? Of(JsonElement observation, RowFindings findings)
    {
        if (observation.Field("effectivePeriod") is { } period)
        {
            return OfPeriod(period, findings);
        }

        if ((observation.Text("effectiveDateTime") ?? observation.Text("effectiveInstant")) is { } text)
        {
            return Written(text, findings) is not { } at ? null
                : at.HasTime ? FoundTime.At(at.ToUtc(findings.Context.Zones))
                : FoundTime.On(at.Day, findings.Context.Zones);
        }

        findings.Reject(observation.Field("effectiveTiming") is null ? "an observation without a time" : "an observation with a schedule instead of a time");
        return null;
    }

    /// <summary>When something began; null after a reject. What only names a month or a year had begun by its first day.</summary>
    internal static Moment? Begun(string? text, RowFindings findings)
    {
        if (text is null)
        {
            findings.Reject("a medicine without a time");
            return null;
        }

        if (IsMonthOrYear(text))
        {
            findings.Context.Facts.Note("Medicines dated to a month or a year are taken to begin with its first day");
            text += text.Length is YearLength ? "-01-01" : "-01";
        }

        var moment = Moments.Parse(text);
        if (moment is null)
        {
            findings.Reject("a date that cannot be read");
        }

        return moment;
    }

    private static FoundTime? OfPeriod(JsonElement period, RowFindings findings)
    {
        if (period.Text("start") is not { } first || period.Text("end") is not { } last)
        {
            findings.Reject("a period without a start or an end");
            return null;
        }

        return Written(first, findings) is { } start && Written(last, findings) is { } end ? FoundTime.Between(start, end, findings.Context.Zones) : null;
    }

    private static bool IsMonthOrYear(string text) => text.Length is YearLength || (text.Length is MonthLength && text[YearLength] is '-');

    private static Moment? Written(string text, RowFindings findings)
    {
        if (IsMonthOrYear(text))
        {
            findings.Context.Facts.LeftUnread("observations dated to a month or a year");
            return null;
        }

        var moment = Moments.Parse(text);
        if (moment is null)
        {
            findings.Reject("a date that cannot be read");
        }

        return moment;
    }
}
