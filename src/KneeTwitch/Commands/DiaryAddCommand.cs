using System.CommandLine;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Writes an entry of the diary, or changes one.</summary>
internal static class DiaryAddCommand
{
    internal static readonly Option<bool> Later = new("--later") { Description = "Do not judge the days now; the next import or analysis does." };

    private static readonly Option<string?> Id = new("--id") { Description = "Change this entry instead: what is given is changed, the rest stays. The beginning of the id is enough.", HelpName = "ID" };
    private static readonly Option<string?> Remark = new("--note") { Description = "Free words beside it.", HelpName = "TEXT" };

    private static readonly Option<string[]?> Clear = new("--clear")
    {
        Description = "With --id, take back what was said under these options, such as minutes.",
        HelpName = "OPTION",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = typed => [.. DiaryWord.Split(typed)],
    };

    internal static Command Create() => Verb.Group("add", "Write an entry, or change one with --id.",
    [
        .. DiaryKind.All.Select(kind => Verb.Of(
            kind.Verb,
            kind.Says,
            [.. kind.Fields.Select(field => field.Symbol), .. kind.Kind == "note" ? Array.Empty<Symbol>() : [Remark], .. DiaryMoment.Options, Id, Clear, Later, Verb.Json],
            (run, cancel) => RunAsync(kind, run, cancel))),
    ]);

    private static async Task<int> RunAsync(DiaryKind kind, Invocation run, CancellationToken cancel)
    {
        var changes = Changes(kind, run);
        var id = run.Get(Id);
        if (id is null)
        {
            Check(kind, changes);
        }

        await using var database = await run.OpenAsync(cancel);
        var profile = await WearerChoice.FindOrCreateAsync(database, run.WearerName, cancel);
        var wearer = await database.Get<WearerLoader>().LoadAsync(profile.WearerId, cancel);
        var entry = await WriteAsync(kind, changes, id, run, database, wearer, cancel);
        if (run.WantsJson)
        {
            Screen.Json(DiaryReport.Json(new DiaryItem<DiaryFact>(entry.Time?.DayIn(wearer.Zones) ?? default, entry, entry.What ?? new Note())));
        }
        else
        {
            Screen.Say($"Saved as {DiaryReport.ShortId(entry)}: {kind.Verb}{(entry.What is { } what && DiaryWords.Says(what) is { Length: > 0 } says ? $", {says}" : "")}.");
        }

        await DiaryFollowUp.JudgeAsync(run, database, wearer.Id, cancel);
        return 0;
    }

    private static async Task<DiaryEntry> WriteAsync(DiaryKind kind, JsonObject changes, string? id, Invocation run, OpenDatabase database, Wearer wearer, CancellationToken cancel)
    {
        var (diary, now) = (database.Get<HandDiary>(), database.Get<TimeProvider>().GetUtcNow());
        var time = DiaryMoment.Typed(run, wearer.Zones, now);
        var known = id is null ? null : await diary.FindAsync(wearer.Id, wearer.Zones, id, cancel);
        if (kind.Kind == "check_in")
        {
            var day = time?.DayIn(wearer.Zones) ?? known?.Day ?? wearer.Zones.DayOf(now);
            return await diary.WriteAsync(wearer.Id, known?.Entry.Key ?? HandDiary.CheckInKey(day), before => CheckedIn(before, changes), DiaryTime.On(day), cancel);
        }

        time ??= known is not null ? null : kind.IsOfDay ? DiaryTime.On(wearer.Zones.DayOf(now)) : DiaryTime.Instant(now);
        return await diary.WriteAsync(wearer.Id, known?.Entry.Key ?? HandDiary.NewKey(Guid.NewGuid()), kind.Kind, changes, time, cancel);
    }

    /// <summary>What is said now over what was said before; what is taken back is taken out of both.</summary>
    private static DiaryFact CheckedIn(DiaryFact? before, JsonObject changes)
    {
        if (before is not (null or CheckIn))
        {
            throw new CommandException("That entry is no check-in.");
        }

        var said = (CheckIn)DiaryEdit.Apply(null, "check_in", changes);
        var taken = new JsonObject(changes.Where(field => field.Value is null).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)null)));
        return DiaryEdit.Apply(before is CheckIn older ? said.Over(older) : said, "check_in", taken);
    }

    private static JsonObject Changes(DiaryKind kind, Invocation run)
    {
        var changes = new JsonObject();
        foreach (var option in run.Get(Clear) ?? [])
        {
            var field = option is "note" ? "remark" : kind.Fields.FirstOrDefault(field => field.Symbol.Name.TrimStart('-') == option.TrimStart('-') && !field.IsNeeded)?.Name;
            changes[field ?? throw new CommandException($"\"{option}\" is nothing of a {kind.Verb} that can be taken back.")] = null;
        }

        foreach (var field in kind.Fields)
        {
            if (field.Read(run) is { } value)
            {
                changes[field.Name] = value;
            }
        }

        if (kind.Kind != "note" && run.Get(Remark) is { } remark)
        {
            changes["remark"] = remark;
        }

        return changes;
    }

    private static void Check(DiaryKind kind, JsonObject changes)
    {
        var missing = kind.Fields.Where(field => field.IsNeeded && changes[field.Name] is null).Select(field => field.Symbol.Name).ToList();
        if (missing.Count > 0)
        {
            throw new CommandException($"A {kind.Verb} needs {string.Join(" and ", missing)}.");
        }

        if (kind.Kind == "check_in" && changes.Count == 0)
        {
            throw new CommandException("A check-in that says nothing is none. Say something, such as --twitch no.");
        }
    }
}
