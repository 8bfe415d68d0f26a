namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>The kinds of files in which devices hand over single recordings, richest first.</summary>
internal enum RecordingKind
{
    Fit,
    Tcx,
    Gpx,
}
