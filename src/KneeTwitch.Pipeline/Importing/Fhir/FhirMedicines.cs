using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>
/// Medicines as entries of the diary: an administration is a dose, a statement a course or a dose, a request a course while it is active. What
/// was entered in error is deleted, and so is a course that ended nobody knows when.
/// </summary>
internal sealed class FhirMedicines(FhirCensus census)
{
    /// <summary>The entry that a resource is; null where it is none, or after a reject.</summary>
    internal DiaryEntry? Of(in FhirResource resource, RowFindings findings)
    {
        var value = resource.Value;
        if (value.Text("status") is "entered-in-error" or "cancelled")
        {
            return Deletion(resource, census.MedicineOf(value)?.Name, findings);
        }

        if (census.MedicineOf(value) is not var (name, atc))
        {
            findings.Reject("a medicine without a name");
            return null;
        }

        var type = value.Text("resourceType");
        return type is FhirResourceTypes.Administration ? Dose(resource, name, atc, findings)
            : type is FhirResourceTypes.Statement ? Stated(resource, name, atc, findings)
            : Requested(resource, name, atc, findings);
    }

    /// <summary>Word that what is under this address was deleted; null where it is no medicine.</summary>
    internal static DiaryEntry? Deleted(string url, RowFindings findings)
    {
        var parts = FhirIdentity.WithoutVersion(url).Split('/');
        return parts.Length > 1 && FhirResourceTypes.IsMedicine(parts[^2])
            ? new DiaryEntry { Key = DiaryEntry.KeyOf(FhirSources.Records, FhirIdentity.OfAddress(url)), Source = FhirSources.Records, Time = null, Said = findings.Context.ExportedAt, What = null }
            : null;
    }

    private static DiaryEntry? Dose(in FhirResource resource, string name, string? atc, RowFindings findings)
    {
        var value = resource.Value;
        var status = value.Text("status");
        if (status is not (null or "completed" or "in-progress" or "stopped" or "not-done"))
        {
            findings.Context.Facts.LeftUnread($"doses of medicines with the status {status}");
            return null;
        }

        var isSkipped = status is "not-done" || value.Flag("wasNotGiven") is true;
        return TimeOf(value, findings) is { } start ? Taken(resource, name, atc, start, isSkipped, findings) : null;
    }

    private static DiaryEntry Taken(in FhirResource resource, string name, string? atc, Moment at, bool isSkipped, RowFindings findings)
    {
        var (amount, unit) = FhirDosage.OfDose(resource.Value);
        var dose = new Dose { Name = name, Atc = atc, Amount = amount, Unit = unit, IsSkipped = isSkipped, Remark = RemarkOf(resource.Value) };
        return Entry(resource, name, Placed(at, findings), SaidOf(resource.Value, null, findings), dose);
    }

    private static DiaryEntry? Stated(in FhirResource resource, string name, string? atc, RowFindings findings)
    {
        var value = resource.Value;
        var status = value.Text("status");
        if (status is "not-taken" or "intended" or "unknown" or "on-hold" || value.Flag("wasNotTaken") is true || value.Text("taken") is "n" or "na")
        {
            findings.Context.Facts.LeftUnread("medicines that are not taken, or nobody knows");
            return null;
        }

        if (TimeOf(value, findings) is not { } start)
        {
            return null;
        }

        if (status is "completed" && value.Field("effectiveDateTime") is not null)
        {
            return Taken(resource, name, atc, start, isSkipped: false, findings);
        }

        var end = EndOf(value.Field("effectivePeriod"), findings);
        return end is null && status is "completed" or "stopped"
            ? Forgotten(resource, name, findings)
            : Course(resource, name, atc, start, end, SaidOf(value, "dateAsserted", findings), findings);
    }

    private static DiaryEntry? Requested(in FhirResource resource, string name, string? atc, RowFindings findings)
    {
        var value = resource.Value;
        if (value.Text("intent") is "proposal" or "plan" or "option" || value.Flag("doNotPerform") is true)
        {
            findings.Context.Facts.LeftUnread("requests for medicines that are only proposed, or warn of one");
            return null;
        }

        if (value.Text("status") is not "active")
        {
            return Forgotten(resource, name, findings);
        }

        var period = FhirDosage.BoundsOf(value);
        var begun = period?.Text("start") ?? value.Text("authoredOn") ?? value.Text("dateWritten");
        return FhirTimes.Begun(begun, findings) is { } start
            ? Course(resource, name, atc, start, EndOf(period, findings), SaidOf(value, "authoredOn", findings), findings)
            : null;
    }

    private static DiaryEntry Course(
        in FhirResource resource, string name, string? atc, Moment start, DateOnly? end, DateTimeOffset said, RowFindings findings)
    {
        var (amount, unit) = FhirDosage.OfDay(resource.Value);
        var medicine = new Medicine { Name = name, Atc = atc, DailyAmount = amount, Unit = unit, StoppedOn = end?.AddDays(1), Remark = RemarkOf(resource.Value) };
        return Entry(resource, name, Placed(start, findings), said, medicine);
    }

    /// <summary>An earlier version may have said that it goes on; for how long it did is not known.</summary>
    private static DiaryEntry Forgotten(in FhirResource resource, string name, RowFindings findings)
    {
        findings.Context.Facts.LeftUnread("courses of medicines that ended at a time that is not said");
        return Deletion(resource, name, findings);
    }

    private static DiaryEntry Deletion(in FhirResource resource, string? name, RowFindings findings) =>
        Entry(resource, name ?? "", time: null, SaidOf(resource.Value, null, findings), what: null);

    private static DiaryEntry Entry(in FhirResource resource, string name, DiaryTime? time, DateTimeOffset said, DiaryFact? what) => new()
    {
        Key = DiaryEntry.KeyOf(FhirSources.Records, FhirIdentity.Lasting(resource) ?? FhirIdentity.Described(resource.Value, name)),
        Source = FhirSources.Records,
        Time = time,
        Said = said,
        What = what,
    };

    private static DiaryTime Placed(Moment at, RowFindings findings) =>
        at.HasTime ? DiaryTime.Instant(at.ToUtc(findings.Context.Zones)) : DiaryTime.On(at.Day);

    /// <summary>When the version was made.</summary>
    /// <param name="otherwise">The field that says when it was first said, which no later version changes.</param>
    private static DateTimeOffset SaidOf(JsonElement value, string? otherwise, RowFindings findings) =>
        value.Field("meta")?.Instant("lastUpdated")
        ?? (otherwise is null ? null : value.Moment(otherwise)?.ToUtc(findings.Context.Zones))
        ?? findings.Context.ExportedAt;

    private static Moment? TimeOf(JsonElement value, RowFindings findings)
    {
        var period = value.Field("effectivePeriod") ?? value.Field("effectiveTimePeriod");
        return FhirTimes.Begun(period?.Text("start") ?? value.Text("effectiveDateTime") ?? value.Text("effectiveTimeDateTime"), findings);
    }

    /// <summary>The last day of a period, which is a part of it.</summary>
    private static DateOnly? EndOf(JsonElement? period, RowFindings findings) =>
        period?.Moment("end") is not { } end ? null
        : end.HasTime ? findings.Context.Zones.DayOf(end.ToUtc(findings.Context.Zones))
        : end.Day;

    private static string? RemarkOf(JsonElement value)
    {
        var notes = value.Items("note").Select(note => note.Text("text")).OfType<string>().ToList();
        return notes.Count > 0 ? string.Join('\n', notes) : null;
    }
}
