using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>How much of a medicine: what was given at once, or what is to be taken each day.</summary>
internal static class FhirDosage
{
    private static readonly (string Unit, double Days)[] Periods = [("h", 1 / 24.0), ("d", 1), ("wk", 7)];

    /// <summary>Times a day, by the codes of HL7's table of schedules.</summary>
    private static readonly Dictionary<string, double> Schedules = new(StringComparer.Ordinal)
    {
        ["QD"] = 1,
        ["AM"] = 1,
        ["PM"] = 1,
        ["BID"] = 2,
        ["TID"] = 3,
        ["QID"] = 4,
        ["QOD"] = 0.5,
    };

    /// <summary>The amount of one dose; nulls where it is not said.</summary>
    internal static (double? Amount, string? Unit) OfDose(JsonElement resource)
    {
        // A statement has a list where an administration has one.
        var dosage = resource.Field("dosage");
        var said = dosage is { ValueKind: JsonValueKind.Array } ? resource.Items("dosage").FirstOrDefault() : dosage ?? default;
        return Quantity(said);
    }

    /// <summary>The amount of a day; nulls where it is not said, or is only taken when it is needed.</summary>
    internal static (double? Amount, string? Unit) OfDay(JsonElement resource)
    {
        double? sum = null;
        string? unit = null;
        foreach (var dosage in Instructions(resource))
        {
            var (amount, named) = Quantity(dosage);
            if (amount * TimesADay(dosage) is not { } daily || (sum is not null && named != unit))
            {
                return (null, null);
            }

            (sum, unit) = ((sum ?? 0) + daily, named);
        }

        return (sum, unit);
    }

    /// <summary>The period in which a request is to be followed, if it says one.</summary>
    internal static JsonElement? BoundsOf(JsonElement request) =>
        Instructions(request).Select(dosage => dosage.Field("timing")?.Field("repeat")?.Field("boundsPeriod")).FirstOrDefault(period => period is not null);

    private static IEnumerable<JsonElement> Instructions(JsonElement resource) => resource.Items("dosageInstruction").Concat(resource.Items("dosage"));

    private static (double? Amount, string? Unit) Quantity(JsonElement dosage)
    {
        var rate = dosage.Items("doseAndRate").FirstOrDefault();
        var quantity = rate.Field("doseQuantity") ?? dosage.Field("doseQuantity") ?? dosage.Field("dose") ?? dosage.Field("quantityQuantity") ?? dosage.Field("quantity");
        return quantity?.Number("value") is { } amount ? (amount, quantity.Value.Text("unit") ?? quantity.Value.Text("code")) : (null, null);
    }

    private static double? TimesADay(JsonElement dosage)
    {
        if (dosage.Flag("asNeededBoolean") is true || dosage.Field("asNeededCodeableConcept") is not null || dosage.Field("timing") is not { } timing)
        {
            return null;
        }

        if (timing.Field("repeat") is { } repeat && repeat.Number("period") is > 0 and var period)
        {
            var days = Array.Find(Periods, known => known.Unit == (repeat.Text("periodUnit") ?? repeat.Text("periodUnits"))).Days;
            return days > 0 ? (repeat.Number("frequency") ?? 1) / (period * days) : null;
        }

        var code = timing.Field("code")?.Items("coding").Select(coding => coding.Text("code")).FirstOrDefault(code => code is not null);
        return code is not null && Schedules.TryGetValue(code, out var times) ? times : null;
    }
}
