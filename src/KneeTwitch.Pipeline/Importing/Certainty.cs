namespace KneeTwitch.Pipeline.Importing;

/// <summary>How sure a reader is that an export is its own.</summary>
public enum Certainty
{
    No,

    /// <summary>It could be read, as many things could: a table with dates.</summary>
    Maybe,

    /// <summary>Words or names fit, none of them is unmistakable.</summary>
    Likely,
    Sure,
}
