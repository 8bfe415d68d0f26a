namespace KneeTwitch.Pipeline.Reporting;

/// <summary>An open alert in the weekly mail.</summary>
/// <param name="Name">The factor's name.</param>
/// <param name="Level">flag or strong.</param>
/// <param name="Evidence">The numbers behind it and since when, in sentences.</param>
/// <param name="IsNew">True where the flag began this week.</param>
/// <param name="State">acknowledged, snoozed, or empty for open.</param>
/// <param name="Factor">The factor's id, for the page that explains its rule; empty for no link.</param>
public sealed record AlertLine(string Name, string Level, string Evidence, bool IsNew, string State, string Factor = "");
