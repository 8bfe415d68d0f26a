namespace KneeTwitch.Core.Diary;

/// <summary>
/// Substances and brands, English and German, with the ATC codes (fourth level, WHO) of what they hold; a combination has several. Left out are
/// names that mean something else in another country, such as Aquaphor.
/// </summary>
internal static class MedicineNames
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = Table();

    private static Dictionary<string, string[]> Table()
    {
        var table = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (atc, names) in Rows)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table.Add(name, atc.Split(' '));
            }
        }

        return table;
    }

    private static (string Atc, string Names)[] Rows =>
    [
        ("N06BA", """
            methylphenidate methylphenidat ritalin ritaline rilatine concerta medikinet equasym kinecteen metadate daytrana quillivant jornay aptensio
            biphentin dexmethylphenidate dexmethylphenidat focalin azstarys amfetamine amphetamine amfetamin amphetamin adderall mydayis evekeo
            dexamfetamine dexamphetamine dexamfetamin dextroamphetamine dextroamfetamine attentin dexedrine zenzedi amfexa
            lisdexamfetamine lisdexamphetamine lisdexamfetamin elvanse vyvanse aduvanz tyvense methamphetamine metamfetamine desoxyn
            atomoxetine atomoxetin strattera modafinil provigil armodafinil nuvigil solriamfetol sunosi
            """.ReplaceLineEndings(" ")),
        ("C03AA", """
            hydrochlorothiazide hydrochlorothiazid hct hctz esidrix esidrex microzide bendroflumethiazide bendroflumethiazid bendrofluazide
            chlorothiazide chlorothiazid
            """.ReplaceLineEndings(" ")),
        ("C03BA", "chlortalidone chlorthalidone chlortalidon chlorthalidon hygroton indapamide indapamid natrilix lozol xipamide xipamid metolazone metolazon zaroxolyn"),
        ("C03CA", "furosemide furosemid frusemide lasix torasemide torasemid torsemide torem demadex bumetanide bumetanid bumex burinex piretanide piretanid"),
        ("C03CC", "etacrynic ethacrynic etacrynsaure edecrin"),
        ("C03DA", "spironolactone spironolacton aldactone eplerenone eplerenon inspra finerenone finerenon kerendia canrenone canrenoate canrenoat kaliumcanrenoat"),
        ("C03DB", "amiloride amilorid midamor triamterene triamteren"),
        ("C03EA", "dyazide maxzide moduretic moduretik amilozide amilozid dytide aldactazide"),
        ("C03EB", "amilofruse"),
        ("R03AC", """
            salbutamol albuterol levalbuterol levosalbutamol ventolin ventoline proventil proair airomir salamol sultanol apsomol bronchospray xopenex
            terbutaline terbutalin bricanyl aerodur fenoterol berotec reproterol bronchospasmin formoterol foradil oxis atimos perforomist
            salmeterol serevent indacaterol onbrez olodaterol striverdi vilanterol
            berodual combivent duoneb spiolto stiolto anoro ultibro enerzair trelegy trimbow duaklir bevespi breztri trixeo
            """.ReplaceLineEndings(" ")),
        ("R03AK", """
            symbicort duoresp seretide advair viani atmadisc airduo wixela foster fostair inuvair kantos flutiform relvar breo dulera zenhale
            atectura airsupra allergospasmin
            """.ReplaceLineEndings(" ")),
        ("R03CC", "clenbuterol spiropent bambuterol bambec tulobuterol"),
        ("R03DA", "theophylline theophyllin aminophylline aminophyllin doxofylline doxofyllin uniphyl uniphyllin phyllocontin bronchoretard euphylong solosin afonilum"),
        ("C10AA", """
            simvastatin atorvastatin rosuvastatin pravastatin fluvastatin lovastatin pitavastatin simvastatine atorvastatine rosuvastatine pravastatine
            zocor zokor lipitor sortis crestor pravachol pravasin mevinacor mevacor lescol locol livalo livazo altoprev simva atorva rosuva statin statine
            """.ReplaceLineEndings(" ")),
        ("C10BA", "inegy vytorin atozet rosuzet"),
        ("C10BX", "caduet"),
        ("C09AA", """
            ramipril lisinopril enalapril captopril perindopril benazepril quinapril fosinopril trandolapril moexipril cilazapril zofenopril imidapril spirapril
            delix tritace altace zestril prinivil vasotec xanef acerbon coversyl coversum aceon lotensin accupril monopril mavik capoten tensobon lopirin
            """.ReplaceLineEndings(" ")),
        ("C09BB", "lotrel tarka coveram"),
        ("C09BA C03AA", "zestoretic accuzide vaseretic capozide prinzide"),
        ("C09BA C03BA", "preterax noliprel"),
        ("C09CA", """
            losartan valsartan candesartan irbesartan telmisartan olmesartan azilsartan eprosartan
            cozaar lorzaar diovan atacand blopress aprovel avapro karvea micardis kinzal kinzalmono benicar olmetec votum edarbi teveten provas
            """.ReplaceLineEndings(" ")),
        ("C09DA C03AA", "hyzaar codiovan coaprovel avalide karvezide kinzalkomb"),
        ("C09DB", "exforge twynsta sevikar azor"),
        ("C09DX", "entresto sacubitril"),
    ];
}
