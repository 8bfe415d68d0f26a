using System.Net;
using System.Text.Json;
using KneeTwitch.Web.Tests.Pages;
using Xunit;

namespace KneeTwitch.Web.Tests.Api;

public class ApiTests(PagesHost host) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task Days_of_a_metric_name_the_silent_ones_as_missing()
    {
        var wearer = await host.MoveInAsync("Jo days");

        var days = (await GetAsync($"/api/days?wearer={wearer}&from=2026-11-01&to=2026-11-15&metric=sleep_minutes")).GetProperty("days");

        Assert.Equal(15, days.GetArrayLength());
        Assert.Equal(["coverage", "day", "metric", "source", "state", "value"], days[0].EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        var missing = days.EnumerateArray().Where(day => day.GetProperty("state").GetString() == "missing").ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, day => Assert.Equal(JsonValueKind.Null, day.GetProperty("value").ValueKind));
        var measured = days.EnumerateArray().First(day => day.GetProperty("state").GetString() == "measured");
        Assert.Equal(0.93, measured.GetProperty("coverage").GetDouble());
        Assert.Equal("Anna's Watch", measured.GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_known_zero_is_a_zero()
    {
        var wearer = await host.MoveInAsync("Jo zero");

        var days = (await GetAsync($"/api/days?wearer={wearer}&metric=leg_minutes")).GetProperty("days");

        Assert.Contains(days.EnumerateArray(), day => day.GetProperty("state").GetString() == "zero" && day.GetProperty("value").GetDouble() == 0);
    }

    [Fact]
    public async Task Alerts_say_what_and_since_when_and_nothing_that_changes_by_itself()
    {
        var wearer = await host.MoveInAsync("Jo alerts");

        var first = await host.Client.GetStringAsync($"/api/alerts?wearer={wearer}", TestContext.Current.CancellationToken);
        var alert = JsonDocument.Parse(first).RootElement.GetProperty("alerts")[0];

        Assert.Equal(["id", "factor", "level", "state", "since", "opened", "evidence", "advice", "rule"], alert.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("R05", "flag", "open", "S7", "/rules/R05"), (alert.GetProperty("factor").GetString(), alert.GetProperty("level").GetString(), alert.GetProperty("state").GetString(), alert.GetProperty("advice")[0].GetString(), alert.GetProperty("rule").GetString()));
        Assert.True(alert.GetProperty("evidence").GetProperty("sleep_limit_minutes").GetDouble() == 420);
        var id = alert.GetProperty("id").GetString();
        var other = await host.MoveInAsync("Jo again");
        Assert.Equal(first, await host.Client.GetStringAsync($"/api/alerts?wearer={other}", TestContext.Current.CancellationToken));
        Assert.Equal("R05-" + alert.GetProperty("opened").GetString(), id);
    }

    [Fact]
    public async Task A_resolved_alert_is_only_listed_when_all_are_asked_for()
    {
        var wearer = await host.MoveInAsync("Jo resolved");
        var id = (await GetAsync($"/api/alerts?wearer={wearer}")).GetProperty("alerts")[0].GetProperty("id").GetString();

        var done = await host.Client.PostAsync($"/api/alerts/{id}/resolve?wearer={wearer}", null, TestContext.Current.CancellationToken);
        var again = await host.Client.PostAsync($"/api/alerts/{id}/acknowledge?wearer={wearer}", null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (done.StatusCode, again.StatusCode));
        Assert.Equal(0, (await GetAsync($"/api/alerts?wearer={wearer}")).GetProperty("alerts").GetArrayLength());
        Assert.Equal("resolved", (await GetAsync($"/api/alerts?wearer={wearer}&all=true")).GetProperty("alerts")[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("/api/days?from=yesterday", 400)]
    [InlineData("/api/days?metric=happiness", 400)]
    [InlineData("/api/days?wearer=nobody", 404)]
    [InlineData("/api/imports/0199b3a0-0000-7000-8000-000000000000", 404)]
    [InlineData("/api/nowhere", 404)]
    public async Task What_cannot_be_answered_is_said_as_problem_details(string path, int status)
    {
        await host.AddWearerAsync($"Kim {Guid.NewGuid()}");

        var answer = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Another_site_cannot_change_anything()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?name=a.zip") { Content = new ByteArrayContent([1]) };
        request.Headers.Add("Origin", "https://elsewhere.example");

        var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_bare_file_is_taken_from_a_script()
    {
        var wearer = await host.AddWearerAsync("Lea");

        var answer = await host.Client.PostAsync($"/api/imports?name=lea.xml&wearer={wearer}", new ByteArrayContent([60, 97, 47, 62]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var list = (await GetAsync($"/api/imports?wearer={wearer}")).GetProperty("imports");
        Assert.Equal(("lea.xml", "accepted", 4), (list[0].GetProperty("file").GetString(), list[0].GetProperty("state").GetString(), list[0].GetProperty("total_bytes").GetInt32()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_beyond_the_limit_is_refused_whether_it_says_its_size_or_not(bool saysSize)
    {
        var wearer = await host.AddWearerAsync($"Max {saysSize}");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/imports?name=big.zip&wearer={wearer}") { Content = new ByteArrayContent(new byte[300_000]) };
        request.Headers.TransferEncodingChunked = !saysSize;

        var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(0, (await GetAsync($"/api/imports?wearer={wearer}")).GetProperty("imports").GetArrayLength());
    }

    private async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await host.Client.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement.Clone();
}
