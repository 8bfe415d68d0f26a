using KneeTwitch.Pipeline.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeTwitch.Hosting;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(WearerDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.ConnectAsync(Guid.Empty, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1";
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
