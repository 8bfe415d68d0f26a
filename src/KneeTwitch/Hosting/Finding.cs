namespace KneeTwitch.Hosting;

/// <summary>What a check found.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="IsFine">Whether it can be used.</param>
/// <param name="Says">What it is, or what is wrong and what to do.</param>
internal sealed record Finding(string What, bool IsFine, string Says);
