using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Microsoft.AspNetCore.Http;

namespace KneeTwitch.Web.Pages.Diary;

/// <summary>What every form of the diary needs.</summary>
internal sealed record DiaryDoor(HandDiary Diary, WearerLoader Wearers, IPublishEndpoint Bus, TimeProvider Clock)
{
    /// <summary>Takes a form in, says which day changed, and goes back to the page.</summary>
    /// <param name="form">The form.</param>
    /// <param name="saved">What the page then says was saved.</param>
    /// <param name="write">Writes the entry.</param>
    public async Task<IResult> TakeAsync(IFormCollection form, string saved, Func<IFormCollection, DiaryDoor, Wearer, CancellationToken, Task<DiaryEntry>> write, CancellationToken cancel)
    {
        if (!Guid.TryParse(DiaryForm.Text(form, "wearer"), out var wearerId))
        {
            return TypedResults.BadRequest();
        }

        try
        {
            var entry = await write(form, this, await Wearers.LoadAsync(wearerId, cancel), cancel);
            await Bus.Publish(new DaysChanged { WearerId = wearerId, UtcDays = entry.Time is { } time ? [time.UtcDay] : [] }, cancel);
            return TypedResults.LocalRedirect($"/diary?wearer={wearerId}&saved={saved}");
        }
        catch (Exception refused) when (refused is DiaryRefusedException or DiaryFormException)
        {
            return TypedResults.Text($"Nothing was saved. {refused.Message} Go back, what you typed is still there.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
