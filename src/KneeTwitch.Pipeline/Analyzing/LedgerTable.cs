using System.Text.Json;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace KneeTwitch.Pipeline.Analyzing;

/// <summary>The only writer of the ledger (<c>assessments</c>, <c>analyzed_wearers</c>).</summary>
public static class LedgerTable
{
    private const string Upsert =
        """
        insert into assessments (wearer_id, factor, day, grade, is_clean, level, standing, since, reason, missing, evidence, rule_version)
        select $1, * from unnest($2::text[], $3::date[], $4::smallint[], $5::boolean[], $6::smallint[], $7::smallint[], $8::date[], $9::text[], $10::text[], $11::jsonb[], $12::text[])
        on conflict (wearer_id, factor, day) do update set
            grade = excluded.grade, is_clean = excluded.is_clean, level = excluded.level, standing = excluded.standing, since = excluded.since,
            reason = excluded.reason, missing = excluded.missing, evidence = excluded.evidence, rule_version = excluded.rule_version
        """;

    private const string DeleteOthers =
        "delete from assessments where wearer_id = $1 and (day < $2 or day > $3 or factor <> all($4))";

    private const string Through =
        """
        insert into analyzed_wearers (wearer_id, through, at) values ($1, $2, $3)
        on conflict (wearer_id) do update set through = excluded.through, at = excluded.at
        """;

    /// <summary>A wearer's whole ledger, in the order of factors and days.</summary>
    public static async Task<IReadOnlyList<Assessment>> LoadAsync(KneeTwitchDb db, CancellationToken cancel)
    {
        var rows = await db.Assessments.AsNoTracking().OrderBy(row => row.Factor).ThenBy(row => row.Day).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToAssessment());
    }

    /// <summary>Whether two assessments of one factor and day say the same, so that nothing needs to be written.</summary>
    public static bool AreSame(Assessment a, Assessment b) =>
        a with { Evidence = b.Evidence } == b
        && a.Evidence.Count == b.Evidence.Count
        && a.Evidence.All(number => b.Evidence.TryGetValue(number.Key, out var other) && other.Equals(number.Value));

    /// <summary>Replaces what differs between the ledger and a new judgement of all days; the rows that are the same are not touched.</summary>
    /// <param name="connection">Open for the wearer, in a transaction that holds the wearer's lock.</param>
    /// <param name="wearerId">Whose ledger it is.</param>
    /// <param name="changed">The assessments that are new or differ.</param>
    /// <param name="span">First and last judged day; anything outside has lost its data.</param>
    /// <param name="now">When this analysis ran.</param>
    /// <param name="cancel">Stops between statements; the transaction is the caller's.</param>
    public static async Task SaveAsync(
        NpgsqlConnection connection, Guid wearerId, IReadOnlyList<Assessment> changed, (DateOnly First, DateOnly Last) span, DateTimeOffset now, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(DeleteOthers) { Parameters = { Of(wearerId), Of(span.First), Of(span.Last), Of(RiskFactors.All.Select(factor => factor.Id).ToArray()) } },
                new(Through) { Parameters = { Of(wearerId), Of(span.Last), Of(now) } },
            },
        };
        if (changed.Count > 0)
        {
            batch.BatchCommands.Add(UpsertCommand(wearerId, changed));
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlBatchCommand UpsertCommand(Guid wearerId, IReadOnlyList<Assessment> rows) => new(Upsert)
    {
        Parameters =
        {
            Of(wearerId),
            Of(Column(rows, row => row.Factor)),
            Of(Column(rows, row => row.Day)),
            Of(Column(rows, row => (short?)row.Grade)),
            Of(Column(rows, row => row.IsClean)),
            Of(Column(rows, row => (short)row.Level)),
            Of(Column(rows, row => (short)row.Standing)),
            Of(Column(rows, row => row.Since)),
            Of(Column(rows, row => row.Reason)),
            Of(Column(rows, row => row.Missing)),
            new() { Value = Column(rows, row => JsonSerializer.Serialize(row.Evidence, JsonColumn.Options)), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            Of(Column(rows, row => row.RuleVersion)),
        },
    };

    private static T[] Column<T>(IReadOnlyList<Assessment> rows, Func<Assessment, T> of) => [.. rows.Select(of)];

    private static NpgsqlParameter Of(object value) => new() { Value = value };
}
