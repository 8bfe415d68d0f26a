namespace KneeTwitch.Core.Diary;

/// <summary>What the rules want to know of a medicine; a combination is several things at once [risk-factors C14, S2, S4].</summary>
[Flags]
public enum MedicineClass
{
    /// <summary>None of these, or not known.</summary>
    None = 0,

    /// <summary>C14 a: ATC N06BA.</summary>
    Stimulant = 1,

    /// <summary>C14 b: ATC C03, those that spare potassium as well.</summary>
    Diuretic = 2,

    /// <summary>ATC C03D, and C03E, which holds it.</summary>
    SparesPotassium = 4,

    /// <summary>C14 c, beta-2 agonists and theophyllines: ATC R03AC, R03AK, R03CC, R03DA.</summary>
    AsthmaMedicine = 8,

    /// <summary>C14 d: ATC C10AA, C10B.</summary>
    Statin = 16,

    /// <summary>ACE inhibitors, ARBs and what spares potassium: no advice to eat or drink potassium beside them.</summary>
    RaisesPotassium = 32,
}
