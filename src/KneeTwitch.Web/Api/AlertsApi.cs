using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Api;

/// <summary>Alerts for scripts, in the shape of <c>alerts --json</c>, and what can be done with one.</summary>
internal static class AlertsApi
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", ListAsync);
        api.MapPost("/alerts/{id}/acknowledge", (string id, WearerChoice choice, AlertActions actions, CancellationToken cancel) =>
            ActAsync(choice, wearerId => actions.AcknowledgeAsync(wearerId, id, cancel)));
        api.MapPost("/alerts/{id}/snooze", (string id, int weeks, WearerChoice choice, AlertActions actions, CancellationToken cancel) =>
            ActAsync(choice, wearerId => actions.SnoozeAsync(wearerId, id, weeks, cancel)));
        api.MapPost("/alerts/{id}/resolve", (string id, WearerChoice choice, AlertActions actions, CancellationToken cancel) =>
            ActAsync(choice, wearerId => actions.ResolveAsync(wearerId, id, cancel)));
    }

    private static async Task<IResult> ListAsync(WearerChoice choice, WearerDatabase database, TimeProvider clock, CancellationToken cancel, bool all = false) =>
        (await choice.LoadAsync()).Wearer is { } wearer
            ? TypedResults.Json(await AlertQuery.LoadAsync(database, wearer.Id, all, clock.GetUtcNow(), cancel), ApiJson.Options)
            : NoWearer.Problem();

    private static async Task<IResult> ActAsync(WearerChoice choice, Func<Guid, Task<AlertOutcome>> act)
    {
        if ((await choice.LoadAsync()).Wearer is not { } wearer)
        {
            return NoWearer.Problem();
        }

        return await act(wearer.Id) switch
        {
            AlertOutcome.Done => TypedResults.NoContent(),
            AlertOutcome.NotFound => TypedResults.Problem("There is no such alert.", statusCode: StatusCodes.Status404NotFound),
            AlertOutcome.Resolved => TypedResults.Problem("This alert is already resolved. It opens again by itself if the pattern comes back.", statusCode: StatusCodes.Status409Conflict),
            AlertOutcome.SpeaksAtOnce => TypedResults.Problem("This alert is a reason to talk to somebody and cannot be snoozed.", statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem("An alert can be snoozed for 1, 2 or 4 weeks.", statusCode: StatusCodes.Status400BadRequest),
        };
    }
}
