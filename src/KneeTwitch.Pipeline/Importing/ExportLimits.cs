namespace KneeTwitch.Pipeline.Importing;

/// <summary>How much a file may ask of this machine. Real exports stay far below; hostile ones do not.</summary>
public sealed record ExportLimits
{
    public static ExportLimits Default { get; } = new();

    /// <summary>Files in a zip or folder.</summary>
    public int Entries { get; init; } = 200_000;

    /// <summary>Bytes of all entries together, unpacked.</summary>
    public long UnpackedBytes { get; init; } = 64L << 30;

    /// <summary>Unpacked bytes for each packed one. Health data as XML reach 20 to 100; deflate ends near 1,030.</summary>
    public int Ratio { get; init; } = 400;

    /// <summary>Entries that unpack to less than this are not judged by their ratio.</summary>
    public long RatioFromBytes { get; init; } = 64L << 20;

    /// <summary>Characters of an entry's path.</summary>
    public int PathLength { get; init; } = 1_000;
}
