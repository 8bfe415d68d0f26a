using KneeTwitch.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Pages.Imports;

/// <summary>Where the upload form goes without script; the answer is a page.</summary>
internal static class UploadPost
{
    public static void MapUpload(this IEndpointRouteBuilder app) => app.MapPost("/imports/upload", TakeAsync);

    private static async Task<IResult> TakeAsync(HttpContext context, Uploads uploads, CancellationToken cancel)
    {
        var (import, problem) = await uploads.TakeAsync(context, isForm: true, cancel);
        return import is not null
            ? TypedResults.LocalRedirect($"/imports/{import.ImportId}?wearer={import.WearerId}")
            : new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Refusal)] = problem?.Detail }) { StatusCode = problem?.Status };
    }
}
