using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Statistics;
using KneeTwitch.Core.Trials;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>On/off trials: does a relief strategy do anything for this wearer?</summary>
internal static class TrialCommand
{
    private const int UsualPairs = 6;

    private static readonly Option<string> Chosen = new("--strategy") { Description = "What is tried: S1 to S8 (kneetwitch rules tells what fits).", HelpName = "ID", Required = true };
    private static readonly Option<DateOnly?> Start = new("--start") { Description = "The first day, tomorrow at the earliest; without it, next Monday.", HelpName = "DAY" };
    private static readonly Option<int> Pairs = new("--pairs") { Description = $"Pairs of weeks; fewer than {TrialPlan.PairsForVerdict} can only be counted.", DefaultValueFactory = _ => UsualPairs };
    private static readonly Option<int> Drop = new("--drop-days") { Description = "Days left out at the beginning of each week, 0 to 2, where what was done before may still act. Decided now." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "What the order is drawn with; without it, a random one. It is kept." };
    private static readonly Argument<string> Kept = new("yes|no") { Description = "Whether you followed it (in a week without it: whether you did it all the same)." };
    private static readonly Option<DateOnly?> Day = new("--day") { Description = "The day; without it, today.", HelpName = "DAY" };

    internal static Command Create() => Verb.Group("trial", "Try a relief strategy in weeks with and weeks without it, in an order that is drawn before.",
    [
        Verb.Of("start", "Draw the order of the weeks and keep it.", [Chosen, Start, Pairs, Drop, Seed, Verb.Json], StartAsync),
        Verb.Of("status", "Show which week it is, and the counts so far.", [Verb.Json], StatusAsync),
        Verb.Of("log", "Say whether you followed the strategy on a day.", [Kept, Day], LogAsync),
        Verb.Of("stop", "End it early: it then has counts, but no verdict.", [Verb.Json], StopAsync),
    ]);

    private static async Task<int> StartAsync(Invocation run, CancellationToken cancel)
    {
        var strategy = Strategies.Find(run.Get(Chosen) ?? "")
            ?? throw new CommandException($"There is no strategy \"{run.Get(Chosen)}\". Known are: {string.Join(", ", Strategies.All.Select(one => $"{one.Id} {one.Name}"))}.");
        Between(run.Get(Pairs), 1, SignFlip.MostPairs, "--pairs");
        Between(run.Get(Drop), 0, 2, "--drop-days");
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var trials = database.Get<TrialTable>();
        var start = run.Get(Start) ?? NextMonday(await trials.TodayAsync(wearer.WearerId, cancel));
        await trials.StartAsync(wearer.WearerId, TrialPlan.Draw(strategy.Id, start, run.Get(Pairs), run.Get(Seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue), run.Get(Drop)), cancel);
        if (!run.WantsJson)
        {
            Screen.Say($"{strategy.Name}: {strategy.How}");
            Screen.Say($"Take care: {string.Join(' ', strategy.Cautions)}");
            Screen.Say($"Every evening: check in whether there was a twitch, and kneetwitch trial log yes (or no). A week counts with {TrialWeek.DaysNeeded} check-ins.");
        }

        TrialLines.Write(run, await trials.FindAsync(wearer.WearerId, cancel));
        return 0;
    }

    private static async Task<int> StatusAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        TrialLines.Write(run, await database.Get<TrialTable>().FindAsync(wearer.WearerId, cancel));
        return 0;
    }

    private static async Task<int> LogAsync(Invocation run, CancellationToken cancel)
    {
        var isKept = run.Get(Kept)?.ToLowerInvariant() switch
        {
            "yes" => true,
            "no" => false,
            var other => throw new CommandException($"Say yes or no instead of \"{other}\"."),
        };
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var (strategy, day) = await database.Get<TrialTable>().LogAsync(wearer.WearerId, run.Get(Day), isKept, cancel);
        Screen.Note(string.Create(CultureInfo.InvariantCulture, $"Kept: {strategy} on {day:yyyy-MM-dd}: {(isKept ? "yes" : "no")}."));
        return 0;
    }

    private static async Task<int> StopAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        TrialLines.Write(run, await database.Get<TrialTable>().StopAsync(wearer.WearerId, cancel));
        return 0;
    }

    private static DateOnly NextMonday(DateOnly today) => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));

    private static void Between(int number, int least, int most, string option)
    {
        if (number < least || number > most)
        {
            throw new CommandException($"{option} is {least} to {most}.");
        }
    }
}
