namespace KneeTwitch.Web.Api;

/// <summary>All imports of a wearer.</summary>
/// <param name="Imports">The newest first.</param>
internal sealed record ImportsAnswer(IReadOnlyList<ImportAnswer> Imports);
