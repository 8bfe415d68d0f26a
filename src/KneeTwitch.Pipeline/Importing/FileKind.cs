namespace KneeTwitch.Pipeline.Importing;

/// <summary>Tells files by their first bytes: people rename, and mail programs too.</summary>
internal static class FileKind
{
    internal const int HeadBytes = 16;

    private static readonly (byte[] Magic, string What)[] Useless =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ"u8.ToArray(), "a program"),
    ];

    internal static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || IsEmptyZip(head) || head.StartsWith("PK\u0007\u0008"u8);

    internal static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    internal static bool IsEmptyZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>What it is, for things that are never an export; null otherwise.</summary>
    internal static string? UselessKind(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, what) in Useless)
        {
            if (head.StartsWith(magic))
            {
                return what;
            }
        }

        return null;
    }
}
