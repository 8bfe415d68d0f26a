namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Kinds of resources.</summary>
internal static class FhirResourceTypes
{
    internal const string Observation = "Observation";
    internal const string Administration = "MedicationAdministration";
    internal const string Statement = "MedicationStatement";
    internal const string Request = "MedicationRequest";

    /// <summary>What a request was called in the second version.</summary>
    internal const string Order = "MedicationOrder";

    /// <summary>What a medicine is; others refer to it.</summary>
    internal const string Substance = "Medication";

    internal static bool IsRead(string? type) => type is Observation || IsMedicine(type);

    /// <summary>True for those that become entries of the diary.</summary>
    internal static bool IsMedicine(string? type) => type is Administration or Statement or Request or Order;
}
