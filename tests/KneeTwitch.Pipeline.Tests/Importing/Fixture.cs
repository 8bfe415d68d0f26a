namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>A small export that a reader knows: one file, or several that belong together.</summary>
/// <param name="Name">Of the file or of the folder.</param>
/// <param name="Files">By their paths; of a single file the name.</param>
internal sealed record Fixture(string Name, params IReadOnlyList<(string Path, byte[] Content)> Files)
{
    private const int LargestFile = 1 << 20;

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Importing");

    /// <summary>
    /// By convention whatever lies directly in a folder called Samples, be it a file or a whole export as a folder; one that is SQL is made
    /// a database first. And the formats that are not text, which are built.
    /// </summary>
    internal static IReadOnlyList<Fixture> All { get; } =
    [
        .. Directory.EnumerateDirectories(Root, "Samples", SearchOption.AllDirectories).SelectMany(Directory.EnumerateFileSystemEntries).Order(StringComparer.Ordinal).Select(Of),
        .. Recordings.FitFixtures.All,
    ];

    /// <summary>Writes it into a folder, one of its files damaged; gives the path to read.</summary>
    internal string Damage(ExportFolder folder, int seed)
    {
        var victim = new Random(seed).Next(Files.Count);
        for (var i = 0; i < Files.Count; i++)
        {
            folder.File(Path.Combine(Name, Files[i].Path), i == victim ? Mutations.Of(Files[i].Content, seed) : Files[i].Content);
        }

        return Path.Combine(folder.Path, Name);
    }

    /// <summary>Writes it as a zip whose own bytes are damaged; gives the path to read.</summary>
    internal string DamageZip(ExportFolder folder, int seed) =>
        folder.File($"{Name}.zip", Mutations.Of(ExportFolder.Zipped([.. Files]), seed));

    private static Fixture Of(string path)
    {
        var name = Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '-');
        return File.Exists(path)
            ? new Fixture(name, (NameOf(path), Head(path)))
            : new Fixture(name, [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (Path.Combine(Path.GetRelativePath(path, Path.GetDirectoryName(file)!), NameOf(file)), Head(file)))]);
    }

    private static byte[] Head(string file)
    {
        var content = IsSql(file) ? SqliteFixture.Build(File.ReadAllText(file)) : File.ReadAllBytes(file);
        return content.Length <= LargestFile ? content : content[..LargestFile];
    }

    private static bool IsSql(string file) => file.EndsWith(SqliteFixture.Ending, StringComparison.Ordinal);

    private static string NameOf(string file) => IsSql(file) ? Path.GetFileNameWithoutExtension(file) + ".db" : Path.GetFileName(file);
}
