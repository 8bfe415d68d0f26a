using System.Globalization;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>What a body is, as a header or a folder names it.</summary>
/// <param name="Name">Such as <c>step-count</c>.</param>
/// <param name="Major">The version before the point; from 2 on a time frame is required. 0 where nobody says.</param>
internal sealed record OmhSchema(string Namespace, string Name, int Major)
{
    internal const string DataPoint = "data-point";
    internal const string Header = "header";

    /// <summary>The schema that a header names, or null.</summary>
    internal static OmhSchema? Of(JsonElement header) =>
        header.Field("schema_id") is { } id && id.Text("name") is { } name && MajorOf(id.Text("version")) is { } major
            ? new OmhSchema(id.Text("namespace") ?? "omh", name, major)
            : null;

    /// <summary>The schema that whoever laid out the files named: bodies without headers lie in <c>step-count/2.0/</c>.</summary>
    internal static OmhSchema? Of(string path)
    {
        var folders = path.Split('/');
        for (var i = folders.Length - 3; i >= 0; i--)
        {
            if (folders[i + 1].Contains('.', StringComparison.Ordinal) && MajorOf(folders[i + 1]) is { } major && OmhSchemas.IsKnown(folders[i]))
            {
                return new OmhSchema(folders[i].StartsWith("hk-", StringComparison.Ordinal) ? "granola" : "omh", folders[i], major);
            }
        }

        return null;
    }

    private static int? MajorOf(string? version) =>
        version is not null && int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
