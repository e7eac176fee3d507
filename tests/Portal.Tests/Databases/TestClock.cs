namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>A clock that a test sets. It only stands; timers run by real time.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
