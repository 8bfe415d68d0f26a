namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What a unit measures; values convert only inside one dimension.</summary>
internal enum Dimension
{
    Count,

    /// <summary>Base: m.</summary>
    Length,

    /// <summary>Base: kcal.</summary>
    Energy,

    /// <summary>Base: s.</summary>
    Time,

    /// <summary>Base: g.</summary>
    Mass,

    /// <summary>Base: ml.</summary>
    Volume,

    /// <summary>Base: 1/min.</summary>
    Rate,

    /// <summary>Base: m/s.</summary>
    Speed,

    /// <summary>Base: %; some vendors write it as a fraction.</summary>
    Percent,

    /// <summary>Base: °C.</summary>
    Temperature,

    /// <summary>Base: mmHg.</summary>
    Pressure,

    /// <summary>Base: mg/dl.</summary>
    Glucose,

    /// <summary>Base: ml/kg/min.</summary>
    OxygenUptake,
}
