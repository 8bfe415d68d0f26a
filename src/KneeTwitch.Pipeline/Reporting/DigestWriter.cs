using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Weeks;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Writes the mail of a wearer's week from what is stored.</summary>
public sealed class DigestWriter(WearerDatabase database, WearerLoader wearers, DayTable dayTable, DiaryTable diaryTable, DigestLetter letter)
{
    /// <summary>As far back as a chart and a review look: eight weeks.</summary>
    private const int DaysShown = 56;

    /// <summary>The mail; null where nothing is known of the week and of the four before it.</summary>
    /// <exception cref="StorageException">There is no such wearer.</exception>
    public async Task<MimeMessage?> WriteAsync(Guid wearerId, DateOnly weekEnding, CancellationToken cancel)
    {
        var days = await dayTable.LoadAsync(wearerId, weekEnding.AddDays(1 - DaysShown), weekEnding, cancel);
        if (days.Count == 0)
        {
            return null;
        }

        var wearer = await wearers.LoadAsync(wearerId, cancel);
        var history = new History(wearer, days, weekEnding, await diaryTable.LoadAsync(wearerId, wearer.Zones, cancel));
        await using var db = database.Open(wearerId);
        var judged = await db.Assessments.AsNoTracking().Where(row => row.Day >= weekEnding.AddDays(-7) && row.Day <= weekEnding).ToListAsync(cancel);
        var alerts = await db.Alerts.AsNoTracking().ToListAsync(cancel);
        var review = WeekReview.Of(history, judged.ConvertAll(row => row.ToAssessment()), alerts, weekEnding);
        var address = await db.Wearers.Where(row => row.WearerId == wearerId).Select(row => row.Email).SingleAsync(cancel);
        return review.Metrics.Count == 0 ? null : await letter.WriteAsync(DigestContent.Of(review, history, RiskFactors.All), address);
    }
}
