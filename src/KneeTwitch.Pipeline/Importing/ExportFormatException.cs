namespace KneeTwitch.Pipeline.Importing;

/// <summary>A file that cannot be used at all: one sentence that says what, where and what to do next. Fails the import, nothing else.</summary>
public sealed class ExportFormatException : Exception
{
    /// <param name="vendor">Whose format it was taken for; null where that is not known.</param>
    /// <param name="place">The file, or the entry in it.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="next">What the person can do.</param>
    public ExportFormatException(string? vendor, string place, string reason, string next, Exception? cause = null)
        : base(PlainText.Of($"{(vendor is null ? "" : vendor + ": ")}{place} {reason}. {next}."), cause)
    {
        Vendor = vendor;
        Place = place;
        Reason = reason;
    }

    public string? Vendor { get; }

    public string Place { get; }

    public string Reason { get; }
}
