using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>What has to be known of an export before its first resource can be read: its people, and which version of each resource is the last.</summary>
internal sealed class FhirCensus
{
    /// <summary>Resources that are compared with each other; what comes after them is read without, which only matters where it was changed.</summary>
    private const int MostCompared = 1_000_000;

    private readonly Dictionary<UInt128, (long Number, long? Updated, long? Version)> last = [];
    private readonly HashSet<UInt128> addresses = [];

    internal FhirPeople People { get; } = new();

    internal void Add(FhirResource resource)
    {
        if (resource.Deleted is null && resource.Value.Text("resourceType") is "Patient")
        {
            People.AddPatient(resource);
            return;
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

    private static bool IsNewer((long Number, long? Updated, long? Version) found, (long Number, long? Updated, long? Version) known) =>
        found.Updated is { } updated && known.Updated is { } before && updated != before ? updated > before
        : found.Version is not { } version || known.Version is not { } earlier || version >= earlier;
}
