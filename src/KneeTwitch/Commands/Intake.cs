using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Takes exports in and follows their imports to the end. Who does the work, this process or a server's worker, is all the same: the imports table tells.</summary>
internal static class Intake
{
    internal static async Task<IReadOnlyList<ImportOutcome>> RunAsync(Invocation run, OpenDatabase database, Guid wearerId, IEnumerable<string> paths, CancellationToken cancel)
    {
        var (store, table) = (new ExportStore(run.Settings.Imports), database.Get<ImportTable>());
        List<Guid> imports = [];
        foreach (var path in paths)
        {
            var stored = await store.PutAsync(path, cancel);
            var import = await table.AcceptAsync(wearerId, stored, run.Get(ImportCommand.Zone), run.Get(ImportCommand.Format), run.Get(ImportCommand.Person), cancel);
            imports.Add(import.ImportId);
        }

        var wearers = database.Get<WearerDatabase>();
        return await ImportBar.FollowAsync(run.Screen, database.Get<TimeProvider>(), () => ImportOutcome.LoadAsync(wearers, wearerId, imports, cancel), cancel);
    }
}
