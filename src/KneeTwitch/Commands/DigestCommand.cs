using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Reporting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>The weekly mail: shown, saved, or sent.</summary>
internal static partial class DigestCommand
{
    private static readonly Option<string?> Week = new("--week") { Description = "ISO week, such as 2026-W46 (default: the last full one).", HelpName = "WEEK" };
    private static readonly Option<string?> Out = new("--out") { Description = "Save it as this .eml file instead of showing it.", HelpName = "FILE" };
    private static readonly Option<bool> Send = new("--send") { Description = "Send it now, as the schedule would: once a week and wearer." };

    internal static Command Create() => Verb.Of("digest", "Show the weekly mail; save it with --out, or send it with --send.", [Week, Out, Send], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var asked = run.Get(Week) is { } text ? Sunday(text) : (DateOnly?)null;
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var week = asked ?? LastSunday(database.Get<TimeProvider>().GetUtcNow(), wearer.CurrentZone);
        await using var host = await RunningHost.StartAsync(run.Settings, database.Address, Roles.Report, new HostPlan { IsAlone = true, IsVerbose = run.IsVerbose }, cancel);
        return run.Get(Send) ? await SendAsync(run, host, wearer, week, cancel) : await ShowAsync(run, host, wearer, week, cancel);
    }

    private static async Task<int> ShowAsync(Invocation run, RunningHost host, WearerProfile wearer, DateOnly week, CancellationToken cancel)
    {
        var mail = await host.Get<DigestWriter>().WriteAsync(wearer.WearerId, week, cancel) ?? throw NothingToSay(wearer, week);
        if (run.Get(Out) is { } path)
        {
            await Mailbox.WriteAsync(mail, path, cancel);
            Screen.Note($"Saved {Path.GetFullPath(path)}.");
        }
        else
        {
            Screen.Say($"{mail.Subject}\n\n{mail.TextBody}");
        }

        return 0;
    }

    private static async Task<int> SendAsync(Invocation run, RunningHost host, WearerProfile wearer, DateOnly week, CancellationToken cancel)
    {
        var says = await host.Get<DigestSender>().SendAsync(wearer.WearerId, week, cancel) switch
        {
            DigestOutcome.Sent => $"Sent the week to {week:yyyy-MM-dd}.",
            DigestOutcome.Written => $"Written to the folder {run.Settings.Configuration["Mail:Folder"]}; set Mail__Smtp__Host and the wearer's --email to send it.",
            DigestOutcome.NotOurs => throw new CommandException($"The mail of the week to {week:yyyy-MM-dd} went out before, or is going out now. Look at it with kneetwitch digest."),
            DigestOutcome.NothingToSay => throw NothingToSay(wearer, week),
            _ => throw new CommandException("The mail could not be sent; the schedule tries again. Check the mail server with kneetwitch doctor."),
        };
        Screen.Note(says);
        return 0;
    }

    private static CommandException NothingToSay(WearerProfile wearer, DateOnly week) =>
        new($"Nothing is known of {wearer.Name} in the week to {week:yyyy-MM-dd} and the four before it. Import a newer export, or choose another week with --week.");

    /// <summary>The Sunday an ISO week ends with.</summary>
    private static DateOnly Sunday(string week)
    {
        var match = IsoWeek().Match(week);
        var (year, number) = match.Success
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : (0, 0);
        return year > 0 && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Sunday))
            : throw new CommandException($"\"{week}\" is no ISO week. Write it as 2026-W46.");
    }

    private static DateOnly LastSunday(DateTimeOffset now, string zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 1);
    }

    [GeneratedRegex(@"^(\d{4})-W(\d{2})$")]
    private static partial Regex IsoWeek();
}
