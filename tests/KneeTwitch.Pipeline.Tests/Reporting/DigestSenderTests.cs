using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Reporting;
using KneeTwitch.Pipeline.Storage;
using MailKit.Security;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Reporting;

public sealed class DigestSenderTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kt-digest-").FullName;
    private readonly FakeTimeProvider clock = new(Sample.Monday);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_week_goes_out_by_smtp_once_however_often_it_is_asked()
    {
        await using var catcher = await MailCatcher.StartAsync();
        var wearerId = await AddWearerAsync("ada@example.org");
        var sender = Sender(Smtp(catcher.Port));

        var first = await sender.SendAsync(wearerId, Sample.Sunday, Cancel);
        var again = await sender.SendAsync(wearerId, Sample.Sunday, Cancel);

        Assert.Equal((DigestOutcome.Sent, DigestOutcome.NotOurs), (first, again));
        var mail = Assert.Single(await catcher.ReceivedAsync());
        Assert.Equal("KneeTwitch: your week, 9 to 15 November 2026", mail.Subject);
        Assert.Equal("ada@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("Sleep length", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Sleep length", mail.TextBody, StringComparison.Ordinal);
        var picture = Assert.IsType<MimePart>(Assert.Single(mail.BodyParts, part => part.ContentType.IsMimeType("image", "png")));
        using var pixels = new MemoryStream();
        await picture.Content!.DecodeToAsync(pixels, Cancel);
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], pixels.ToArray()[..4]);
        Assert.Contains($"cid:{picture.ContentId}", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_races_for_a_week_only_one_sends_it()
    {
        await using var catcher = await MailCatcher.StartAsync();
        var wearerId = await AddWearerAsync("ada@example.org");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Sender(Smtp(catcher.Port)).SendAsync(wearerId, Sample.Sunday, Cancel), Cancel)));

        Assert.Single(outcomes, DigestOutcome.Sent);
        Assert.Equal(5, outcomes.Count(outcome => outcome == DigestOutcome.NotOurs));
        Assert.Single(await catcher.ReceivedAsync());
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_tried_again_later_and_not_before()
    {
        var wearerId = await AddWearerAsync("ada@example.org");
        var down = Sender(Smtp(MailCatcher.FreePort()));

        Assert.Equal(DigestOutcome.Failed, await down.SendAsync(wearerId, Sample.Sunday, Cancel));
        Assert.Equal(DigestOutcome.NotOurs, await down.SendAsync(wearerId, Sample.Sunday, Cancel));
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains(await new DueDigests(fresh.Directory).AtAsync(clock.GetUtcNow(), Cancel), due => due.WearerId == wearerId);
        await using var catcher = await MailCatcher.StartAsync();
        Assert.Equal(DigestOutcome.Sent, await Sender(Smtp(catcher.Port)).SendAsync(wearerId, Sample.Sunday, Cancel));

        Assert.DoesNotContain(await new DueDigests(fresh.Directory).AtAsync(clock.GetUtcNow(), Cancel), due => due.WearerId == wearerId);
        Assert.Single(await catcher.ReceivedAsync());
    }

    [Fact]
    public async Task After_five_attempts_it_is_given_up()
    {
        var wearerId = await AddWearerAsync("ada@example.org");
        var down = Sender(Smtp(MailCatcher.FreePort()));

        List<DigestOutcome> outcomes = [];
        for (var attempt = 0; attempt < 7; attempt++)
        {
            outcomes.Add(await down.SendAsync(wearerId, Sample.Sunday, Cancel));
            clock.Advance(TimeSpan.FromHours(5));
        }

        Assert.Equal([.. Enumerable.Repeat(DigestOutcome.Failed, 5), DigestOutcome.NotOurs, DigestOutcome.NotOurs], outcomes);
    }

    [Fact]
    public async Task The_claim_of_somebody_who_died_is_taken_over_after_ten_minutes()
    {
        var wearerId = await AddWearerAsync("ada@example.org");
        var digests = new DigestTable(fresh.Database);

        Assert.Equal(1, await digests.ClaimAsync(wearerId, Sample.Sunday, Sample.Monday, Cancel));
        Assert.Null(await digests.ClaimAsync(wearerId, Sample.Sunday, Sample.Monday.AddMinutes(9), Cancel));
        Assert.Equal(2, await digests.ClaimAsync(wearerId, Sample.Sunday, Sample.Monday.AddMinutes(10), Cancel));
    }

    [Fact]
    public async Task Without_an_address_or_a_server_the_mail_is_a_file()
    {
        await using var catcher = await MailCatcher.StartAsync();
        var without = await AddWearerAsync(null);
        var with = await AddWearerAsync("ada@example.org");

        Assert.Equal(DigestOutcome.Written, await Sender(Smtp(catcher.Port)).SendAsync(without, Sample.Sunday, Cancel));
        Assert.Equal(DigestOutcome.Written, await Sender(new MailOptions { Folder = folder }).SendAsync(with, Sample.Sunday, Cancel));

        Assert.Empty(await catcher.ReceivedAsync());
        string[] expected = [$"digest-2026-11-15-{without:N}.eml", $"digest-2026-11-15-{with:N}.eml"];
        Assert.Equal(expected.Order(), Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_preview_claims_nothing()
    {
        var wearerId = await AddWearerAsync(null);
        var path = Path.Combine(folder, "preview", "week.eml");

        Assert.True(await new DigestPreview(Writer(new MailOptions())).SaveAsync(wearerId, Sample.Sunday, path, Cancel));

        Assert.Contains("Sleep length", (await MimeMessage.LoadAsync(path, Cancel)).TextBody, StringComparison.Ordinal);
        Assert.Equal(1, await new DigestTable(fresh.Database).ClaimAsync(wearerId, Sample.Sunday, Sample.Monday, Cancel));
    }

    [Fact]
    public async Task Of_weeks_nothing_is_known_of_nothing_is_said()
    {
        var wearerId = await AddWearerAsync(null);

        Assert.Equal(DigestOutcome.NothingToSay, await Sender(new MailOptions { Folder = folder }).SendAsync(wearerId, Sample.Sunday.AddDays(140), Cancel));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task The_job_asks_and_the_consumer_sends()
    {
        var wearerId = await AddWearerAsync(null);
        await using var services = new ServiceCollection()
            .AddSingleton(Sender(new MailOptions { Folder = folder }))
            .AddMassTransitTestHarness(bus => bus.AddConsumer<SendDigestConsumer>())
            .BuildServiceProvider(validateScopes: true);
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();

        await new WeeklyDigestJob(new DueDigests(fresh.Directory), harness.Bus, clock).Execute(null!, Cancel);

        Assert.True(await harness.Consumed.Any<DigestDue>(due => due.Context.Message.WearerId == wearerId, Cancel));
        await harness.InactivityTask;
        Assert.Contains($"digest-2026-11-15-{wearerId:N}.eml", Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Guid> AddWearerAsync(string? address)
    {
        var wearerId = await fresh.AddWearerAsync();
        await fresh.Wearers().UpdateAsync(wearerId, wearer => wearer.Email = address, Cancel);
        await using (var connection = await fresh.Database.ConnectAsync(wearerId, Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            DaySummary[] days = [.. Sample.Days()];
            await DayTable.SaveAsync(connection, wearerId, days[0].Day, Sample.Sunday, days, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        await using var db = fresh.Database.Open(wearerId);
        db.Assessments.AddRange(Sample.Assessments(Sample.Sunday).Select(assessment => Row(wearerId, assessment)));
        db.Alerts.AddRange(Sample.Alerts().Select(alert => alert with { WearerId = wearerId }));
        await db.SaveChangesAsync(Cancel);
        return wearerId;
    }

    private DigestSender Sender(MailOptions options) =>
        new(Writer(options), new DigestTable(fresh.Database), new Mailbox(Options.Create(options)), clock, NullLogger<DigestSender>.Instance);

    private DigestWriter Writer(MailOptions options) =>
        new(fresh.Database, new WearerLoader(fresh.Database), new DayTable(fresh.Database), new DiaryTable(fresh.Database), Sample.Letter(options));

    private MailOptions Smtp(int port) => new()
    {
        Folder = folder,
        Smtp = new MailOptions.SmtpOptions { Host = "127.0.0.1", Port = port, Security = SecureSocketOptions.None, TimeoutSeconds = 10 },
    };

    private static StoredAssessment Row(Guid wearerId, Assessment assessment) => new()
    {
        WearerId = wearerId,
        Factor = assessment.Factor,
        Day = assessment.Day,
        Level = (short)assessment.Level,
        Standing = assessment.Standing,
        Since = assessment.Since,
        Missing = assessment.Missing,
        Evidence = new Dictionary<string, double>(assessment.Evidence),
        RuleVersion = assessment.RuleVersion,
    };
}
