using Microsoft.AspNetCore.Http;

namespace KneeTwitch.Web.Security;

/// <summary>Refuses a changing request that another site made a browser send. Pages also carry antiforgery tokens; the API has only this.</summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (IsAllowed(context.Request))
        {
            await next(context);
            return;
        }

        await TypedResults
            .Problem("This request came from another site. Open the page itself and try again.", statusCode: StatusCodes.Status403Forbidden, title: "Not from here")
            .ExecuteAsync(context);
    }

    // Browsers always say where a changing request comes from, by one header or both; a request without either is a script of the owner's.
    internal static bool IsAllowed(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
