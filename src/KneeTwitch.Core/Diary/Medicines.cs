using System.Globalization;
using System.Text;

namespace KneeTwitch.Core.Diary;

/// <summary>What a medicine is, from its ATC code where one is written, else from its name. A name that is not known is no medicine of any class.</summary>
public static class Medicines
{
    private static readonly (string Atc, MedicineClass Class)[] Classes =
    [
        ("N06BA", MedicineClass.Stimulant),
        ("C03", MedicineClass.Diuretic),
        ("C03D", MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium),
        ("C03E", MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium),
        ("R03AC", MedicineClass.AsthmaMedicine),
        ("R03AK", MedicineClass.AsthmaMedicine),
        ("R03CC", MedicineClass.AsthmaMedicine),
        ("R03DA", MedicineClass.AsthmaMedicine),
        ("C10AA", MedicineClass.Statin),
        ("C10B", MedicineClass.Statin),
        ("C09A", MedicineClass.RaisesPotassium),
        ("C09B", MedicineClass.RaisesPotassium),
        ("C09C", MedicineClass.RaisesPotassium),
        ("C09D", MedicineClass.RaisesPotassium),
    ];

    /// <summary>What salts end on, in English and German: "Salbutamolsulfat" is salbutamol.</summary>
    private static readonly string[] Salts = ["hydrochloride", "hydrochlorid", "sulphate", "sulfate", "sulfat", "maleate", "maleat", "fumarate", "fumarat", "calcium", "natrium", "kalium"];

    public static MedicineClass ClassOf(Medicine medicine) => ClassOf(medicine.Atc, medicine.Name);

    public static MedicineClass ClassOf(Dose dose) => ClassOf(dose.Atc, dose.Name);

    /// <summary>The ATC codes (of the level that names what it does, such as R03AC) of what a name speaks of; empty where none is known.</summary>
    /// <param name="name">As somebody wrote it, with strength, maker and form: "Salbutamol 100 mcg inhaler".</param>
    public static IReadOnlyList<string> AtcOf(string name) => [.. WordsIn(name).SelectMany(CodesOf).Distinct().Order(StringComparer.Ordinal)];

    private static MedicineClass ClassOf(string? atc, string name) =>
        string.IsNullOrWhiteSpace(atc) ? AtcOf(name).Aggregate(MedicineClass.None, (all, code) => all | ClassOfCode(code)) : ClassOfCode(atc.Trim());

    private static MedicineClass ClassOfCode(string atc) => Classes
        .Where(known => atc.StartsWith(known.Atc, StringComparison.OrdinalIgnoreCase))
        .Aggregate(MedicineClass.None, (all, known) => all | known.Class);

    private static IEnumerable<string> CodesOf(string word)
    {
        if (MedicineNames.All.TryGetValue(word, out var codes))
        {
            return codes;
        }

        var salt = Salts.FirstOrDefault(salt => word.EndsWith(salt, StringComparison.Ordinal));
        return salt is not null && MedicineNames.All.TryGetValue(word[..^salt.Length], out var ofSalt) ? ofSalt : [];
    }

    /// <summary>Whole words only: "nystatin" is no statin. Accents do not count.</summary>
    private static List<string> WordsIn(string name)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetter(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
