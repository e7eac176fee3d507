using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal;

/// <summary>A noun with rules. It remembers what happened to it; <see cref="Data.PortalDb"/> writes that in the journal when it saves.</summary>
public abstract class Aggregate
{
    private readonly List<Note> _notes = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Grows by one with each save; what a form was filled from is compared with it.</summary>
    public int Version { get; internal set; }

    internal bool HasNotes => _notes.Count > 0;

    internal IReadOnlyList<Note> TakeNotes()
    {
        Note[] taken = [.. _notes];
        _notes.Clear();
        return taken;
    }

    protected void Record(Verb verb, Actor by, DateTimeOffset at, params ReadOnlySpan<(string Key, object? Value)> facts) =>
        _notes.Add(new(verb, by.Id, at, HappeningData.Write(verb, facts)));

    internal readonly record struct Note(Verb Verb, Guid ActorId, DateTimeOffset At, string Data);
}
