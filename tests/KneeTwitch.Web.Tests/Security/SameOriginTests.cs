using KneeTwitch.Web.Security;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace KneeTwitch.Web.Tests.Security;

public class SameOriginTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", "http://localhost:5080", false)]
    [InlineData(null, "http://localhost:5080", true)]
    [InlineData(null, "http://localhost:9999", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, true)]
    public void A_changing_request_must_come_from_here_or_from_no_browser(string? site, string? origin, bool expected)
    {
        var request = Request("POST");
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers.Origin = origin;

        Assert.Equal(expected, SameOrigin.IsAllowed(request));
    }

    [Fact]
    public void Reading_is_allowed_from_a_link_elsewhere()
    {
        var request = Request("GET");
        request.Headers["Sec-Fetch-Site"] = "cross-site";

        Assert.True(SameOrigin.IsAllowed(request));
    }

    private static HttpRequest Request(string method)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Scheme = "http";
        request.Host = new HostString("localhost", 5080);
        return request;
    }
}
