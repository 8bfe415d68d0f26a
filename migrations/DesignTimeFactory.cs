using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace KneeTwitch.Migrations;

/// <summary>Lets <c>dotnet ef</c> see the model; it needs no server for that.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<KneeTwitchDb>
{
    public KneeTwitchDb CreateDbContext(string[] args) => WearerDatabase.OpenAsOwner("Host=localhost;Database=kneetwitch");
}
