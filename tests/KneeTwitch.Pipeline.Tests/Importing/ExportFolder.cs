using System.IO.Compression;
using System.Text;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class ExportFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("kt-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    internal string File(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    internal string Zip(string name, params (string Path, string Content)[] entries) =>
        File(name, Zipped([.. entries.Select(entry => (entry.Path, Encoding.UTF8.GetBytes(entry.Content)))]));

    internal static byte[] Zipped(params (string Path, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
