using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Which contract carries which family.</summary>
internal static class BatchMessages
{
    internal static IReadingsRead Of(Import import, int batch, ReadingBatch content)
    {
        var (importId, attempt, wearerId, chunks) = (import.ImportId, import.Attempt, import.WearerId, content.Chunks);
        return content.Family switch
        {
            Family.Activity => new ActivityRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            Family.Sleep => new SleepRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            Family.Hydration => new HydrationRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            Family.Nutrition => new NutritionRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            Family.Body => new BodyRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            Family.Diary => new DiaryRead { ImportId = importId, Attempt = attempt, Batch = batch, WearerId = wearerId, Chunks = chunks },
            _ => throw new InvalidOperationException($"No contract carries {content.Family}."),
        };
    }
}
