using KneeTwitch.Pipeline.Storage;
using Microsoft.AspNetCore.Http;

namespace KneeTwitch.Web.Pages.Shared;

/// <summary>Whose page a request asks for: the one in its address by id or name, else the first by name. Asked once a request.</summary>
internal sealed class WearerChoice(WearerDirectory directory, WearerLoader loader, IHttpContextAccessor http)
{
    private Task<ChosenWearer>? choice;

    public Task<ChosenWearer> LoadAsync() => choice ??= ChooseAsync();

    private async Task<ChosenWearer> ChooseAsync()
    {
        var cancel = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        var asked = http.HttpContext?.Request.Query["wearer"].ToString() ?? "";
        var wearers = await directory.ListAsync(cancel);
        var chosen = asked.Length > 0 ? Find(wearers, asked) : wearers.Count > 0 ? wearers[0] : null;
        return new ChosenWearer(wearers, chosen is null ? null : await loader.LoadAsync(chosen.Id, cancel));
    }

    private static WearerEntry? Find(IReadOnlyList<WearerEntry> wearers, string asked) =>
        wearers.FirstOrDefault(wearer => wearer.Name == asked) ?? (Guid.TryParse(asked, out var id) ? wearers.FirstOrDefault(wearer => wearer.Id == id) : null);
}
