using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>
/// The columns of nutrients, named <c>B1 (Thiamine) (mg)</c>: what stands in the last parentheses is the unit. Moisture is kept apart,
/// for it is no drink.
/// </summary>
internal sealed class CronometerNutrients
{
    /// <summary>A drink in the United States holds 14 g of alcohol [NIAAA].</summary>
    internal const double AlcoholGrams = 14;

    /// <summary>An international unit of vitamin D is a fortieth of a microgram.</summary>
    private const double VitaminDUnitMcg = 1 / 40.0;

    private const double G = 1, Mg = 1e-3, Mcg = 1e-6;

    private static readonly string[] Moisture = ["Water", "Wasser", "Eau", "Agua", "Acqua", "Água"];

    private static readonly (Metric Metric, Metric Total, double Size, string[] Names)[] Known =
    [
        (Metric.DietaryEnergyKcal, Metric.VendorDietaryEnergyKcal, 1, ["Energy", "Energie", "Énergie", "Energía", "Energia"]),
        (Metric.CarbohydratesG, Metric.VendorCarbohydratesG, G, ["Carbs", "Carbohydrates", "Kohlenhydrate", "Glucides", "Carbohidratos", "Carboidrati", "Carboidratos"]),
        (Metric.ProteinG, Metric.VendorProteinG, G, ["Protein", "Eiweiß", "Protéines", "Proteínas", "Proteína", "Proteine"]),
        (Metric.FatG, Metric.VendorFatG, G, ["Fat", "Fett", "Lipides", "Grasas", "Grasa", "Grassi", "Gordura"]),
        (Metric.FiberG, Metric.VendorFiberG, G, ["Fiber", "Fibre", "Ballaststoffe", "Fibres", "Fibra"]),
        (Metric.SugarG, Metric.VendorSugarG, G, ["Sugars", "Sugar", "Zucker", "Sucres", "Azúcares", "Zuccheri", "Açúcares"]),
        (Metric.SodiumMg, Metric.VendorSodiumMg, Mg, ["Sodium", "Natrium", "Sodio", "Sódio"]),
        (Metric.PotassiumMg, Metric.VendorPotassiumMg, Mg, ["Potassium", "Kalium", "Potasio", "Potassio", "Potássio"]),
        (Metric.MagnesiumMg, Metric.VendorMagnesiumMg, Mg, ["Magnesium", "Magnésium", "Magnesio", "Magnésio"]),
        (Metric.CalciumMg, Metric.VendorCalciumMg, Mg, ["Calcium", "Kalzium", "Calcio", "Cálcio"]),
        (Metric.CaffeineMg, Metric.VendorCaffeineMg, Mg, ["Caffeine", "Koffein", "Caféine", "Cafeína", "Caffeina"]),
        (Metric.AlcoholDrinks, Metric.VendorAlcoholDrinks, AlcoholGrams, ["Alcohol", "Alkohol", "Alcool", "Álcool"]),
        (Metric.VitaminDMcg, Metric.VendorVitaminDMcg, Mcg, ["Vitamin D", "Vitamine D", "Vitamina D"]),
        (Metric.VitaminB6Mg, Metric.VendorVitaminB6Mg, Mg, ["B6 (Pyridoxine)", "B6", "Vitamin B6"]),
        (Metric.VitaminB12Mcg, Metric.VendorVitaminB12Mcg, Mcg, ["B12 (Cobalamin)", "B12", "Vitamin B12"]),
        (Metric.VitaminCMg, Metric.VendorVitaminCMg, Mg, ["Vitamin C", "Vitamine C", "Vitamina C"]),
        (Metric.IronMg, Metric.VendorIronMg, Mg, ["Iron", "Eisen", "Fer", "Hierro", "Ferro"]),
        (Metric.ZincMg, Metric.VendorZincMg, Mg, ["Zinc", "Zink", "Zinco"]),
    ];

    private static readonly Dictionary<string, (Metric Metric, Metric Total, double Size)> ByName =
        Known.SelectMany(known => known.Names.Select(name => (Name: CsvHeader.Normalize(name), known.Metric, known.Total, known.Size)))
            .DistinctBy(each => each.Name)
            .ToDictionary(each => each.Name, each => (each.Metric, each.Total, each.Size));

    private static readonly HashSet<string> MoistureNames = [.. Moisture.Select(CsvHeader.Normalize)];

    private readonly List<(int Place, Metric Metric, Metric Total, double Factor)> columns = [];

    internal CronometerNutrients(IReadOnlyList<string> header)
    {
        for (var place = 0; place < header.Count; place++)
        {
            var (name, unit) = Split(header[place]);
            if (MoistureNames.Contains(name) && Factor(Metric.WaterMl, unit) is not null)
            {
                MoisturePlace = MoisturePlace < 0 ? place : MoisturePlace;
            }
            else if (ByName.TryGetValue(name, out var known) && Factor(known.Metric, unit) is { } factor && columns.TrueForAll(column => column.Metric != known.Metric))
            {
                columns.Add((place, known.Metric, known.Total, factor / known.Size));
            }
        }
    }

    /// <summary>Columns that are read.</summary>
    internal int Count => columns.Count;

    internal bool HasEnergy => columns.Exists(column => column.Metric is Metric.DietaryEnergyKcal);

    /// <summary>The column with the grams of water in food and drinks, or -1.</summary>
    internal int MoisturePlace { get; } = -1;

    /// <summary>What a row says; null where the cell is empty, for that is no zero.</summary>
    internal IEnumerable<(Metric Metric, Metric Total, double? Value)> Of(CsvRow row, bool hasDecimalComma) =>
        columns.Select(column => (column.Metric, column.Total, CronometerWords.Number(row, column.Place, hasDecimalComma) * column.Factor));

    /// <summary>Name and unit of a header; scripts write <c>energy_kcal</c>.</summary>
    private static (string Name, string Unit) Split(string header)
    {
        var text = header.Trim();
        var open = text.LastIndexOf('(');
        if (open > 0 && text.EndsWith(')'))
        {
            return (CsvHeader.Normalize(text[..open]), text[(open + 1)..^1]);
        }

        var last = text.LastIndexOfAny(['_', ' ']);
        return last > 0 ? (CsvHeader.Normalize(text[..last]), text[(last + 1)..]) : (CsvHeader.Normalize(text), "");
    }

    private static double? Factor(Metric metric, string unit) => metric switch
    {
        Metric.DietaryEnergyKcal => Units.ToBase(1, unit, Dimension.Energy),
        Metric.VitaminDMcg when unit.Trim().Equals("IU", StringComparison.OrdinalIgnoreCase) => VitaminDUnitMcg * Mcg,
        _ => Units.ToBase(1, unit, Dimension.Mass),
    };
}
