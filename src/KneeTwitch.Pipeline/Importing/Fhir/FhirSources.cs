using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Devices by the name they are shown with. They carry the format's name: what came this way is a second channel beside a vendor's own export.</summary>
internal static class FhirSources
{
    private const string Format = "FHIR";
    private static readonly string[] WornWords = ["watch", "band", "ring", "strap"];

    /// <summary>For what is no measurement of a device: medicines that people or their doctors wrote down.</summary>
    internal static Source Records { get; } = Source.Named(Format);

    internal static Source Of(JsonElement observation)
    {
        if (observation.Field("device")?.Text("display") is not { } name)
        {
            return Source.Named(Format);
        }

        var words = name.Split([' ', '-', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var kind = words.Any(word => WornWords.Contains(word, StringComparer.OrdinalIgnoreCase)) ? SourceKind.Worn
            : words.Contains("iPhone", StringComparer.OrdinalIgnoreCase) ? SourceKind.Phone
            : SourceKind.Unknown;
        return Source.Named($"{name} ({Format})", kind);
    }
}
