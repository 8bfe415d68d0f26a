using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Commands;

/// <summary>
/// Whose data a command is about: the wearer who was named, else the only one there is. The invented wearer counts only while there is
/// nobody else, so that a demo never mixes with a person's own data.
/// </summary>
internal static class WearerChoice
{
    /// <summary>Who is made when the first export comes without a name.</summary>
    private const string Me = "me";

    /// <summary>For commands that look at data.</summary>
    internal static async Task<WearerProfile> FindAsync(OpenDatabase database, string? name, CancellationToken cancel)
    {
        var known = await NamesAsync(database, cancel);
        var chosen = name ?? Only(known) ?? (known.Count == 1 ? known[0] : null);
        return chosen is null
            ? throw new CommandException("Nobody is known yet. Import an export (kneetwitch import FILE), or add somebody (kneetwitch wearer add NAME).")
            : await database.Get<WearerTable>().FindAsync(chosen, cancel) ?? throw Unknown(chosen, known);
    }

    /// <summary>For imports, which make the wearer they need.</summary>
    internal static async Task<WearerProfile> FindOrCreateAsync(OpenDatabase database, string? name, CancellationToken cancel)
    {
        var chosen = name ?? Only(await NamesAsync(database, cancel)) ?? Me;
        var wearers = database.Get<WearerTable>();
        if (await wearers.FindAsync(chosen, cancel) is { } known)
        {
            return known;
        }

        var created = await wearers.CreateAsync(chosen, MachineZone(), cancel);
        return chosen == DemoCommand.WearerName
            ? await wearers.UpdateAsync(created.WearerId, demo => demo.WantsDigest = false, cancel) // Nobody wants a weekly mail about an invented person.
            : created;
    }

    /// <summary>The zone a new wearer is assumed to live in until they or an export say another one.</summary>
    internal static string MachineZone() => TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC";

    private static string? Only(IReadOnlyList<string> known)
    {
        var people = known.Where(name => name != DemoCommand.WearerName).ToList();
        return people.Count > 1
            ? throw new CommandException($"There are several wearers ({string.Join(", ", people)}). Say whom you mean with --wearer NAME.")
            : people.SingleOrDefault();
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(OpenDatabase database, CancellationToken cancel) =>
        [.. (await database.Get<WearerDirectory>().ListAsync(cancel)).Select(wearer => wearer.Name)];

    private static CommandException Unknown(string name, IReadOnlyList<string> known) =>
        new($"There is no wearer \"{name}\". Known: {(known.Count == 0 ? "nobody yet" : string.Join(", ", known))}. Add one with kneetwitch wearer add NAME.");
}
