using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Gets a mail out of the house: by SMTP where a server is configured and the mail has an address, else as an .eml file in the mail folder.</summary>
public sealed class Mailbox(IOptions<MailOptions> options)
{
    /// <summary>The channels, as they are kept.</summary>
    public const string Smtp = "smtp", File = "file";

    private readonly MailOptions options = options.Value;

    /// <summary>Sends or writes the mail and says which it was.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="fileName">Its name in the mail folder; writing it again replaces it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> SendAsync(MimeMessage mail, string fileName, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(options.Smtp.Host) || mail.To.Count == 0)
        {
            await WriteAsync(mail, Path.Combine(options.Folder, fileName), cancel);
            return File;
        }

        var server = options.Smtp;
        using var client = new SmtpClient { Timeout = server.TimeoutSeconds * 1000 };
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancel);
        if (!string.IsNullOrEmpty(server.User))
        {
            await client.AuthenticateAsync(server.User, server.Password ?? "", cancel);
        }

        await client.SendAsync(mail, cancel);
        await client.DisconnectAsync(quit: true, cancel);
        return Smtp;
    }

    /// <summary>Writes the mail to a file that is there whole or not at all.</summary>
    public static async Task WriteAsync(MimeMessage mail, string path, CancellationToken cancel)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new ArgumentException("The path of a mail needs a folder.", nameof(path));
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew))
            {
                await mail.WriteToAsync(file, cancel);
            }

            System.IO.File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(unfinished);
        }
    }
}
