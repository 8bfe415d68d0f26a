namespace KneeTwitch.Pipeline.Storage;

/// <summary>A wearer in a list.</summary>
/// <param name="Id">The wearer.</param>
/// <param name="Name">The name commands and pages use.</param>
/// <param name="Zone">The zone in force now, an IANA id.</param>
public sealed record WearerEntry(Guid Id, string Name, string Zone);
