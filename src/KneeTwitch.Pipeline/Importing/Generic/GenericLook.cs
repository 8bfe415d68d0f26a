namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>What the first bytes of a file show.</summary>
/// <param name="Kind">What it is; none where it is nobody's own.</param>
/// <param name="IsJson">Else it is a table.</param>
/// <param name="IsSure">Nobody else would choose these columns.</param>
internal readonly record struct GenericLook(GenericKind Kind, bool IsJson, bool IsSure);
