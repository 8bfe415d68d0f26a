namespace KneeTwitch.Core.Readings;

/// <summary>What sort of thing a source is; the default trust order goes by it.</summary>
public enum SourceKind : short
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>A sensor worn on the body: watch, band, ring, strap.</summary>
    Worn = 1,

    /// <summary>A phone that is carried, and left on tables.</summary>
    Phone = 2,

    /// <summary>An app's own estimate or log, or a copy it made of other data.</summary>
    App = 3,

    /// <summary>Typed in by hand.</summary>
    Manual = 4,
}
