namespace KneeTwitch.Core.Alerts;

/// <summary>The wearer asked to hear later of an alert that must not be put off.</summary>
public sealed class AlertSpeaksAtOnceException(string alertId)
    : InvalidOperationException($"Alert {alertId} is a reason to talk to somebody and cannot be snoozed. Acknowledge it once it is read.")
{
    public string AlertId { get; } = alertId;
}
