using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KneeTwitch.Web.Pages.Diary;

/// <summary>Where the forms of the diary go. Binding a form asks for its antiforgery token; the answer is the page again. Days and flags follow on the bus.</summary>
internal static class DiaryPosts
{
    public static void MapDiaryForms(this IEndpointRouteBuilder app)
    {
        app.MapPost("/diary/check-in", ([FromForm] IFormCollection form, [AsParameters] DiaryDoor door, CancellationToken cancel) => door.TakeAsync(form, "check-in", CheckInAsync, cancel));
        app.MapPost("/diary/twitch", ([FromForm] IFormCollection form, [AsParameters] DiaryDoor door, CancellationToken cancel) => door.TakeAsync(form, "twitch", TwitchAsync, cancel));
        app.MapPost("/diary/medicine", ([FromForm] IFormCollection form, [AsParameters] DiaryDoor door, CancellationToken cancel) => door.TakeAsync(form, "medicine", MedicineAsync, cancel));
        app.MapPost("/diary/stop", ([FromForm] IFormCollection form, [AsParameters] DiaryDoor door, CancellationToken cancel) => door.TakeAsync(form, "stop", StopAsync, cancel));
        app.MapPost("/diary/delete", ([FromForm] IFormCollection form, [AsParameters] DiaryDoor door, CancellationToken cancel) => door.TakeAsync(form, "delete", DeleteAsync, cancel));
    }

    // The day is the form's: one that was opened before midnight speaks of the day it shows.
    private static Task<DiaryEntry> CheckInAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel)
    {
        var day = DiaryForm.Day(form, "day") ?? throw new DiaryFormException("The form says no day.");
        var (shown, sent) = (Shown(form), DiaryForm.CheckInOf(form));
        return door.Diary.WriteAsync(wearer.Id, HandDiary.CheckInKey(day), before => DiaryEdit.Change(before as CheckIn, shown, sent), DiaryTime.On(day), cancel);
    }

    private static Task<DiaryEntry> TwitchAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel)
    {
        var at = DiaryForm.Moment(form, "at") is { } local ? wearer.Zones.ToUtc(local) : door.Clock.GetUtcNow();
        return door.Diary.WriteAsync(wearer.Id, NewKey(form), _ => DiaryForm.TwitchOf(form), DiaryTime.Instant(at), cancel);
    }

    private static Task<DiaryEntry> MedicineAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel)
    {
        var since = DiaryForm.Day(form, "since") ?? wearer.Zones.DayOf(door.Clock.GetUtcNow());
        return door.Diary.WriteAsync(wearer.Id, NewKey(form), _ => DiaryForm.MedicineOf(form), DiaryTime.On(since), cancel);
    }

    private static async Task<DiaryEntry> StopAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel)
    {
        var known = await KnownAsync(form, door, wearer, cancel);
        var stopped = DiaryForm.Day(form, "stopped") ?? wearer.Zones.DayOf(door.Clock.GetUtcNow());
        var changes = new JsonObject { ["stopped_on"] = stopped.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return await door.Diary.WriteAsync(wearer.Id, known.Key, "medicine", changes, time: null, cancel);
    }

    private static async Task<DiaryEntry> DeleteAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel) =>
        await door.Diary.DeleteAsync(wearer.Id, await KnownAsync(form, door, wearer, cancel), cancel);

    private static async Task<DiaryEntry> KnownAsync(IFormCollection form, DiaryDoor door, Wearer wearer, CancellationToken cancel) =>
        (await door.Diary.FindAsync(wearer.Id, wearer.Zones, DiaryForm.Text(form, "entry") ?? "", cancel)).Entry;

    private static string NewKey(IFormCollection form) =>
        Guid.TryParse(DiaryForm.Text(form, "made"), out var made) ? HandDiary.NewKey(made) : throw new DiaryFormException("The form is not complete.");

    private static CheckIn Shown(IFormCollection form)
    {
        try
        {
            return DiaryForm.Text(form, "shown") is { } json && DiaryJson.Read(json) is CheckIn shown ? shown : new CheckIn();
        }
        catch (JsonException)
        {
            throw new DiaryFormException("The form is not complete.");
        }
    }
}
