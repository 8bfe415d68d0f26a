namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>The columns we read, as the app calls them in English, German, Spanish, French and Portuguese; energy in "cal" is kilocalories.</summary>
internal static class WhoopWords
{
    internal static readonly string[] CycleStart =
        ["Cycle start time", "Startzeit des Zyklus", "Hora de inicio del ciclo", "Heure de début du cycle", "Hora de início do ciclo"];

    internal static readonly string[] CycleEnd =
        ["Cycle end time", "Endzeit des Zyklus", "Hora de finalización del ciclo", "Heure de fin du cycle", "Hora de fim do ciclo"];

    internal static readonly string[] Zone =
        ["Cycle timezone", "Zeitzone des Zyklus", "Zona horaria del ciclo", "Fuseau horaire du cycle", "Fuso horário do ciclo"];

    internal static readonly string[] Recovery =
        ["Recovery score %", "Erholungswert %", "Puntuación de recuperación (%)", "Score de récupération %", "Pontuação de recuperação %"];

    internal static readonly string[] Strain = ["Day Strain", "Tagesbelastung", "Esfuerzo del día", "Effort du jour", "Esforço diário"];

    internal static readonly string[] RestingHeartRate =
    [
        "Resting heart rate (bpm)", "Ruheherzfrequenz (Schläge pro Minute)", "Frecuencia cardíaca en reposo (lpm)",
        "Fréquence cardiaque au repos (bpm)", "Frequência cardíaca em repouso (bpm)",
    ];

    internal static readonly string[] Hrv =
    [
        "Heart rate variability (ms)", "Herzfrequenzvariabilität (ms)", "Variabilidad de la frecuencia cardíaca (ms)",
        "Variabilité de la fréquence cardiaque (ms)", "Variabilidade da frequência cardíaca (ms)",
    ];

    internal static readonly string[] SkinTemperature =
        ["Skin temp (celsius)", "Hauttemperatur (Celsius)", "Temp. cutánea (grados centígrados)", "Température cutanée (Celsius)", "Temp. da pele (celsius)"];

    internal static readonly string[] OxygenSaturation =
        ["Blood oxygen %", "Blutsauerstoff %", "Oxígeno en sangre %", "Niveau d'oxygène %", "Niveau d’oxygène %", "% de oxigênio no sangue"];

    internal static readonly string[] Onset = ["Sleep onset", "Beginn des Schlafs", "Inicio del sueño", "Premiers signes de sommeil", "Início do sono"];

    internal static readonly string[] Wake = ["Wake onset", "Beginn des Aufwachens", "Inicio de la vigilia", "Premiers signes de réveil", "Início da vigília"];

    internal static readonly string[] Breaths =
    [
        "Respiratory rate (rpm)", "Atemfrequenz (Atemzüge/Min.)", "Frecuencia respiratoria (rpm)", "Fréquence respiratoire (tr/min)",
        "Frequência respiratória (rpm)",
    ];

    internal static readonly string[] Asleep =
        ["Asleep duration (min)", "Schlafdauer (Min.)", "Duración del sueño (min)", "Durée du sommeil (min)", "Duração do sono (min)"];

    internal static readonly string[] InBed =
        ["In bed duration (min)", "Dauer im Bett (Min.)", "Tiempo en la cama (min)", "Temps passé au lit (min)", "Duração na cama (min)"];

    internal static readonly string[] Light =
    [
        "Light sleep duration (min)", "Dauer des Leichtschlafs (Min.)", "Duración de sueño ligero (min)", "Durée du sommeil léger (min)",
        "Duração do sono leve (min)",
    ];

    internal static readonly string[] Deep =
    [
        "Deep (SWS) duration (min)", "Dauer des Tiefschlafs (Min.)", "Duración de sueño profundo (SWS) (min)", "Durée du sommeil profond (min)",
        "Duração profundo (Sono) (min)",
    ];

    internal static readonly string[] Rem =
        ["REM duration (min)", "Dauer des REM-Schlafs (Min.)", "Duración de sueño REM (min)", "Durée du sommeil paradoxal (min)", "Duração REM (min)"];

    internal static readonly string[] Awake =
    [
        "Awake duration (min)", "Dauer des Aufwachens (Min.)", "Tempo despierto/a (min)", "Tiempo despierto/a (min)", "Temps d'éveil (min)", "Temps d’éveil (min)",
        "Duração de vigília (min)",
    ];

    internal static readonly string[] Nap = ["Nap", "Nickerchen", "Siesta", "Sieste", "Sesta"];

    internal static readonly string[] WorkoutStart =
    [
        "Workout start time", "Startzeit des Trainings", "Hora de inicio del entrenamiento", "Heure de début de l'entraînement",
        "Heure de début de l’entraînement", "Hora de início do treino",
    ];

    internal static readonly string[] WorkoutEnd =
    [
        "Workout end time", "Endzeit des Trainings", "Hora de finalización del entrenamiento", "Heure de fin de l'entraînement",
        "Heure de fin de l’entraînement", "Hora de fim do treino",
    ];

    internal static readonly string[] Activity =
        ["Activity name", "Name der Aktivität", "Nombre de la actividad", "Nom de l'activité", "Nom de l’activité", "Nome da atividade"];

    internal static readonly string[] Duration = ["Duration (min)", "Dauer (Min.)", "Duración (min)", "Durée (min)", "Duração (min)"];

    internal static readonly string[] Energy =
        ["Energy burned (cal)", "Verbrannte Energie (cal)", "Energía quemada (cal)", "Dépense énergétique (cal.)", "Energia queimada (cal)"];

    internal static readonly string[] MaxHeartRate =
        ["Max HR (bpm)", "Max HF (Schläge pro Minute)", "Max. HF (Schläge pro Minute)", "FC máx. (lpm)", "FC max. (bpm)"];

    internal static readonly string[] AverageHeartRate =
        ["Average HR (bpm)", "Durchschnittliche HF (Schläge pro Minute)", "FC promedio (lpm)", "FC moyenne (bpm)", "FC média (bpm)"];

    internal static readonly string[] Distance = ["Distance (meters)", "Distanz (Meter)", "Distancia (metros)", "Distance (mètres)", "Distância (metros)"];

    internal static readonly string[] Ascent =
        ["Altitude gain (meters)", "Höhengewinn (Meter)", "Aumento de altitud (metros)", "Gain d'altitude (mètres)", "Gain d’altitude (mètres)", "Ganho de altitude (metros)"];

    internal static readonly string[] Question = ["Question text", "Fragetext", "Texto de la pregunta", "Texte de la question", "Texto da pergunta"];

    /// <summary>The share of a workout in a heart-rate zone, 1 to 5, percent.</summary>
    internal static string[] ZoneShare(int zone) =>
        [$"HR Zone {zone} %", $"HF-Zone {zone} %", $"Zona {zone} de FC %", $"Zona de FC {zone} %", $"Zone FC {zone} %"];
}
