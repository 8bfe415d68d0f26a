using System.IO.Compression;

namespace KneeTwitch.EndToEnd.Tests;

/// <summary>A tiny Apple Health export: two invented days of steps, drinks and a night.</summary>
internal static class TinyExport
{
    internal const int Steps = 1500, WaterMl = 650;

    private const string Xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE HealthData [
        <!-- HealthKit Export Version: 14 -->
        <!ELEMENT HealthData ANY>
        ]>
        <HealthData locale="en_GB">
         <ExportDate value="2026-03-03 09:00:00 +0000"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's Watch" unit="count" startDate="2026-03-01 10:00:00 +0000" endDate="2026-03-01 10:10:00 +0000" value="900"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's Watch" unit="count" startDate="2026-03-01 15:00:00 +0000" endDate="2026-03-01 15:10:00 +0000" value="600"/>
         <Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="Sip Diary" unit="mL" startDate="2026-03-01 09:00:00 +0000" endDate="2026-03-01 09:00:00 +0000" value="250"/>
         <Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="Sip Diary" unit="mL" startDate="2026-03-01 14:00:00 +0000" endDate="2026-03-01 14:00:00 +0000" value="400"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's Watch" unit="count" startDate="2026-03-01 16:00:00 +0000" endDate="2026-03-01 16:10:00 +0000" value="many"/>
         <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Ida's Watch" startDate="2026-03-01 23:00:00 +0000" endDate="2026-03-02 06:30:00 +0000" value="HKCategoryValueSleepAnalysisAsleepUnspecified"/>
        </HealthData>
        """;

    /// <summary>The unpacked folder.</summary>
    internal static string WriteFolder(string path)
    {
        var inner = Directory.CreateDirectory(Path.Combine(path, "apple_health_export"));
        File.WriteAllText(Path.Combine(inner.FullName, "export.xml"), Xml);
        return path;
    }

    /// <summary>The zip, under whatever name.</summary>
    internal static string WriteZip(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var text = new StreamWriter(zip.CreateEntry("apple_health_export/Exportieren.xml").Open());
        text.Write(Xml);
        return path;
    }
}
