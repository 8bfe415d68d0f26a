using KneeTwitch.Pipeline.Reporting;
using MimeKit;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Reporting;

public class DigestLetterTests
{
    [Fact]
    public async Task The_mail_has_html_a_plain_twin_and_one_picture()
    {
        var mail = await Sample.Letter().WriteAsync(Sample.Content(), "ada@example.org");

        var picture = Assert.IsType<MimePart>(Assert.Single(mail.BodyParts, part => part.ContentType.IsMimeType("image", "png")));
        Assert.Contains($"src=\"cid:{picture.ContentId}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", mail.HtmlBody?.TrimStart(), StringComparison.Ordinal);
        Assert.Equal("ada@example.org", Assert.Single(mail.To.Mailboxes).Address);
        await SaveForEyesAsync(mail);
    }

    [Fact]
    public async Task Both_bodies_say_the_same()
    {
        var content = Sample.Content();

        var mail = await Sample.Letter().WriteAsync(content, null);

        var html = System.Net.WebUtility.HtmlDecode(mail.HtmlBody);
        string[] said =
        [
            content.Headline, content.Week, .. content.Ended,
            .. content.Alerts.SelectMany(alert => new[] { alert.Name, alert.Evidence, "new this week" }),
            .. content.Metrics.SelectMany(line => new[] { line.Label, line.Mean, line.Change, line.Known }),
            .. content.Factors.SelectMany(factor => new[] { factor.Name, factor.Standing, factor.Missing }),
            DigestContent.NotMedical, DigestContent.TurnOff,
        ];
        Assert.All(said, words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.All(said, words => Assert.Contains(words, mail.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_flag_links_to_the_page_of_its_rule_where_the_pages_have_an_address()
    {
        var linked = await Sample.Letter(new MailOptions { PagesAddress = "http://knee.example/" }).WriteAsync(Sample.Content(), null);
        var bare = await Sample.Letter(new MailOptions { PagesAddress = null }).WriteAsync(Sample.Content(), null);

        Assert.Contains("href=\"http://knee.example/rules/R05\"", linked.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("http://knee.example/rules/R05", linked.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("/rules/", bare.HtmlBody + bare.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subject_tells_the_week_and_nothing_of_health()
    {
        var mail = await Sample.Letter().WriteAsync(Sample.Content(), null);

        Assert.Equal("KneeTwitch: your week, 9 to 15 November 2026", mail.Subject);
    }

    [Fact]
    public async Task Every_copy_of_a_week_has_the_same_message_id_and_other_weeks_have_another()
    {
        var options = new MailOptions { From = "diary@example.org" };

        var first = await Sample.Letter(options).WriteAsync(Sample.Content(), null);
        var again = await Sample.Letter(options).WriteAsync(Sample.Content(), null);
        var other = await Sample.Letter(options).WriteAsync(Sample.Content() with { WeekEnding = Sample.Sunday.AddDays(7) }, null);

        Assert.Equal(first.MessageId, again.MessageId);
        Assert.NotEqual(first.MessageId, other.MessageId);
        Assert.EndsWith("@example.org", first.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_wearer_cannot_become_markup()
    {
        var content = Sample.Content() with { Ended = ["<script>x</script>"] };

        var mail = await Sample.Letter().WriteAsync(content, null);

        Assert.DoesNotContain("<script>", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_a_picture_shows_no_empty_frame()
    {
        var mail = await Sample.Letter().WriteAsync(Sample.Content() with { Chart = null }, null);

        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.BodyParts, part => part.ContentType.IsMimeType("image", "png"));
    }

    /// <summary>KNEETWITCH_MAIL_PREVIEW=folder leaves the mail there, to be opened and looked at.</summary>
    private static async Task SaveForEyesAsync(MimeMessage mail)
    {
        if (Environment.GetEnvironmentVariable("KNEETWITCH_MAIL_PREVIEW") is { Length: > 0 } folder)
        {
            await Mailbox.WriteAsync(mail, Path.Combine(folder, "digest.eml"), TestContext.Current.CancellationToken);
        }
    }
}
