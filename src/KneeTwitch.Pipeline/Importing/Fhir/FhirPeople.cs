using System.Text.Json;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>
/// Whose the resources are. Only ids are looked at, never names. The same id on two servers is two people, so servers are told apart where
/// a file knows more than one.
/// </summary>
internal sealed class FhirPeople
{
    private const string Patient = "Patient/";
    private const int MostPeople = 100_000;
    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private readonly HashSet<string> servers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idsByUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> patients = new(StringComparer.Ordinal);

    /// <summary>The people that something is said of.</summary>
    internal IEnumerable<string> All => references.Select(Name);

    /// <summary>The reference to the person a resource is about; null where it names nobody.</summary>
    /// <param name="isPerson">False where it is about a device, a group or a place.</param>
    internal static string? SubjectOf(in FhirResource resource, out bool isPerson)
    {
        isPerson = true;
        if (resource.IsPhoneOwners || (resource.Value.Field("subject") ?? resource.Value.Field("patient")) is not { } subject)
        {
            return null;
        }

        if (subject.Text("reference") is not { } reference)
        {
            return subject.Field("identifier")?.Text("value");
        }

        if (reference.StartsWith('#'))
        {
            // A contained patient has no id outside; an identifier is the only name it can have.
            var contained = resource.Value.Items("contained").FirstOrDefault(each => each.Text("id") == reference[1..]);
            return contained.Items("identifier").Select(identifier => identifier.Text("value")).FirstOrDefault(value => value is not null);
        }

        var parts = reference.Split('/');
        isPerson = reference.StartsWith("urn:", StringComparison.Ordinal) || parts.Length < 2 || parts.Contains("Patient");
        return isPerson ? FhirIdentity.WithoutVersion(reference) : null;
    }

    internal void AddPatient(in FhirResource resource)
    {
        if (patients.Count < MostPeople && resource.Value.Text("id") is { } id)
        {
            patients[id] = Kept(resource.Value);
            if (resource.FullUrl is { } url)
            {
                idsByUrl[url] = id;
            }
        }
    }

    internal void AddSubject(string reference)
    {
        if (references.Count < MostPeople && references.Add(reference) && ServerOf(reference) is { } server)
        {
            servers.Add(server);
        }
    }

    /// <summary>The person's id, as people are listed and chosen.</summary>
    internal string Name(string reference)
    {
        if (servers.Count < 2 && idsByUrl.TryGetValue(reference, out var known))
        {
            return known;
        }

        var at = reference.LastIndexOf(Patient, StringComparison.Ordinal);
        return at < 0 || (servers.Count > 1 && ServerOf(reference) is not null) ? reference : reference[(at + Patient.Length)..];
    }

    /// <summary>Year of birth and sex of the person that is read.</summary>
    /// <param name="chosen">The person; null where nobody is named, which leaves the only patient there is.</param>
    internal void Describe(string? chosen, ExportFacts facts)
    {
        var patient = chosen is not null ? patients.GetValueOrDefault(chosen[(chosen.LastIndexOf('/') + 1)..])
            : patients.Count == 1 ? patients.Values.Single()
            : default;
        facts.BirthYear = Moments.Parse(patient.Text("birthDate"))?.Wall.Year
            ?? (patient.Text("birthDate") is { Length: 4 or 7 } text && int.TryParse(text.AsSpan(0, 4), out var year) ? year : null);
        facts.Sex = patient.Text("gender") switch { "female" => Sex.Female, "male" => Sex.Male, _ => Sex.Unknown };
    }

    private static string? ServerOf(string reference)
    {
        var at = reference.IndexOf("/" + Patient, StringComparison.Ordinal);
        return at > 0 ? reference[..at] : null;
    }

    /// <summary>A patient's resource may be large; only two of its fields are kept.</summary>
    private static JsonElement Kept(JsonElement patient) =>
        JsonSerializer.SerializeToElement(new { birthDate = patient.Text("birthDate"), gender = patient.Text("gender") });
}
