namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>What can be wrong with the bytes of a FIT file.</summary>
internal enum FitFault
{
    /// <summary>The file ends inside a message or before its declared size.</summary>
    Truncated,

    /// <summary>All messages are there, but the checksum is another.</summary>
    WrongChecksum,

    /// <summary>A message of a kind that was never defined: bytes were lost or added before it.</summary>
    Derailed,

    /// <summary>Something stands where a chained file's header should.</summary>
    NoHeader,
}
