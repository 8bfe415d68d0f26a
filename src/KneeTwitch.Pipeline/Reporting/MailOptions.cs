using MailKit.Security;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Where mails go; configuration section <c>Mail</c>. Without a server they are written to a folder.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "kneetwitch@localhost";

    /// <summary>The folder for .eml files, where no server is configured or the wearer has no address.</summary>
    public string Folder { get; set; } = "mail";

    /// <summary>Where the wearer opens the pages; a link in the mail leads there. Null for no link.</summary>
    public string? PagesAddress { get; set; } = "http://localhost:5080";

    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The mail server; configuration section <c>Mail:Smtp</c>.</summary>
    public sealed class SmtpOptions
    {
        /// <summary>Null or empty: no server.</summary>
        public string? Host { get; set; }

        public int Port { get; set; } = 587;

        /// <summary>Null or empty: no log-in.</summary>
        public string? User { get; set; }

        public string? Password { get; set; }

        /// <summary>None, Auto, SslOnConnect, StartTls or StartTlsWhenAvailable.</summary>
        public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

        public int TimeoutSeconds { get; set; } = 30;
    }
}
