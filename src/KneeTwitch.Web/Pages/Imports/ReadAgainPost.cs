using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Pages.Imports;

/// <summary>Where the form of a failed import goes: the same file again, with the answer it lacked. What was answered before stays.</summary>
internal static class ReadAgainPost
{
    private const int LongestAnswer = 200;

    public static void MapReadAgain(this IEndpointRouteBuilder app) => app.MapPost("/imports/{id:guid}/again", AcceptAsync);

    private static async Task<IResult> AcceptAsync(
        Guid id, [FromForm] Guid wearer, [FromForm] string? format, [FromForm] string? person, ImportTable imports, CancellationToken cancel)
    {
        var (asked, named) = (Answer(format), Answer(person));
        if (asked?.Length > LongestAnswer || named?.Length > LongestAnswer || (asked is not null && !ExportReaders.Default.Knows(asked)))
        {
            return TypedResults.BadRequest();
        }

        if (await imports.FindAsync(wearer, id, cancel) is not { State: ImportState.Failed } failed)
        {
            return TypedResults.LocalRedirect($"/imports/{id}?wearer={wearer}");
        }

        var stored = new StoredExport(failed.FileHash, failed.FileName, failed.TotalBytes);
        var again = await imports.AcceptAsync(wearer, stored, failed.Zone, asked ?? failed.Format, named ?? failed.Person, cancel);
        return TypedResults.LocalRedirect($"/imports/{again.ImportId}?wearer={wearer}");
    }

    private static string? Answer(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
