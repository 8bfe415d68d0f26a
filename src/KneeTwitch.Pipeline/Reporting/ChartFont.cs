using ScottPlot;
using SkiaSharp;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>The font that comes with the program, for charts: on a server without fonts ScottPlot leaves all text out and says nothing.</summary>
internal sealed class ChartFont : IFontResolver
{
    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    /// <summary>The name charts ask for; asking for it first makes the font known.</summary>
    public static string Name { get; } = Register();

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface.Value : null;

    private static string Register()
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new ChartFont());
        return "KneeTwitch DejaVu Sans";
    }

    private static SKTypeface Load()
    {
        using var font = typeof(ChartFont).Assembly.GetManifestResourceStream("DejaVuSans.ttf")
            ?? throw new InvalidOperationException("The font of the charts is missing from the program.");
        return SKTypeface.FromStream(font);
    }
}
