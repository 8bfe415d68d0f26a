using KneeTwitch.Pipeline.Importing;

namespace KneeTwitch.Web.Pages.Imports;

/// <summary>Why an upload was not taken, for people and for scripts.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What, and what to do next.</param>
internal sealed record UploadProblem(int Status, string Detail)
{
    public static readonly UploadProblem NoFile = new(400, "No file came with that. Choose the export your phone made, a zip or an xml file, and send it again.");
    public static readonly UploadProblem NoWearer = new(404, "There is no such wearer here. Open the page again and choose one.");
    public static readonly UploadProblem NoZone = new(400, "There is no such time zone. Give one as Region/City, such as Europe/Berlin.");
    public static readonly UploadProblem NoFormat =
        new(400, $"There is no such format. Leave it out to go by content, or give one of: {string.Join(", ", ExportReaders.Default.All.Select(reader => reader.Format))}.");

    public static readonly UploadProblem Broken = new(400, "The file did not arrive whole. Open the page again and send it once more.");
    public static readonly UploadProblem NotOurForm = new(400, "This form is too old, or came from elsewhere. Open the page again and send the file once more.");
    public static readonly UploadProblem NotStored = new(507, "The file could not be stored. See whether the data folder can be written to, then send it again.");

    public static UploadProblem TooLarge(long most) =>
        new(413, $"That file is larger than {Words.Bytes(most)}, the most this installation takes. Export a shorter span, or allow more.");
}
