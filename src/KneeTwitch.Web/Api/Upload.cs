using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KneeTwitch.Web.Api;

/// <summary>A file that is coming in. Its content is read once, from the wire: nothing holds the whole of it.</summary>
internal sealed record Upload
{
    // A field is an id, a zone or a token; a longer one is no form of ours.
    private const int LongestField = 4096;

    public required string FileName { get; init; }

    public required Stream Content { get; init; }

    /// <summary>Id or name; null for the only one there is.</summary>
    public string? Wearer { get; init; }

    /// <summary>A zone for local times without offset; null for the wearer's own.</summary>
    public string? Zone { get; init; }

    /// <summary>A format's stable name; null to go by content.</summary>
    public string? Format { get; init; }

    /// <summary>Whom to read in a file of many, by the vendor's id; null where nobody was named.</summary>
    public string? Person { get; init; }

    /// <summary>The antiforgery token of the form; null where none came.</summary>
    public string? Token { get; init; }

    /// <summary>Reads up to the beginning of the file: a multipart form whose fields come first, or the bare file with the rest in the query. Null without a file.</summary>
    /// <exception cref="IOException">The body ends too early.</exception>
    /// <exception cref="InvalidDataException">The body is no form that can be read.</exception>
    public static async Task<Upload?> OpenAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new Upload
            {
                FileName = CleanName(request.Query["name"].ToString()),
                Content = request.Body,
                Wearer = Text(request.Query["wearer"]),
                Zone = Text(request.Query["zone"]),
                Format = Text(request.Query["format"]),
                Person = Text(request.Query["person"]),
            };
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length == 0)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            var about = section.GetContentDispositionHeader();
            if (about is null)
            {
                continue;
            }

            if (about.IsFileDisposition())
            {
                var name = (about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
                return HeaderUtilities.RemoveQuotes(name).Length == 0 ? null : new Upload
                {
                    FileName = CleanName(HeaderUtilities.RemoveQuotes(name).ToString()),
                    Content = section.Body,
                    Wearer = Text(fields.GetValueOrDefault("wearer") ?? request.Query["wearer"]),
                    Zone = Text(fields.GetValueOrDefault("zone") ?? request.Query["zone"]),
                    Format = Text(fields.GetValueOrDefault("format") ?? request.Query["format"]),
                    Person = Text(fields.GetValueOrDefault("person") ?? request.Query["person"]),
                    Token = fields.GetValueOrDefault("__RequestVerificationToken"),
                };
            }

            fields[HeaderUtilities.RemoveQuotes(about.Name).ToString()] = await ReadFieldAsync(section.Body, cancel);
        }

        return null;
    }

    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancel)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length > LongestField ? throw new InvalidDataException("A field of the form is too long.") : System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    // Some browsers send a path; only its last part is a name, and only to be shown.
    private static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter))).Trim();
        return clean.Length == 0 ? "export" : clean.Length > 200 ? clean[..200] : clean;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
