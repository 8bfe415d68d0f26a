namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Copies of entries for what cannot be read in a stream. Gone as soon as they are closed, readable by this user only.</summary>
internal static class TemporaryFile
{
    private const int BufferBytes = 1 << 17;

    /// <summary>The copy, at its start. Damage ends it early.</summary>
    /// <exception cref="ExportFormatException">The entry is larger than it says.</exception>
    internal static async Task<FileStream> CopyAsync(ExportEntry entry, CancellationToken cancel)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = BufferBytes,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"kneetwitch-{Path.GetRandomFileName()}"), options);
        try
        {
            await using var content = await entry.OpenAsync(cancel);
            await content.CopyToAsync(copy, BufferBytes, cancel);
        }
        catch (InvalidDataException)
        {
            // What could be unpacked may do; if not, whoever opens the copy says so.
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }

        await copy.FlushAsync(cancel);
        copy.Position = 0;
        return copy;
    }
}
