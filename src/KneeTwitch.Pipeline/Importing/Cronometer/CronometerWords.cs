using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>Names of the columns. The website may be set to other languages; their words are a guess, no export in them was at hand.</summary>
internal static class CronometerWords
{
    internal static readonly string[] Day = ["Day", "Date", "Tag", "Datum", "Jour", "Día", "Fecha", "Giorno", "Data", "Dia"];

    internal static readonly string[] Time = ["Time", "Zeit", "Uhrzeit", "Heure", "Hora", "Ora"];

    internal static readonly string[] Group = ["Group", "Gruppe", "Groupe", "Grupo", "Gruppo"];

    internal static readonly string[] Food =
        ["Food Name", "Lebensmittel", "Lebensmittelname", "Nom de l'aliment", "Aliment", "Nombre del alimento", "Alimento", "Nome dell'alimento", "Nome do alimento"];

    internal static readonly string[] Amount = ["Amount", "Menge", "Quantité", "Cantidad", "Quantità", "Quantidade"];

    internal static readonly string[] Category = ["Category", "Food Group", "Kategorie", "Catégorie", "Categoría", "Categoria"];

    internal static readonly string[] Unit = ["Unit", "Einheit", "Unité", "Unidad", "Unità", "Unidade"];

    internal static readonly string[] Completed = ["Completed", "Abgeschlossen", "Terminé", "Complété", "Completado", "Completato", "Concluído"];

    internal static readonly string[] Yes = ["true", "yes", "1", "ja", "wahr", "oui", "vrai", "sí", "verdadero", "sì", "vero", "sim", "verdadeiro"];

    internal static readonly string[] Exercise = ["Exercise", "Übung", "Exercice", "Ejercicio", "Esercizio", "Exercício"];

    internal static readonly string[] Minutes = ["Minutes", "Minuten", "Minutos", "Minuti"];

    internal static readonly string[] Burned =
        ["Calories Burned", "Verbrannte Kalorien", "Calories brûlées", "Calorías quemadas", "Calorie bruciate", "Calorias queimadas"];

    internal static readonly string[] Biometric = ["Metric", "Metrik", "Messwert", "Métrique", "Mesure", "Métrica", "Metrica"];

    internal static readonly string[] Note = ["Note", "Notiz", "Notes", "Nota"];

    /// <summary>Services that write one row a day to even out their energy: no workouts, and their own exports tell better.</summary>
    private static readonly string[] Services =
        ["garmin", "applehealth", "fitbit", "healthconnect", "googlefit", "samsunghealth", "withings", "oura", "polar", "whoop", "calorieadjustment"];

    private static readonly string[] Supplements = ["supplement", "nahrungserganzung", "complement", "suplemento", "integrator"];

    /// <summary>Cells that stand for "no value".</summary>
    private static readonly string[] Nothing = ["-", "–", "—", "n/a", "N/A"];

    /// <summary>Tablets are logged as foods of a category of their own.</summary>
    internal static bool IsSupplement(string? category) =>
        category is not null && Supplements.Any(word => CsvHeader.Normalize(category).Contains(word, StringComparison.Ordinal));

    internal static bool IsService(string exercise)
    {
        var folded = CsvHeader.Normalize(exercise);
        return Services.Any(service => folded.Contains(service, StringComparison.Ordinal));
    }

    internal static int Find(CsvHeader header, string[] names) => names.Select(header.Find).FirstOrDefault(place => place >= 0, -1);

    internal static int Find(CsvTable table, string[] names) => names.Select(table.Find).FirstOrDefault(place => place >= 0, -1);

    /// <summary>A number as the website prints it; null where the cell says nothing, with a reject where it says something else.</summary>
    internal static double? Number(CsvRow row, int place, bool hasDecimalComma)
    {
        if (row[place] is not { } text || Nothing.Contains(text))
        {
            return null;
        }

        // "<0.01" is a trace: as much as that at most.
        var number = TextNumber.ParseGrouped(text.TrimStart('<', ' '), hasDecimalComma);
        if (number is null)
        {
            row.Reject("a value that is not a number");
        }

        return number;
    }
}
