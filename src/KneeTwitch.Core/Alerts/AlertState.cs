namespace KneeTwitch.Core.Alerts;

/// <summary>Where an alert is in its life. A reopened alert is open again, with the reopening among its changes.</summary>
public enum AlertState : short
{
    Open = 0,
    Acknowledged = 1,
    Snoozed = 2,
    Resolved = 3,
}
