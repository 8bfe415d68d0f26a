namespace KneeTwitch.Commands;

/// <summary>Where a waiting command learns that its analysis is through.</summary>
internal sealed class AnalysisEnd
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Succeed() => ended.TrySetResult();

    internal void Fail(string why) => ended.TrySetException(new CommandException($"The analysis failed: {why} Run it again with --verbose for the details."));

    internal Task WaitAsync(CancellationToken cancel) => ended.Task.WaitAsync(cancel);
}
