namespace KneeTwitch.Pipeline.Importing;

/// <summary>The files of a folder. Links are not followed: they could lead out of it, or round in a circle.</summary>
internal static class FolderEntries
{
    internal static IReadOnlyList<ExportEntry> List(string folder, string name, ExportLimits limits)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var entries = new List<ExportEntry>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
        {
            var path = EntryPath.Normalize(Path.GetRelativePath(folder, file.FullName));
            if (path is null || EntryPath.IsLitter(path))
            {
                continue;
            }

            if (entries.Count == limits.Entries)
            {
                throw new ExportFormatException(null, name, $"holds more than {limits.Entries:N0} files", "Give the folder of the export itself, not one above it");
            }

            var fullName = file.FullName;
            entries.Add(new ExportEntry(path, file.Length, _ => ValueTask.FromResult<Stream>(File.OpenRead(fullName))));
        }

        return entries.Count > 0
            ? [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)]
            : throw new ExportFormatException(null, name, "is a folder without files", "Give the folder that holds the unpacked export");
    }
}
