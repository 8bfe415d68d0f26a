namespace KneeTwitch.Core.Links;

/// <summary>What a look found of a factor. The numbers are stored.</summary>
public enum LinkClass : short
{
    /// <summary>Too little is known; the finding says what is missing.</summary>
    NotEnoughData = 0,
    None = 1,

    /// <summary>This look only: for the page of links, nothing to mention elsewhere.</summary>
    SeenOnce = 2,

    /// <summary>In the same direction at two looks in a row.</summary>
    Repeated = 3,
}
