using System.Text.Json;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class RulesTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task Every_rule_is_listed_with_what_the_program_judges_by()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["rules", "--json"]);

        Assert.True(ran.ExitCode == 0, ran.Error);
        var rules = JsonDocument.Parse(ran.Output).RootElement.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RiskFactors.All.Select(factor => $"{factor.Id} {factor.Formula} /rules/{factor.Id}"), rules.Select(rule => $"{Text(rule, "id")} {Text(rule, "formula")} {Text(rule, "page")}"));
        Assert.All(rules, rule => Assert.All((string[])["evidence_tag", "evidence", "quality", "cannot_see", "version"], name => Assert.NotEmpty(Text(rule, name) ?? "")));
    }

    [Fact]
    public async Task One_rule_is_told_for_people_with_the_cautions_of_what_may_help()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["rules", "r09"]);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Contains("Cannot see:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Food only, no tablets.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("R05", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_not_there_is_refused_with_those_that_are()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["rules", "R99"]);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("There is no rule \"R99\". Known are: R01,", ran.Error, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement rule, string name) => rule.GetProperty(name).GetString();
}
