namespace KneeTwitch.Hosting;

/// <summary>How to reach the database.</summary>
/// <param name="App">Connection string for everything that works for one wearer.</param>
/// <param name="Owner">Connection string of the login that owns the tables.</param>
internal sealed record DatabaseAddress(string App, string Owner);
