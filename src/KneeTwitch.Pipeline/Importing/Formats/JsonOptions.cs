namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>How a vendor writes its JSON.</summary>
internal sealed record JsonOptions
{
    internal static JsonOptions Default { get; } = new();

    /// <summary>One value a line: a line that is none is a reject, and reading goes on with the next.</summary>
    internal static JsonOptions Lines { get; } = new() { IsLines = true };

    internal bool IsLines { get; init; }

    /// <summary>Commas before a closing bracket and comments are passed over, as apps that write by hand leave them.</summary>
    internal bool IsTolerant { get; init; } = true;

    /// <summary>Bytes of one value; a larger one is a reject.</summary>
    internal int MostItemBytes { get; init; } = 16 << 20;
}
