namespace KneeTwitch.Core.Readings;

/// <summary>
/// Everything that is measured, logged or computed, with the unit in the name. The numbers are stored: never reuse or change one.
/// What a metric is (family, merge, day rule, JSON name) stands in <see cref="Metrics"/>.
/// </summary>
public enum Metric : short
{
    // Activity
    Steps = 1,
    DistanceM = 2,
    CyclingDistanceM = 3,
    SwimmingDistanceM = 4,
    ActiveEnergyKcal = 5,
    BasalEnergyKcal = 6,
    ExerciseMinutes = 7,
    StandMinutes = 8,
    FlightsClimbed = 9,
    StandHours = 10,
    ModerateMinutes = 11,
    VigorousMinutes = 12,

    /// <summary>Rest and activity in one number, which nobody can take apart: never added to, or taken for, active or basal energy.</summary>
    TotalEnergyKcal = 13,

    // A workout is the readings of these metrics that share source, start and end.
    WorkoutSport = 20,
    WorkoutMinutes = 21,
    WorkoutDistanceM = 22,
    WorkoutEnergyKcal = 23,
    WorkoutAverageHeartRateBpm = 24,
    WorkoutMaxHeartRateBpm = 25,
    WorkoutRpe = 26,
    WorkoutAscentM = 27,
    WorkoutTemperatureC = 28,

    // Minutes in the five heart-rate zones, as the vendor cut them.
    WorkoutZone1Minutes = 30,
    WorkoutZone2Minutes = 31,
    WorkoutZone3Minutes = 32,
    WorkoutZone4Minutes = 33,
    WorkoutZone5Minutes = 34,

    // The vendor's own totals of a local day.
    VendorSteps = 40,
    VendorDistanceM = 41,
    VendorActiveEnergyKcal = 42,
    VendorExerciseMinutes = 43,
    VendorStandHours = 44,
    VendorSleepMinutes = 45,
    VendorInBedMinutes = 46,
    VendorFlightsClimbed = 47,
    VendorBasalEnergyKcal = 48,
    VendorTotalEnergyKcal = 49,
    VendorWaterMl = 50,
    VendorDietaryEnergyKcal = 51,
    VendorCaffeineMg = 52,
    VendorMagnesiumMg = 53,
    VendorPotassiumMg = 54,
    VendorSodiumMg = 55,
    VendorCalciumMg = 56,
    VendorModerateMinutes = 57,
    VendorVigorousMinutes = 58,
    VendorCarbohydratesG = 59,
    VendorProteinG = 60,
    VendorFatG = 61,
    VendorFiberG = 62,
    VendorSugarG = 63,
    VendorVitaminDMcg = 64,
    VendorVitaminB6Mg = 65,
    VendorVitaminB12Mcg = 66,
    VendorVitaminCMg = 67,
    VendorIronMg = 68,
    VendorZincMg = 69,
    VendorAlcoholDrinks = 70,

    // Sleep: intervals whose value is a SleepStage; the rest is derived for a day.
    SleepStage = 100,
    SleepMinutes = 110,
    InBedMinutes = 111,
    AwakeMinutes = 112,
    DeepSleepMinutes = 113,
    RemSleepMinutes = 114,
    LightSleepMinutes = 115,
    BedTimeMinute = 116,
    WakeTimeMinute = 117,
    SleepEfficiencyPercent = 118,
    NapMinutes = 119,

    // Hydration; entries and span say how complete the log is.
    WaterMl = 150,
    DrinkEntries = 160,
    DrinkSpanMinutes = 161,

    // Nutrition
    CaffeineMg = 200,
    MagnesiumMg = 201,
    PotassiumMg = 202,
    SodiumMg = 203,
    CalciumMg = 204,
    DietaryEnergyKcal = 205,
    CarbohydratesG = 206,
    ProteinG = 207,
    FatG = 208,
    FiberG = 209,
    SugarG = 210,
    VitaminDMcg = 211,
    VitaminB6Mg = 212,
    VitaminB12Mcg = 213,
    VitaminCMg = 214,
    IronMg = 215,
    ZincMg = 216,
    AlcoholDrinks = 217,

    // Body: heart
    HeartRateBpm = 300,
    RestingHeartRateBpm = 301,
    WalkingHeartRateBpm = 302,
    HeartRateRecoveryBpm = 303,
    HrvSdnnMs = 304,
    HrvRmssdMs = 305,

    // Body: gait
    WalkingSpeedMps = 320,
    WalkingStepLengthCm = 321,
    WalkingAsymmetryPercent = 322,
    DoubleSupportPercent = 323,
    WalkingSteadinessPercent = 324,
    SixMinuteWalkM = 325,
    StairAscentSpeedMps = 326,
    StairDescentSpeedMps = 327,

    // Body: the rest
    OxygenSaturationPercent = 340,
    RespiratoryRatePerMinute = 341,
    BodyTemperatureC = 342,
    SleepingWristTemperatureC = 343,
    SystolicMmhg = 344,
    DiastolicMmhg = 345,
    BloodGlucoseMgPerDl = 346,
    Vo2MaxMlPerKgMinute = 347,
    BodyMassKg = 348,
    HeightCm = 349,
    BodyFatPercent = 350,

    /// <summary>Against the vendor's own baseline: differs between vendors, never to be mixed with a temperature.</summary>
    SkinTemperatureDeviationC = 352,

    /// <summary>0 to 100 by the vendor's own arithmetic.</summary>
    VendorStressScore = 360,

    // Diary: symptoms, 0 to 10 (0 said to be absent; 2, 5, 8 mild, moderate, severe; -1 present, severity not said).
    HeadacheSeverity = 400,
    FatigueSeverity = 401,
    NauseaSeverity = 402,
    AbdominalCrampsSeverity = 403,
    BloatingSeverity = 404,
    LowerBackPainSeverity = 405,
    BodyAcheSeverity = 406,
    DizzinessSeverity = 407,
    SleepChangesSeverity = 408,
    MoodChangesSeverity = 409,
    AppetiteChangesSeverity = 410,
    MemoryLapseSeverity = 411,
    ChestTightnessSeverity = 412,
    FaintingSeverity = 413,
    FeverSeverity = 414,
    ChillsSeverity = 415,
    DiarrheaSeverity = 416,
    VomitingSeverity = 417,
    ShortnessOfBreathSeverity = 418,
    RacingHeartbeatSeverity = 419,
    SkippedHeartbeatSeverity = 420,
    BladderIncontinenceSeverity = 421,
    NightSweatsSeverity = 422,
    CoughingSeverity = 423,
    HeartburnSeverity = 424,
    ConstipationSeverity = 425,
    PelvicPainSeverity = 426,
    SoreThroatSeverity = 427,

    // Diary: what the wearer rates or counts.
    StressScore = 440,
    SorenessLeftScore = 441,
    SorenessRightScore = 442,
    ThirstScore = 443,
    UrineColourGrade = 444,
    NicotineUnits = 445,
    MindfulMinutes = 446,

    // Diary: what the wearer said of the whole day; the value is a CheckInItems, all that is said of a day holds.
    CheckIn = 450,

    // Diary, derived for a day from its episodes and check-ins: at least so many where only "yes" was said.
    TwitchEpisodes = 451,
    KneeTwitchEpisodes = 452,

    // Derived for a day by Summarizing, for the rules.
    LegLoadRpe = 500,
    LegLoadEdwards = 501,
    LegLoadBanister = 502,
    LegLoadKcal = 503,
    LegMinutes = 504,
    WornHours = 505,

    /// <summary>The largest single entry of the caffeine log.</summary>
    CaffeineLargestDoseMg = 506,

    /// <summary>What is left at the time of going to bed of the caffeine of the 24 hours before, as modelled; of the sleep day, like the sleep it precedes.</summary>
    CaffeineAtBedtimeMg = 507,

    /// <summary>How many samples of the night are behind <see cref="HrvSdnnMs"/>; missing where it comes from the day.</summary>
    HrvSdnnNightSamples = 508,
}
