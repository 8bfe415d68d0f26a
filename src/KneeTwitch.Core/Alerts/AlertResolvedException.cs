namespace KneeTwitch.Core.Alerts;

/// <summary>The wearer asked something of an alert whose life is over.</summary>
public sealed class AlertResolvedException(string alertId)
    : InvalidOperationException($"Alert {alertId} is already resolved. It opens again by itself if the pattern comes back.")
{
    public string AlertId { get; } = alertId;
}
