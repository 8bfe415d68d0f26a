using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Pages.Sources;

/// <summary>Where the forms of the page of sources go. Binding a form asks for its antiforgery token; the answer is the page again.</summary>
internal static class TrustPost
{
    public static void MapTrust(this IEndpointRouteBuilder app) => app.MapPost("/sources/trust", SaveAsync);

    // An empty rank goes back to the default. The days follow on the bus: they are no page's to compute.
    private static async Task<IResult> SaveAsync(
        [FromForm] Guid wearer,
        [FromForm] string metric,
        [FromForm] string source,
        [FromForm] int? rank,
        WearerDatabase database,
        WearerTable wearers,
        IPublishEndpoint bus,
        CancellationToken cancel)
    {
        if (Metrics.Find(metric) is not { } known || await SourceQuery.DaysAsync(database, wearer, known, source, cancel) is not { Count: > 0 } days)
        {
            return TypedResults.NotFound();
        }

        await wearers.SetTrustAsync(wearer, known, source, rank, cancel);
        await bus.Publish(new DaysChanged { WearerId = wearer, UtcDays = days }, cancel);
        return TypedResults.LocalRedirect($"/sources?wearer={wearer}&saved={metric}#trust-{metric}");
    }
}
