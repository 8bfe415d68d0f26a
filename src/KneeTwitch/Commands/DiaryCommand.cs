using System.CommandLine;
using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>What the wearer writes down themselves.</summary>
internal static class DiaryCommand
{
    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, such as 2026-03-01.", HelpName = "DAY" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "Last day.", HelpName = "DAY" };
    private static readonly Argument<string[]> Ids = new("ID") { Description = "Entries as the list shows them.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Kind = new("--kind")
    {
        Description = $"Only entries of this kind: {string.Join(", ", DiaryKind.All.Select(kind => kind.Verb))}.",
        HelpName = "KIND",
    };

    internal static Command Create() => Verb.Group("diary", "Twitches, check-ins, medicines and what else you write down yourself.",
    [
        DiaryAddCommand.Create(),
        Verb.Of("list", "List entries.", [From, To, Kind, Verb.Json], ListAsync),
        ImportCommand.Create("Import a diary (your own CSV or NDJSON, or Bearable) and wait; the same as kneetwitch import."),
        Verb.Of("delete", "Delete entries.", [Ids, DiaryAddCommand.Later], DeleteAsync),
    ]);

    private static async Task<int> ListAsync(Invocation run, CancellationToken cancel)
    {
        var kind = run.Get(Kind)?.Replace('-', '_');
        if (kind is not null && DiaryJson.TypeOf(kind) is null)
        {
            throw new CommandException($"There is no kind \"{run.Get(Kind)}\". Known are: {string.Join(", ", DiaryKind.All.Select(known => known.Verb))}.");
        }

        await using var database = await run.OpenAsync(cancel);
        var profile = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var wearer = await database.Get<WearerLoader>().LoadAsync(profile.WearerId, cancel);
        var diary = await database.Get<DiaryTable>().LoadAsync(wearer.Id, wearer.Zones, cancel);
        var items = diary.Items
            .Where(item => item.Day >= (run.Get(From) ?? DateOnly.MinValue) && item.Day <= (run.Get(To) ?? DateOnly.MaxValue) && (kind is null || DiaryJson.KindOf(item.What) == kind))
            .ToList();
        if (run.WantsJson)
        {
            Screen.Json(new { entries = items.Select(DiaryReport.Json) });
        }
        else if (items.Count == 0)
        {
            Screen.Note($"{wearer.Name} has no entry in that span. Write one: kneetwitch diary add check-in --twitch no.");
        }
        else
        {
            DiaryReport.Print(run.Screen, items, wearer.Zones);
        }

        return 0;
    }

    private static async Task<int> DeleteAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var profile = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var wearer = await database.Get<WearerLoader>().LoadAsync(profile.WearerId, cancel);
        var diary = database.Get<HandDiary>();
        List<DiaryEntry> entries = [];
        foreach (var id in (run.Get(Ids) ?? []).Distinct())
        {
            entries.Add((await diary.FindAsync(wearer.Id, wearer.Zones, id, cancel)).Entry);
        }

        foreach (var entry in entries)
        {
            await diary.DeleteAsync(wearer.Id, entry, cancel);
            Screen.Note(entry.Source == DiaryEntry.Hand
                ? $"Deleted {DiaryReport.ShortId(entry)}."
                : $"Deleted {DiaryReport.ShortId(entry)}. It came from {entry.Source.Name}: delete it there, too, or a later export brings it back.");
        }

        await DiaryFollowUp.JudgeAsync(run, database, wearer.Id, cancel);
        return 0;
    }
}
