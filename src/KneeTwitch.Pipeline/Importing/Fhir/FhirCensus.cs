using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>What has to be known of an export before its first resource can be read: its people, its medicines, and which version of each resource is the last.</summary>
internal sealed class FhirCensus
{
    /// <summary>Resources that are compared with each other; what comes after them is read without, which only matters where it was changed.</summary>
    private const int MostCompared = 1_000_000;

    private const string Atc = "http://www.whocc.no/atc";
    private const int MostMedicines = 100_000;

    private readonly Dictionary<UInt128, (long Number, long? Updated, long? Version)> last = [];
    private readonly HashSet<UInt128> addresses = [];
    private readonly Dictionary<UInt128, (string Name, string? Atc)> medicines = [];

    internal FhirPeople People { get; } = new();

    internal void Add(FhirResource resource)
    {
        if (resource.Deleted is null && resource.Value.Text("resourceType") is "Patient")
        {
            People.AddPatient(resource);
            return;
        }

        if (resource.Deleted is null && resource.Value.Text("resourceType") is FhirResourceTypes.Substance && ConceptOf(resource.Value.Field("code")) is { } medicine)
        {
            foreach (var address in FhirIdentity.AddressesOf(resource).Where(_ => medicines.Count < MostMedicines))
            {
                medicines[address] = medicine;
            }
        }

        if (resource.Deleted is null && !FhirResourceTypes.IsRead(resource.Value.Text("resourceType")))
        {
            return;
        }

        if (resource.Deleted is null && FhirPeople.SubjectOf(resource, out _) is { } subject)
        {
            People.AddSubject(subject);
        }

        var key = FhirIdentity.Of(resource);
        var meta = resource.Deleted is null ? resource.Value.Field("meta") : null;
        var found = (resource.Number, meta?.Instant("lastUpdated")?.ToUnixTimeMilliseconds(), meta?.Whole("versionId"));
        if (last.TryGetValue(key, out var known) ? IsNewer(found, known) : last.Count < MostCompared)
        {
            last[key] = found;
        }

        if (resource.Deleted is null && addresses.Count < MostCompared)
        {
            addresses.UnionWith(FhirIdentity.AddressesOf(resource));
        }
    }

    /// <summary>True unless there is a newer version, or word that it was deleted.</summary>
    internal bool IsLast(FhirResource resource) => !last.TryGetValue(FhirIdentity.Of(resource), out var known) || known.Number == resource.Number;

    /// <summary>True where what a reference points to is in the export itself.</summary>
    internal bool Has(string reference) => addresses.Contains(FhirIdentity.OfReference(reference));

    /// <summary>Name and ATC code of the medicine that a resource is about, which may be a resource of its own; null where nothing names it.</summary>
    internal (string Name, string? Atc)? MedicineOf(JsonElement resource)
    {
        var reference = resource.Field("medicationReference") ?? resource.Field("medication")?.Field("reference");
        return (ConceptOf(resource.Field("medicationCodeableConcept") ?? resource.Field("medication")?.Field("concept"))
            ?? (reference?.Text("reference") is { } url ? Referred(url, resource) : null))
            ?? (reference?.Text("display") is { } name ? (name, null) : null);
    }

    private (string Name, string? Atc)? Referred(string url, JsonElement resource) =>
        url.StartsWith('#') ? ConceptOf(resource.Items("contained").FirstOrDefault(each => each.Text("id") == url[1..]).Field("code"))
        : medicines.TryGetValue(FhirIdentity.OfReference(url), out var known) ? known
        : null;

    private static (string Name, string? Atc)? ConceptOf(JsonElement? concept)
    {
        if (concept is not { } said)
        {
            return null;
        }

        var codings = said.Items("coding").ToList();
        var name = said.Text("text") ?? codings.Select(coding => coding.Text("display") ?? coding.Text("code")).FirstOrDefault(text => text is not null);
        return name is null ? null : (name, codings.Where(coding => coding.Text("system") is Atc).Select(coding => coding.Text("code")).FirstOrDefault());
    }

    private static bool IsNewer((long Number, long? Updated, long? Version) found, (long Number, long? Updated, long? Version) known) =>
        found.Updated is { } updated && known.Updated is { } before && updated != before ? updated > before
        : found.Version is not { } version || known.Version is not { } earlier || version >= earlier;
}
