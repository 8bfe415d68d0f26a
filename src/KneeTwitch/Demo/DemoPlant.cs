namespace KneeTwitch.Demo;

/// <summary>A pattern planted in the invented months.</summary>
/// <param name="Factor">Id of the rule that must find it.</param>
/// <param name="What">In words for people.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">The last day on which it may be found.</param>
internal sealed record DemoPlant(string Factor, string What, DateOnly From, DateOnly To)
{
    internal bool Holds(DateOnly day) => day >= From && day <= To;
}
