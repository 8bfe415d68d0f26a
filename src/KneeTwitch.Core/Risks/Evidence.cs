using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// A handful of named numbers, rounded to 6 decimals. Two with the same numbers are equal, so assessments can be compared;
/// and it is far lighter than a dictionary, of which ten years would need tens of thousands.
/// </summary>
internal sealed class Evidence : IReadOnlyDictionary<string, double>, IEquatable<Evidence>
{
    public static readonly Evidence None = new([]);

    private readonly KeyValuePair<string, double>[] numbers;

    private Evidence(KeyValuePair<string, double>[] numbers) => this.numbers = numbers;

    public int Count => numbers.Length;

    public IEnumerable<string> Keys => numbers.Select(number => number.Key);

    public IEnumerable<double> Values => numbers.Select(number => number.Value);

    public double this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no number '{key}'.");

    /// <summary>Numbers that are not known are left out.</summary>
    public static Evidence Of(params ReadOnlySpan<(string Name, double? Value)> numbers) => Join(None, numbers);

    /// <summary>The numbers that are there and these; numbers that are not known are left out.</summary>
    public static Evidence Join(IReadOnlyDictionary<string, double> first, params ReadOnlySpan<(string Name, double? Value)> more)
    {
        var known = 0;
        foreach (var (_, value) in more)
        {
            known += value is null ? 0 : 1;
        }

        var all = new KeyValuePair<string, double>[first.Count + known];
        var next = 0;
        foreach (var number in first)
        {
            all[next++] = number;
        }

        foreach (var (name, value) in more)
        {
            if (value is { } number)
            {
                all[next++] = new(name, SixDecimals.Of(number));
            }
        }

        return new Evidence(all);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        foreach (var number in numbers)
        {
            if (number.Key == key)
            {
                value = number.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, double>>)numbers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Evidence? other) => other is not null && numbers.AsSpan().SequenceEqual(other.numbers);

    public override bool Equals(object? obj) => Equals(obj as Evidence);

    public override int GetHashCode() => numbers.Aggregate(17, (hash, number) => HashCode.Combine(hash, number.Key, number.Value));
}
