using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Api;

/// <summary>Daily summaries for scripts, in the shape of <c>days --json</c>.</summary>
internal static class DaysApi
{
    public static void MapDays(this IEndpointRouteBuilder api) => api.MapGet("/days", GetAsync);

    private static async Task<IResult> GetAsync(WearerChoice choice, WearerDatabase database, string? from, string? to, string? metric, CancellationToken cancel)
    {
        if (!IsDay(from, out var first) || !IsDay(to, out var last))
        {
            return TypedResults.Problem("A day is written like 2026-03-01.", statusCode: StatusCodes.Status400BadRequest);
        }

        var wanted = metric is null ? null : Metrics.Find(metric);
        if (metric is not null && wanted is null)
        {
            return TypedResults.Problem("There is no such metric. Names are written like sleep_minutes or water_ml.", statusCode: StatusCodes.Status400BadRequest);
        }

        return (await choice.LoadAsync()).Wearer is { } wearer
            ? TypedResults.Json(await DayQuery.LoadAsync(database, wearer.Id, first, last, wanted, cancel), ApiJson.Options)
            : NoWearer.Problem();
    }

    private static bool IsDay(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return text is null || day is not null;
    }
}
