namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>What somebody's own table is.</summary>
internal enum GenericKind
{
    None,

    /// <summary>One twitch a row.</summary>
    Twitches,

    /// <summary>One reading a row: metric, value, unit.</summary>
    Metrics,

    /// <summary>Each row says what it is.</summary>
    Typed,

    /// <summary>One day a row, one metric a column.</summary>
    Wide,
}
