using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Summarizing;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Who wears the devices: profile and zone.</summary>
internal static class WearerCommand
{
    private static readonly Argument<string> NewName = new("NAME") { Description = "What commands and pages call them." };
    private static readonly Argument<string> Name = new("NAME") { Description = "The wearer, by name." };
    private static readonly Option<int?> BirthYear = new("--birth-year") { Description = "Year of birth, such as 1988." };
    private static readonly Option<Sex?> SexOption = new("--sex") { Description = "female, male or unknown: reference values depend on it." };
    private static readonly Option<double?> Height = new("--height") { Description = "Height in cm." };
    private static readonly Option<double?> Mass = new("--mass") { Description = "Body mass in kg." };
    private static readonly Option<double?> MaximalHeartRate = new("--max-heart-rate") { Description = "Maximal heart rate in beats per minute from a test; 0 goes back to the estimate from age." };
    private static readonly Option<bool?> Pregnant = new("--pregnant") { Description = "true or false: the need for drinks depends on it." };
    private static readonly Option<bool?> Lactating = new("--lactating") { Description = "true or false: the need for drinks depends on it." };
    private static readonly Option<bool?> KidneyDisease = new("--kidney-disease") { Description = "true or false: what is suggested to eat and drink depends on it." };
    private static readonly Option<string?> Email = new("--email") { Description = "Where the weekly mail goes; an empty text forgets the address." };
    private static readonly Option<bool?> WantsDigest = new("--digest") { Description = "true or false: whether the weekly mail is wanted." };
    private static readonly Option<string?> Zone = new("--zone") { Description = "The IANA zone they live in, such as Europe/Berlin.", HelpName = "ZONE" };
    private static readonly Option<DateOnly?> ZoneFrom = new("--zone-from") { Description = "The day from which the zone holds; without it, always.", HelpName = "DAY" };
    private static readonly Option<string?> Rename = new("--name") { Description = "A new name." };

    private static readonly Option[] Profile = [BirthYear, SexOption, Height, Mass, MaximalHeartRate, Pregnant, Lactating, KidneyDisease, Email, WantsDigest, Zone, ZoneFrom];

    internal static Command Create() => Verb.Group("wearer", "Who wears the devices: add somebody, list everybody, set profile and zone.",
    [
        Verb.Of("add", "Add a wearer.", [NewName, .. Profile], AddAsync),
        Verb.Of("list", "List all wearers.", [Verb.Json], ListAsync),
        Verb.Of("set", "Change a wearer's profile or zone; what is not given stays.", [Name, .. Profile, Rename], SetAsync),
    ]);

    private static async Task<int> AddAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var profile = await database.Get<WearerTable>().CreateAsync(run.Get(NewName) ?? "", run.Get(Zone) ?? WearerChoice.MachineZone(), cancel);
        await ApplyAsync(run, database, profile.WearerId, cancel);
        Screen.Note($"Added {profile.Name}.");
        return 0;
    }

    private static async Task<int> SetAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var profile = await WearerChoice.FindAsync(database, run.Get(Name), cancel);
        await ApplyAsync(run, database, profile.WearerId, cancel);
        await new DaySummaries(database.Get<WearerDatabase>()).RefreshAsync(profile.WearerId, cancel);
        Screen.Note("Saved, and the days it changes are counted anew. Flags follow with the next import or analysis (kneetwitch analyze).");
        return 0;
    }

    private static async Task<int> ListAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        List<(WearerProfile Profile, Wearer Known)> wearers = [];
        foreach (var entry in await database.Get<WearerDirectory>().ListAsync(cancel))
        {
            if (await database.Get<WearerTable>().FindAsync(entry.Name, cancel) is { } profile)
            {
                wearers.Add((profile, await database.Get<WearerLoader>().LoadAsync(entry.Id, cancel)));
            }
        }

        if (run.WantsJson)
        {
            Screen.Json(new
            {
                wearers = wearers.Select(wearer => new
                {
                    wearer.Known.Id,
                    wearer.Known.Name,
                    wearer.Known.BirthYear,
                    wearer.Known.Sex,
                    wearer.Known.HeightCm,
                    wearer.Known.MassKg,
                    wearer.Known.IsPregnant,
                    wearer.Known.IsLactating,
                    wearer.Known.HasKidneyDisease,
                    Zone = wearer.Profile.CurrentZone,
                    wearer.Profile.WantsDigest,
                }),
            });
            return 0;
        }

        run.Screen.Table(["name", "born", "sex", "height cm", "mass kg", "zone", "weekly mail"], wearers.Select(wearer => Row(wearer.Profile, wearer.Known)));
        return 0;
    }

    private static async Task ApplyAsync(Invocation run, OpenDatabase database, Guid wearerId, CancellationToken cancel)
    {
        var wearers = database.Get<WearerTable>();
        if (run.Get(Zone) is { } zone)
        {
            await wearers.SetZoneAsync(wearerId, zone, run.Get(ZoneFrom), cancel);
        }

        await wearers.UpdateAsync(wearerId, profile => Apply(run, profile), cancel);
    }

    private static void Apply(Invocation run, WearerProfile profile)
    {
        profile.BirthYear = run.Get(BirthYear) ?? profile.BirthYear;
        profile.Sex = run.Get(SexOption) ?? profile.Sex;
        profile.HeightCm = run.Get(Height) ?? profile.HeightCm;
        profile.MassKg = run.Get(Mass) ?? profile.MassKg;
        profile.MaximalHeartRateBpm = run.Get(MaximalHeartRate) is { } bpm ? (bpm > 0 ? bpm : null) : profile.MaximalHeartRateBpm;
        profile.IsPregnant = run.Get(Pregnant) ?? profile.IsPregnant;
        profile.IsLactating = run.Get(Lactating) ?? profile.IsLactating;
        profile.HasKidneyDisease = run.Get(KidneyDisease) ?? profile.HasKidneyDisease;
        profile.Email = run.Get(Email) is { } email ? (email.Length == 0 ? null : email) : profile.Email;
        profile.WantsDigest = run.Get(WantsDigest) ?? profile.WantsDigest;
        profile.Name = run.Get(Rename) ?? profile.Name;
    }

    /// <summary>What exports show counts here as it counts for the rules: where the profile leaves it open.</summary>
    private static string[] Row(WearerProfile profile, Wearer wearer) =>
    [
        wearer.Name,
        wearer.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        wearer.Sex.ToString().ToLowerInvariant(),
        wearer.HeightCm?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
        wearer.MassKg?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
        profile.CurrentZone,
        profile.WantsDigest ? profile.Email is null ? "yes, as a file" : "yes" : "no",
    ];
}
