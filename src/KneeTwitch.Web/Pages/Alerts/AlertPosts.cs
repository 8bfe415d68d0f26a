using KneeTwitch.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Pages.Alerts;

/// <summary>Where the forms of an alert's page go. Binding a form asks for its antiforgery token; the answer is the page again, saying what it is now.</summary>
internal static class AlertPosts
{
    public static void MapAlertForms(this IEndpointRouteBuilder app)
    {
        app.MapPost("/alerts/{id}/acknowledge", async (string id, [FromForm] Guid wearer, AlertActions actions, CancellationToken cancel) =>
            Back(id, wearer, await actions.AcknowledgeAsync(wearer, id, cancel)));
        app.MapPost("/alerts/{id}/snooze", async (string id, [FromForm] Guid wearer, [FromForm] int weeks, AlertActions actions, CancellationToken cancel) =>
            Back(id, wearer, await actions.SnoozeAsync(wearer, id, weeks, cancel)));
        app.MapPost("/alerts/{id}/resolve", async (string id, [FromForm] Guid wearer, AlertActions actions, CancellationToken cancel) =>
            Back(id, wearer, await actions.ResolveAsync(wearer, id, cancel)));
    }

    // An alert that was resolved meanwhile, or is gone, is what its page then says.
    private static IResult Back(string id, Guid wearer, AlertOutcome outcome) =>
        outcome == AlertOutcome.BadWeeks
            ? TypedResults.BadRequest()
            : TypedResults.LocalRedirect($"/alerts/{Uri.EscapeDataString(id)}?wearer={wearer}");
}
