using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>
/// Which servings are drinks, for the diary does not say: by the name of what is drunk, else by an amount in fluid units that is no soup, oil
/// or sauce. A drink is as much as the water in it.
/// </summary>
internal static class CronometerDrinks
{
    /// <summary>Less water is in a powder or a spoonful.</summary>
    private const double LeastMl = 20;

    /// <summary>Stronger drinks are not counted as fluid [risk-factors R07].</summary>
    private const double StrongShare = 0.04;

    private const double AlcoholGramsPerMl = 0.789;

    /// <summary>Words that end a drink's name: Tap Water, Orange Juice; in German also as an ending.</summary>
    private static readonly HashSet<string> Last = new(StringComparer.Ordinal)
    {
        "water", "coffee", "espresso", "cappuccino", "latte", "macchiato", "mocha", "americano", "tea", "chai", "juice", "milk", "soda", "cola", "coke", "lemonade",
        "smoothie", "kombucha", "kefir", "tonic", "beer", "ale", "lager", "cider", "wine", "drink", "beverage", "bier", "wein",
    };

    private static readonly string[] Endings = ["wasser", "kaffee", "tee", "saft", "milch", "schorle", "limonade"];

    /// <summary>Words that begin a drink's name, as in Jus d'orange and Agua mineral.</summary>
    private static readonly HashSet<string> First = new(StringComparer.Ordinal)
    {
        "eau", "café", "thé", "jus", "lait", "bière", "vin", "agua", "té", "zumo", "jugo", "leche", "cerveza", "vino", "acqua", "caffè", "succo", "birra", "água", "chá", "suco", "leite", "cerveja", "vinho",
    };

    private static readonly string[] Foods = ["soup", "broth", "sauce", "oil", "vinegar", "syrup", "dressing", "cream", "yogurt", "yoghurt", "honey", "stock", "suppe", "öl", "soße", "sahne"];

    /// <summary>What follows these only goes with it: tuna in water, coffee with milk.</summary>
    private static readonly string[] Beside = [" in ", " with ", " mit ", " avec ", " au ", " con ", " com "];

    /// <summary>Millilitres that were drunk; null for food, for strong drinks and where neither water nor volume is known.</summary>
    /// <param name="amount">As written: <c>8.00 fl oz</c>.</param>
    /// <param name="waterGrams">Moisture; a gram is a millilitre.</param>
    /// <param name="alcoholGrams">Null where not known.</param>
    internal static double? Ml(string? name, string? amount, double? waterGrams, double? alcoholGrams)
    {
        var volume = Volume(amount);
        if (!IsDrink(name ?? "", volume is not null && !IsCup(amount)))
        {
            return null;
        }

        var ml = waterGrams ?? volume;
        var alcoholMl = alcoholGrams / AlcoholGramsPerMl ?? 0;
        return ml is >= LeastMl && alcoholMl / (ml + alcoholMl) <= StrongShare ? ml : null;
    }

    private static bool IsDrink(string name, bool isFluid)
    {
        var main = name.Split(',', '(')[0].ToLowerInvariant();
        foreach (var word in Beside)
        {
            main = main.Split(word)[0];
        }

        var words = main.Split([' ', '-', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? isFluid
            : Last.Contains(words[^1]) || First.Contains(words[0]) || Endings.Any(ending => words[^1].EndsWith(ending, StringComparison.Ordinal))
                || (isFluid && !words.Any(word => Foods.Any(food => word.EndsWith(food, StringComparison.Ordinal))));
    }

    /// <summary>Rice and berries are measured in cups as well.</summary>
    private static bool IsCup(string? amount) => amount?.Contains("cup", StringComparison.OrdinalIgnoreCase) is true;

    private static double? Volume(string? amount)
    {
        var text = amount?.Trim() ?? "";
        var digits = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter is '.' or ',').Count();
        var unit = text[digits..].Split('(', ',', '-')[0].Trim();

        // A plain ounce of food is one of weight.
        var isFluid = unit.Length > 0 && !unit.Equals("oz", StringComparison.OrdinalIgnoreCase);
        return isFluid && TextNumber.ParseGrouped(text[..digits]) is { } number ? Units.ToBase(number, unit, Dimension.Volume) : null;
    }
}
