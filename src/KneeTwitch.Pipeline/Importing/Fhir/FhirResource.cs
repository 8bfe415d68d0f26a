using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>One resource of an export, or word that one was deleted.</summary>
/// <param name="Number">Its place among all resources of the export; the same each time the export is gone through.</param>
/// <param name="Entry">The file it is in.</param>
/// <param name="At">Bytes from the start of the file.</param>
/// <param name="Value">The resource; undefined where it was deleted.</param>
internal readonly record struct FhirResource(long Number, ExportEntry Entry, long At, JsonElement Value)
{
    private const string AppleFolder = "clinical-records/";

    /// <summary>The address a bundle gives it.</summary>
    internal string? FullUrl { get; init; }

    /// <summary>The address of a resource that a history or transaction deletes.</summary>
    internal string? Deleted { get; init; }

    /// <summary>
    /// True for the records that a phone fetched from its owner's clinics: each clinic has its own name for the one person.
    /// </summary>
    internal bool IsPhoneOwners => Entry.Path.Contains(AppleFolder, StringComparison.OrdinalIgnoreCase);
}
