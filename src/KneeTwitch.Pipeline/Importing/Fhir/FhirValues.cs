using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>The value of an observation or of a component of one.</summary>
internal static class FhirValues
{
    internal static bool HasValue(JsonElement holder) =>
        holder.ValueKind is JsonValueKind.Object && holder.EnumerateObject().Any(property => property.Name.StartsWith("value", StringComparison.Ordinal));

    /// <summary>The value in our unit, and what it is a rate of, if it is one; null after a reject, or where nothing was measured.</summary>
    internal static (double Value, string? Per)? Quantity(JsonElement holder, FhirCode code, RowFindings findings)
    {
        if (holder.Field("valueInteger") is { } whole)
        {
            return Converted(whole, "", code, findings);
        }

        if (holder.Field("valueQuantity") is not { } quantity)
        {
            if (HasValue(holder))
            {
                findings.Reject("a value that is no quantity");
            }
            else
            {
                findings.Context.Facts.LeftUnread("observations without a value");
            }

            return null;
        }

        if (quantity.Text("comparator") is not null)
        {
            findings.Context.Facts.LeftUnread("values that are only known to be above or below a bound");
            return null;
        }

        if (quantity.Field("value") is not { } value)
        {
            findings.Context.Facts.LeftUnread("observations without a value");
            return null;
        }

        return Converted(value, quantity.Text("code") ?? quantity.Text("unit") ?? "", code, findings);
    }

    /// <summary>A number without a unit, or with one that says nothing.</summary>
    internal static double? PlainNumber(JsonElement holder) =>
        (holder.Field("valueInteger") ?? holder.Field("valueQuantity")?.Field("value")) is { ValueKind: JsonValueKind.Number } number ? number.AsNumber() : null;

    /// <summary>Codes and words of a value that is a concept or a text, codes first.</summary>
    internal static IEnumerable<string> WordsOf(JsonElement holder)
    {
        var concept = holder.Field("valueCodeableConcept");
        string?[] words =
        [
            .. concept?.Items("coding").Select(coding => coding.Text("code")) ?? [],
            .. concept?.Items("coding").Select(coding => coding.Text("display")) ?? [],
            concept?.Text("text"),
            holder.Text("valueString"),
            holder.Text("valueCode"),
            PlainNumber(holder)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        return words.OfType<string>();
    }

    /// <summary>A number in our unit.</summary>
    internal static (double Value, string? Per)? Converted(JsonElement number, string unit, FhirCode code, RowFindings findings)
    {
        // FHIR writes numbers as numbers: one in quotes was put there by something that does not know what it is.
        if (number.ValueKind is not JsonValueKind.Number || number.AsNumber() is not { } plain)
        {
            findings.Reject("a value that is not a number");
            return null;
        }

        if (Ucum.ToBase(plain, unit, code.Dimension) is var (value, per))
        {
            return (value / code.UnitSize, per);
        }

        findings.Reject($"the unit '{unit}' is not known");
        return null;
    }
}
