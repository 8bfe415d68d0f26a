namespace KneeTwitch.Pipeline.Importing;

/// <summary>An export in the store.</summary>
/// <param name="Hash">SHA-256, lower-case hex; its place in the store.</param>
/// <param name="Name">The name the wearer's file had, without a mail address.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredExport(string Hash, string Name, long Bytes);
