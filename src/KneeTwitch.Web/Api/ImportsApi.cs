using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Imports;
using KneeTwitch.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Api;

/// <summary>Imports for scripts, and for the page that shows one going on.</summary>
internal static class ImportsApi
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/imports", ListAsync);
        api.MapGet("/imports/{id:guid}", FindAsync);
        api.MapPost("/imports", TakeAsync);
    }

    private static async Task<IResult> ListAsync(WearerChoice choice, WearerDatabase database, CancellationToken cancel) =>
        (await choice.LoadAsync()).Wearer is { } wearer
            ? TypedResults.Json(new ImportsAnswer([.. (await ImportView.ListAsync(database, wearer.Id, cancel)).Select(ImportAnswer.Of)]), ApiJson.Options)
            : NoWearer.Problem();

    private static async Task<IResult> FindAsync(Guid id, WearerChoice choice, WearerDatabase database, CancellationToken cancel)
    {
        if ((await choice.LoadAsync()).Wearer is not { } wearer)
        {
            return NoWearer.Problem();
        }

        return await ImportView.FindAsync(database, wearer.Id, id, cancel) is { } view
            ? TypedResults.Json(ImportAnswer.Of(view), ApiJson.Options)
            : TypedResults.Problem("There is no such import.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, Uploads uploads, CancellationToken cancel)
    {
        var (import, problem) = await uploads.TakeAsync(context, isForm: false, cancel);
        return import is not null
            ? TypedResults.Json(ImportAnswer.Of(new ImportView(new ImportStanding(import, 0, 0, 0))), ApiJson.Options, statusCode: StatusCodes.Status202Accepted)
            : TypedResults.Problem(problem?.Detail, statusCode: problem?.Status);
    }
}
