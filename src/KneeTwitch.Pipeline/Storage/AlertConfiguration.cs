using KneeTwitch.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> row)
    {
        row.ToTable("alerts", table => table.HasComment("Persistent patterns with a life. Written by Alerting."));
        row.HasKey(entry => new { entry.WearerId, entry.Id });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.Property(entry => entry.Id).HasColumnName("alert_id");
        row.Property(entry => entry.Evidence).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<IReadOnlyDictionary<string, double>>(), JsonColumn.Comparer<IReadOnlyDictionary<string, double>>());
        row.Property(entry => entry.Changes).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<IReadOnlyList<AlertChange>>(), JsonColumn.Comparer<IReadOnlyList<AlertChange>>());
    }
}
