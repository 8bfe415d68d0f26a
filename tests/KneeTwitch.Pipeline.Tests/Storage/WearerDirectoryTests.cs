using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class WearerDirectoryTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly Yesterday = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_schedule_finds_those_with_days_who_are_not_judged_yet()
    {
        var (judged, waiting, never) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
        await fresh.AddWearerAsync("without any day");
        await AddDayAsync(judged, Yesterday);
        await AddDayAsync(waiting, Yesterday.AddDays(-1));
        await AddDayAsync(never, null);

        var due = await fresh.Directory.NotAnalyzedAsync("Europe/Berlin", Yesterday, Cancel);

        Assert.Equal(new[] { waiting, never }.Order(), due.Select(wearer => wearer.Id).Order());
        Assert.Empty(await fresh.Directory.NotAnalyzedAsync("Asia/Tokyo", Yesterday, Cancel));
    }

    [Fact]
    public async Task A_mail_that_is_sent_or_claimed_is_not_due_but_one_that_failed_is_at_its_time()
    {
        var (fresher, sent, failed, later) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync(), await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
        var declined = await fresh.AddWearerAsync();
        await fresh.Wearers().UpdateAsync(declined, profile => profile.WantsDigest = false, Cancel);
        await AddDigestAsync(sent, sentAt: Now, nextAttemptAt: null);
        await AddDigestAsync(failed, sentAt: null, nextAttemptAt: Now);
        await AddDigestAsync(later, sentAt: null, nextAttemptAt: Now.AddMinutes(1));

        var due = (await fresh.Directory.DigestCandidatesAsync(Yesterday, Now, Cancel)).Select(wearer => wearer.Id).ToHashSet();

        Assert.Superset(new HashSet<Guid> { fresher, failed }, due);
        Assert.DoesNotContain(due, id => id == sent || id == later || id == declined);
    }

    private async Task AddDayAsync(Guid wearer, DateOnly? judgedThrough)
    {
        await using var db = fresh.Database.Open(wearer);
        db.Days.Add(new StoredDay { WearerId = wearer, Day = Yesterday, Metrics = [], Values = [], States = [], Coverages = [], Sources = [], Sessions = [], Provenance = [], Notes = [] });
        if (judgedThrough is { } through)
        {
            db.AnalyzedWearers.Add(new AnalyzedWearer { WearerId = wearer, Through = through, At = Now });
        }

        await db.SaveChangesAsync(Cancel);
    }

    private async Task AddDigestAsync(Guid wearer, DateTimeOffset? sentAt, DateTimeOffset? nextAttemptAt)
    {
        await using var db = fresh.Database.Open(wearer);
        db.Digests.Add(new Digest { WearerId = wearer, WeekEnding = Yesterday, ClaimedAt = Now, SentAt = sentAt, NextAttemptAt = nextAttemptAt });
        await db.SaveChangesAsync(Cancel);
    }
}
