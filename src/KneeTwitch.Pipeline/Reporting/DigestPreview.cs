namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Writes a week's mail to a file for somebody to look at, without claiming it: the real one still goes out.</summary>
public sealed class DigestPreview(DigestWriter writer)
{
    /// <summary>True when the file is written; false where nothing is known of the week and of the four before it.</summary>
    public async Task<bool> SaveAsync(Guid wearerId, DateOnly weekEnding, string path, CancellationToken cancel)
    {
        if (await writer.WriteAsync(wearerId, weekEnding, cancel) is not { } mail)
        {
            return false;
        }

        await Mailbox.WriteAsync(mail, path, cancel);
        return true;
    }
}
