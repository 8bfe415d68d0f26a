using Microsoft.AspNetCore.Http;

namespace KneeTwitch.Web.Api;

/// <summary>The answer where nobody is there to ask about.</summary>
internal static class NoWearer
{
    public static IResult Problem() =>
        TypedResults.Problem("There is no such wearer here. Import an export first, or name one that is listed by kneetwitch wearer list.", statusCode: StatusCodes.Status404NotFound, title: "No such wearer");
}
