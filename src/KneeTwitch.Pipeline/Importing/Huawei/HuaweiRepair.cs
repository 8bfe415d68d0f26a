using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Huawei;

/// <summary>Leaves the <c>"partTimeMap":{...}</c> out of a JSON text: in many exports its keys have no quotes, which makes the file no JSON.</summary>
internal sealed class HuaweiRepair(Stream inner) : ForwardStream(inner)
{
    private readonly byte[] buffer = new byte[1 << 14];
    private readonly Queue<byte> ready = new();
    private readonly List<byte> held = [];
    private State state;

    private enum State
    {
        Outside,
        AfterName,
        InMap,
        AfterMap,
    }

    private static ReadOnlySpan<byte> Name => "\"partTimeMap\""u8;

    internal static ExportEntry Of(ExportEntry entry) =>
        new(entry.Path, entry.Length, async cancel => new HuaweiRepair(await entry.OpenAsync(cancel)));

    public override int Read(Span<byte> buffer)
    {
        while (ready.Count == 0)
        {
            var read = Inner.Read(this.buffer);
            if (read == 0)
            {
                Release();
                break;
            }

            Take(this.buffer.AsSpan(0, read));
        }

        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (ready.Count == 0)
        {
            var read = await Inner.ReadAsync(this.buffer, cancellationToken);
            if (read == 0)
            {
                Release();
                break;
            }

            Take(this.buffer.AsSpan(0, read));
        }

        return Give(buffer.Span);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            switch (state)
            {
                case State.InMap:
                    state = letter == '}' ? State.AfterMap : State.InMap;
                    break;
                case State.AfterMap when letter is (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    state = letter == ',' ? State.Outside : State.AfterMap;
                    break;
                case State.AfterName when letter == '{':
                    held.Clear();
                    state = State.InMap;
                    break;
                case State.AfterName when letter is (byte)':' or (byte)' ' && held.Count < Name.Length + 8:
                    held.Add(letter);
                    break;
                default:
                    Outside(letter);
                    break;
            }
        }
    }

    private void Outside(byte letter)
    {
        if (state is not State.Outside || letter != Name[held.Count])
        {
            Release();
        }

        state = State.Outside;
        if (letter != Name[held.Count])
        {
            ready.Enqueue(letter);
            return;
        }

        held.Add(letter);
        state = held.Count == Name.Length ? State.AfterName : State.Outside;
    }

    private void Release()
    {
        foreach (var letter in held)
        {
            ready.Enqueue(letter);
        }

        held.Clear();
    }

    private int Give(Span<byte> into)
    {
        var count = 0;
        while (count < into.Length && ready.TryDequeue(out var letter))
        {
            into[count++] = letter;
        }

        return count;
    }
}
