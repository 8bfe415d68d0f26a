namespace KneeTwitch.EndToEnd.Tests;

/// <summary>A data folder of its own for a test class; the program stops its private database itself.</summary>
public sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kneetwitch-test-").FullName;

    /// <summary>A place for a file the tests make.</summary>
    public string File(string name)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, "made"));
        return System.IO.Path.Combine(folder.FullName, name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
