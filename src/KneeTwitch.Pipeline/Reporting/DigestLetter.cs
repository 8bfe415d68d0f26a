using System.Globalization;
using KneeTwitch.Pipeline.Reporting.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Puts the words of a week into a mail: HTML with one chart, and the same as plain text.</summary>
public sealed class DigestLetter(IServiceProvider services, ILoggerFactory loggers, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>The mail; without an address it has no recipient and can only be written to a file.</summary>
    public async Task<MimeMessage> WriteAsync(DigestContent content, string? address)
    {
        var body = new BodyBuilder { TextBody = DigestText.Of(content, options.Value.PagesAddress) };
        string? chartId = null;
        if (content.Chart is { } png)
        {
            var chart = await body.LinkedResources.AddAsync("chart.png", new MemoryStream(png), new ContentType("image", "png"));
            chart.ContentId = chartId = $"chart.{Key(content)}@{Domain}";
            chart.ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "chart.png" };
        }

        body.HtmlBody = await RenderAsync(content, chartId);
        var mail = new MimeMessage
        {
            // The same for every copy of this week's mail: a second one can be told from news.
            MessageId = $"digest.{Key(content)}@{Domain}",
            Date = clock.GetUtcNow(),
            // No numbers and no names of patterns: subjects show on locked screens.
            Subject = $"KneeTwitch: your week, {content.Week}",
            Body = body.ToMessageBody(),
        };
        mail.From.Add(new MailboxAddress("KneeTwitch", options.Value.From));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (!string.IsNullOrWhiteSpace(address))
        {
            mail.To.Add(new MailboxAddress(content.Name, address));
        }

        return mail;
    }

    private string Domain => MailboxAddress.TryParse(options.Value.From, out var from) && from.Domain.Length > 0 ? from.Domain : "localhost";

    private async Task<string> RenderAsync(DigestContent content, string? chartId)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(DigestMail.Content)] = content,
                [nameof(DigestMail.ChartId)] = chartId,
                [nameof(DigestMail.PagesAddress)] = options.Value.PagesAddress,
            });
            var page = await renderer.RenderComponentAsync<DigestMail>(parameters);
            return page.ToHtmlString();
        });
    }

    private static string Key(DigestContent content) =>
        string.Create(CultureInfo.InvariantCulture, $"{content.WearerId:N}.{content.WeekEnding:yyyy-MM-dd}");
}
