using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>
/// Reads observations and medicines of HL7 FHIR as JSON: bundles, single resources, and bulk exports with one resource a line. The export is gone
/// through twice, since a later version of a resource may come anywhere.
/// </summary>
internal sealed class FhirExportReader : IExportReader
{
    private const int HeadBytes = 32_768;

    private enum Kind
    {
        Json,
        Xml,
    }

    public string Format => "fhir";

    public string Name => "FHIR";

    public string? Doubt => "whether 41979-6 holds resting energy (taken as active); a deletion only reaches what is in the same export";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        return files.Count == 0 ? Recognition.No
            : Recognition.Sure($"{files[0].Entry.Path} holds resources of FHIR").Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        var json = files.Where(file => file.Kind is Kind.Json).ToList();
        if (json.Count == 0)
        {
            throw files.Count > 0
                ? new ExportFormatException(Name, files[0].Entry.Path, "is FHIR as XML, which is not read", "Ask for it as JSON")
                : new ExportFormatException(Name, export.Name, $"holds no resources as JSON; found: {export.Describe()}", "Choose the file that the server or app exported");
        }

        json.Announce(export, context);
        IReadOnlyList<ExportEntry> entries = [.. json.Select(file => file.Entry)];
        var census = await CountAsync(entries, context, cancel);
        var person = PeopleInFile.Choose(context, Name, export.Name, census.People.All);
        census.People.Describe(person, context.Facts);

        var (nights, workouts) = (new FhirNights(context), new FhirWorkouts(context));
        var (observations, medicines) = (new FhirObservations(census, nights, workouts), new FhirMedicines(census));
        await foreach (var resource in FhirResources.ReadAsync(entries, context, cancel))
        {
            var findings = new RowFindings(resource.Entry.Path, hasLines: false, context) { At = resource.At };
            if (resource.Deleted is { } url)
            {
                context.Facts.LeftUnread("resources that were deleted");
                await WriteAsync(census.IsLast(resource) ? FhirMedicines.Deleted(url, findings) : null, findings, cancel);
            }
            else if (IsWanted(resource, census, person, findings))
            {
                if (FhirResourceTypes.IsMedicine(resource.Value.Text("resourceType")))
                {
                    await WriteAsync(medicines.Of(resource, findings), findings, cancel);
                }
                else
                {
                    observations.Add(resource.Value, findings);
                }
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var reading in nights.Readings().Concat(workouts.Readings()))
        {
            yield return reading;
        }
    }

    private static async ValueTask WriteAsync(DiaryEntry? entry, RowFindings findings, CancellationToken cancel)
    {
        if (entry is not null)
        {
            await findings.WriteAsync(entry, cancel);
        }
    }

    private static bool IsWanted(FhirResource resource, FhirCensus census, string? person, RowFindings findings)
    {
        var facts = findings.Context.Facts;
        var type = resource.Value.Text("resourceType");
        if (!FhirResourceTypes.IsRead(type))
        {
            if (type is null)
            {
                findings.Reject("an entry that is no resource");
            }
            else
            {
                facts.LeftUnread($"resource {type}");
            }

            return false;
        }

        var subject = FhirPeople.SubjectOf(resource, out var isPerson);
        if (!isPerson)
        {
            facts.LeftUnread(FhirResourceTypes.IsMedicine(type) ? "medicines of something other than the person" : "observations of something other than the person");
            return false;
        }

        if (subject is null ? facts.People.Count > 1 && !resource.IsPhoneOwners : !census.People.Name(subject).Equals(person, StringComparison.OrdinalIgnoreCase))
        {
            if (subject is null)
            {
                findings.Reject(FhirResourceTypes.IsMedicine(type) ? "a medicine that belongs to nobody" : "an observation that belongs to nobody");
            }

            return false;
        }

        if (!census.IsLast(resource))
        {
            facts.LeftUnread("versions of resources that were replaced");
            return false;
        }

        return true;
    }

    private static async Task<FhirCensus> CountAsync(IReadOnlyList<ExportEntry> entries, ReadingContext context, CancellationToken cancel)
    {
        var census = new FhirCensus();
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        await foreach (var resource in FhirResources.ReadAsync(entries, glance, cancel))
        {
            census.Add(resource);
        }

        context.Facts.ExportedAt = glance.Facts.ExportedAt;
        return census;
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, Kind Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<Kind>(export, async entry => KindOf(await entry.HeadAsync(HeadBytes, cancel)));

    private static Kind? KindOf(byte[] head)
    {
        if (!JsonHead.IsJson(head))
        {
            return head.AsSpan().IndexOf("xmlns=\"http://hl7.org/fhir\""u8) >= 0 ? Kind.Xml : null;
        }

        // The type may come after all entries of a bundle; its first entry has one as well.
        return JsonHead.FirstItemKeys(head).Contains("resourceType") || JsonHead.KeysOf(head, "entry[].resource").Contains("resourceType") ? Kind.Json : null;
    }
}
