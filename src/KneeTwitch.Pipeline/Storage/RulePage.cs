namespace KneeTwitch.Pipeline.Storage;

/// <summary>Where a rule is explained: what pages, mails and answers to scripts link to.</summary>
public static class RulePage
{
    /// <summary>The path on the pages, of a factor's id.</summary>
    public static string PathOf(string factor) => $"/rules/{factor}";

    /// <summary>The whole address, from where the pages are; null where that is not known.</summary>
    public static string? AddressOf(string factor, string? pagesAddress) =>
        string.IsNullOrWhiteSpace(pagesAddress) || factor.Length == 0 ? null : pagesAddress.TrimEnd('/') + PathOf(factor);
}
