using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Whoop;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Whoop;

public class WhoopExportReaderTests
{
    private const string Night = "2026-03-03 23:00:00,,UTC-05:00,60,52,61,2026-03-03 23:00:00,2026-03-04 07:00:00,450,480";
    private const string Columns = "Cycle start time,Cycle end time,Cycle timezone,Recovery score %,Resting heart rate (bpm),Heart rate variability (ms),Sleep onset,Wake onset,Asleep duration (min),In bed duration (min)";
    private static readonly WhoopExportReader Reader = new();

    private static string Folder => Path.GetDirectoryName(Sample("Whoop", "sleeps.csv")) ?? "";

    [Fact]
    public async Task The_main_sleep_stands_in_two_tables_and_counts_once()
    {
        var result = await FromAsync(Reader, Folder);

        Assert.Empty(result.Reasons);
        Assert.Equal([435, 450], result.Of(Metric.VendorSleepMinutes).Select(total => total.Value));
        Assert.Equal(240 + 200 + 35, result.Minutes(SleepStage.Light));
        Assert.Equal(3, result.Of(Metric.SleepStage).Count(stage => stage.Value == (double)SleepStage.InBed));
        Assert.Equal(2, result.Of(Metric.RestingHeartRateBpm).Count);
    }

    [Fact]
    public async Task Times_are_the_wearers_clock_and_the_zone_column_tells_the_offset()
    {
        var result = await OfAsync(Reader, ("cycles.csv", $"{Columns}\n{Night}\n"));

        var hrv = Assert.Single(result.Of(Metric.HrvRmssdMs));
        Assert.Equal((Utc("2026-03-04 04:00"), Utc("2026-03-04 12:00"), 61), (hrv.Start, hrv.End, hrv.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), result.Of(Metric.VendorSleepMinutes)[0].Start);
    }

    [Fact]
    public async Task A_running_cycle_and_one_without_sleep_say_nothing_rather_than_zero()
    {
        var result = await OfAsync(Reader, ("cycles.csv", $"{Columns}\n2026-03-05 00:00:00,,UTCZ,,,,,,,\n"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Energy_in_cal_is_kilocalories_and_shares_of_zones_become_minutes()
    {
        var result = await FromAsync(Reader, Sample("Whoop", "workouts.csv"));

        Assert.Equal(420, result.Only(Metric.WorkoutEnergyKcal));
        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal(12, result.Only(Metric.WorkoutZone3Minutes));
        Assert.Equal(6, result.Only(Metric.WorkoutZone5Minutes));
        Assert.Equal(6_500, result.Only(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task The_energy_of_a_cycle_is_not_active_energy_and_scores_are_counted_as_unread()
    {
        var result = await FromAsync(Reader, Folder);

        Assert.Empty(result.Of(Metric.ActiveEnergyKcal));
        Assert.Empty(result.Of(Metric.VendorActiveEnergyKcal));
        Assert.Equal(3, result.Unread["column Day Strain"]);
        Assert.DoesNotContain("column Energy burned (cal)", result.Unread.Keys);
    }

    [Fact]
    public async Task The_energy_of_a_cycle_is_all_of_a_day_and_two_cycles_of_a_day_add_up()
    {
        const string rows = "2026-03-03 23:00:00,2026-03-04 12:00:00,UTC-05:00,1500,2026-03-03 23:00:00,2026-03-04 07:00:00\n"
            + "2026-03-04 12:00:00,2026-03-04 22:30:00,UTC-05:00,700,,\n2026-03-04 22:30:00,,UTC-05:00,,2026-03-04 22:30:00,2026-03-05 06:00:00\n";

        var result = await OfAsync(Reader, ("cycles.csv", "Cycle start time,Cycle end time,Cycle timezone,Energy burned (cal),Sleep onset,Wake onset,Day Strain\n" + rows));

        Assert.Equal((2_200, Utc("2026-03-04 00:00")), (result.Only(Metric.VendorTotalEnergyKcal), result.Of(Metric.VendorTotalEnergyKcal)[0].Start));
    }

    [Fact]
    public async Task Answers_of_the_journal_are_tags_of_the_day_of_their_cycle()
    {
        var result = await FromAsync(Reader, Folder);
        var again = await FromAsync(Reader, Folder);

        Assert.Equal(
            [("Consumed caffeine?", true, "two cups"), ("Have any alcoholic drinks?", false, null), ("Slept in a tent?", true, null)],
            result.Context.Diary.Entries.Select(entry => Assert.IsType<Tag>(entry.What)).Select(tag => (tag.Name, tag.IsYes ?? false, tag.Remark)));
        Assert.All(result.Context.Diary.Entries, entry => Assert.Equal(new DateOnly(2026, 3, 3), entry.Time?.Day));
        Assert.Equal(result.Context.Diary.Entries, again.Context.Diary.Entries);
    }

    [Fact]
    public async Task A_note_loses_the_apostrophe_that_kept_it_from_being_a_formula()
    {
        var result = await OfAsync(Reader, ("logbuch_eintraege.csv", "Startzeit des Zyklus,Zeitzone des Zyklus,Fragetext,Mit Ja geantwortet,Notizen\n2026-03-03 08:00:00,UTC+01:00,Stress?,true,'=hm\n2026-03-03 08:00:00,UTC+01:00,Wasser?,vielleicht,\n"));

        Assert.Equal("=hm", Assert.Single(result.Context.Diary.Entries).What?.Remark);
        Assert.Equal(["an answer of the journal that cannot be read"], result.Reasons);
    }

    [Theory]
    [InlineData("Startzeit des Zyklus,Zeitzone des Zyklus,Erholungswert %,Ruheherzfrequenz (Schläge pro Minute),Herzfrequenzvariabilität (ms),Beginn des Schlafs,Beginn des Aufwachens,Dauer des Tiefschlafs (Min.)")]
    [InlineData("Hora de inicio del ciclo,Zona horaria del ciclo,Puntuación de recuperación (%),Frecuencia cardíaca en reposo (lpm),Variabilidad de la frecuencia cardíaca (ms),Inicio del sueño,Inicio de la vigilia,Duración de sueño profundo (SWS) (min)")]
    [InlineData("Heure de début du cycle,Fuseau horaire du cycle,Score de récupération\u00A0%,Fréquence cardiaque au repos (bpm),Variabilité de la fréquence cardiaque (ms),Premiers signes de sommeil,Premiers signes de réveil,Durée du sommeil profond (min)")]
    [InlineData("Hora de início do ciclo,Fuso horário do ciclo,Pontuação de recuperação %,Frequência cardíaca em repouso (bpm),Variabilidade da frequência cardíaca (ms),Início do sono,Início da vigília,Duração profundo (Sono) (min)")]
    public async Task Headers_follow_the_language_of_the_account(string header)
    {
        var files = ("x.csv", $"\uFEFF{header}\r\n2026-03-03 23:00:00,UTC+01:00,60,52,61,2026-03-03 23:00:00,2026-03-04 07:00:00,90\r\n");

        var recognition = await RecognizeAsync(Reader, files);
        var result = await OfAsync(Reader, files);

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Equal(52, result.Only(Metric.RestingHeartRateBpm));
        Assert.Equal(61, result.Only(Metric.HrvRmssdMs));
        Assert.Equal(90, result.Minutes(SleepStage.Deep));
    }

    [Fact]
    public async Task A_date_that_a_spreadsheet_made_ambiguous_is_not_guessed()
    {
        var result = await OfAsync(Reader, ("cycles.csv", $"{Columns}\n3/4/2026 0:10,,UTC-05:00,60,52,61,3/4/2026 0:10,3/4/2026 7:00,400,420\n"));

        Assert.Empty(result.Readings);
        Assert.Contains(WhoopRow.Ambiguous, result.Reasons);
    }

    [Fact]
    public async Task Columns_may_come_in_any_order_and_unknown_ones_are_named()
    {
        var result = await OfAsync(Reader, ("c.csv", "Moon phase,Heart rate variability (ms),Wake onset,Sleep onset,Recovery score %,Cycle timezone,Cycle start time\nfull,61,2026-03-04 07:00:00,2026-03-03 23:00:00,50,UTC+01:00,2026-03-03 23:00:00\n"));

        Assert.Equal(61, result.Only(Metric.HrvRmssdMs));
        Assert.Equal(1, result.Unread["column Moon phase"]);
    }
}
