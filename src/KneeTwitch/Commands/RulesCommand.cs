using System.CommandLine;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Every rule with its formula, evidence and limits, out of the code that judges. Needs no database.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "One rule, such as R05.", Arity = ArgumentArity.ZeroOrOne };

    internal static Command Create() =>
        Verb.Of("rules", "Explain every rule, or one: formula, thresholds, evidence, what it cannot see, what may be tried.", [Id, Verb.Json], RunAsync);

    private static Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var rules = run.Get(Id) is { } id
            ? (IReadOnlyList<RuleSheet>)[RuleSheet.Find(id) ?? throw new CommandException($"There is no rule \"{id}\". Known are: {string.Join(", ", RuleSheet.All.Select(rule => rule.Id))}.")]
            : RuleSheet.All;
        if (run.WantsJson)
        {
            Screen.Json(new { rules = rules.Select(Json) });
        }
        else
        {
            foreach (var rule in rules)
            {
                Print(run.Screen, rule);
            }
        }

        return Task.FromResult(0);
    }

    private static void Print(Screen screen, RuleSheet rule)
    {
        screen.Title($"{rule.Id} {rule.Name}", $"version {rule.Version}");
        Screen.Say($"  {rule.Looks}");
        Screen.Say($"  Formula: {rule.Formula}");
        if (rule.Persistence is { } persistence)
        {
            Screen.Say($"  Persistence: {persistence}");
        }

        Screen.Say($"  Evidence that it matters for twitching: {rule.EvidenceTag} ({rule.Evidence}). {rule.Basis}");
        Screen.Say($"  Observed by: {rule.QualityTag} ({rule.Quality}).");
        Screen.Say($"  Cannot see: {rule.CannotSee}");
        foreach (var strategy in rule.Strategies)
        {
            Screen.Say($"  May help, {strategy.Id} {strategy.Name}: {strategy.How} {strategy.Evidence} {string.Join(' ', strategy.Cautions)}");
        }

        Screen.Say("");
    }

    private static object Json(RuleSheet rule) => new
    {
        rule.Id,
        rule.Key,
        rule.Name,
        rule.Version,
        rule.Looks,
        rule.Formula,
        rule.Persistence,
        rule.EvidenceTag,
        rule.Evidence,
        rule.Basis,
        rule.QualityTag,
        rule.Quality,
        rule.CannotSee,
        rule.Strategies,
        Page = RulePage.PathOf(rule.Id),
    };
}
