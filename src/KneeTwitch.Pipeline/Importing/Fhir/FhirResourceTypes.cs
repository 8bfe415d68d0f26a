namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Kinds of resources.</summary>
internal static class FhirResourceTypes
{
    internal const string Observation = "Observation";

    internal static bool IsRead(string? type) => type is Observation;
}
