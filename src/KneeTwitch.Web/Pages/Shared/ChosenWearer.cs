using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Web.Pages.Shared;

/// <summary>Whose page it is, and who else lives on this installation.</summary>
/// <param name="Wearers">Everybody, by name.</param>
/// <param name="Wearer">The one whose page it is; null where there is none yet, or none of that id.</param>
internal sealed record ChosenWearer(IReadOnlyList<WearerEntry> Wearers, Wearer? Wearer)
{
    public static ChosenWearer None { get; } = new([], null);

    /// <summary>An address inside the pages that stays with this wearer. Ids, not names: addresses end up in logs.</summary>
    public string Link(string path) => Wearers.Count > 1 && Wearer is not null ? $"{path}?wearer={Wearer.Id}" : path;
}
