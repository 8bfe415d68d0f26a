using System.Globalization;
using System.Text;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>
/// Which column of a table of drinks is what, by the words in its name, in several languages: no vendor says how its table looks. A word
/// counts as a whole word only, and each column has one meaning.
/// </summary>
internal sealed class HydrationColumns
{
    private static readonly string[] Goals = ["goal", "target", "ziel", "tagesziel", "objectif", "objetivo", "obiettivo", "meta", "remaining", "left"];
    private static readonly string[] Caffeines = ["caffeine", "koffein", "cafeine", "cafeina", "caffeina"];
    private static readonly string[] Alcohols = ["alcohol", "abv", "alkohol", "alcool"];
    private static readonly string[] Factors = ["factor", "faktor", "facteur", "coefficient", "percent", "percentage", "ratio"];
    private static readonly string[] Effective = ["effective", "adjusted", "hydration", "hydrating", "net", "effektiv"];
    private static readonly string[] Ids = ["id", "uuid", "guid", "identifier"];
    private static readonly string[] Dates = ["date", "datetime", "timestamp", "day", "datum", "tag", "fecha", "jour", "data", "dia", "giorno", "logged", "created", "zeitpunkt"];
    private static readonly string[] Clocks = ["time", "uhrzeit", "zeit", "heure", "hora", "ora", "clock"];
    private static readonly string[] UnitNames = ["unit", "units", "measure", "einheit", "unite", "unidad", "unita", "unidade"];
    private static readonly string[] Amounts = ["amount", "volume", "quantity", "intake", "menge", "cantidad", "quantite", "quantita", "quantidade", "drunk", "consumed", "wasser", "water", "total"];
    private static readonly string[] Kinds = ["type", "name", "category", "kind"];
    private static readonly string[] Drinks = ["drink", "beverage", "getrank", "bebida", "boisson", "bevanda"];
    private static readonly string[] NoDates = ["zone", "timezone", "offset", "modified", "updated"];

    internal HydrationColumns(IReadOnlyList<string> names)
    {
        Names = names;
        var places = new Dictionary<string, int>();
        for (var place = 0; place < names.Count; place++)
        {
            places.TryAdd(Meaning(names[place]), place);
        }

        int Place(string meaning) => places.GetValueOrDefault(meaning, -1);
        (Clock, Unit, Drink, Caffeine, Alcohol, Id) = (Place("clock"), Place("unit"), Place("drink"), Place("caffeine"), Place("alcohol"), Place("id"));
        Date = Place("date") >= 0 ? Place("date") : Clock;
        Clock = Date == Clock ? -1 : Clock;
        Amount = Place("amount") >= 0 ? Place("amount") : Place("effective");
        HasAdjusted = Place("amount") >= 0 && (Place("effective") >= 0 || Place("factor") >= 0);
        AmountUnit = Amount < 0 ? null : HydrationUnits.InName(names[Amount]);
    }

    internal IReadOnlyList<string> Names { get; }

    internal int Date { get; }

    /// <summary>A column with the time of day alone, beside that of the date.</summary>
    internal int Clock { get; }

    /// <summary>What was drunk, before any factor; what the app takes it for only where nothing else is there.</summary>
    internal int Amount { get; }

    internal int Unit { get; }

    internal int Drink { get; }

    internal int Caffeine { get; }

    internal int Alcohol { get; }

    internal int Id { get; }

    /// <summary>The unit that the name of the amount's column holds.</summary>
    internal string? AmountUnit { get; }

    /// <summary>True where the app also says what it takes the drink for.</summary>
    internal bool HasAdjusted { get; }

    /// <summary>A date and an amount.</summary>
    internal bool IsTable => Date >= 0 && Amount >= 0;

    /// <summary>True for words that name a column and are no value: a row of them is another header.</summary>
    internal static bool IsName(string text) => text.Length > 0 && Meaning(text).Length > 0 && !text.Any(char.IsAsciiDigit);

    private static string Meaning(string name)
    {
        var words = Words(name);
        bool Has(string[] known) => words.Exists(known.Contains);

        return Has(Goals) ? "goal"
            : Has(Caffeines) ? "caffeine"
            : Has(Alcohols) ? "alcohol"
            : Has(Factors) ? "factor"
            : Has(Ids) ? "id"
            : Has(NoDates) ? "other"
            : Has(Effective) ? "effective"
            : Has(Dates) ? "date"
            : Has(Clocks) ? "clock"
            : Has(UnitNames) ? "unit"
            : Has(Kinds) ? "drink"
            : Has(Amounts) ? "amount"
            : Has(Drinks) ? (HydrationUnits.InName(name) is null ? "drink" : "amount")
            : HydrationUnits.Find(name) is not null ? "amount"
            : Has(["size", "bottle"]) ? "other"
            : "";
    }

    /// <summary>The words of a name, without accents: <c>drinkType</c>, <c>drink_type</c> and <c>Drink Type</c> are two words.</summary>
    private static List<string> Words(string name)
    {
        var text = new StringBuilder(name.Length);
        var wasLower = false;
        foreach (var letter in Decomposed(name))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            text.Append(wasLower && char.IsUpper(letter) ? " " : "").Append(char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ');
            wasLower = char.IsLower(letter);
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half a letter of a pair: not Unicode, but still a name.
            return name;
        }
    }
}
