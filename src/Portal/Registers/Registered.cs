using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Registers;

/// <summary>
/// A record of a register: a sage, a plot, a centre. It is written, sent, checked by somebody who did not write it, and accepted by the office.
/// What readers see is what was accepted last.
/// </summary>
public abstract partial class Registered : Aggregate
{
    /// <summary>Lasting name in files; not shown. A record that was born in the Studio has its id there.</summary>
    public string Key { get; protected init; } = "";

    /// <summary>Register number, drawn at the first acceptance; <c>null</c> before.</summary>
    public string? Number { get; private set; }

    public string Name { get; protected set; } = "";

    public string SortKey { get; protected set; } = "";

    /// <summary>What two spellings of the name share, without titles: for finding, and for duplicates.</summary>
    public string NameKey { get; protected set; } = "";

    /// <summary>Official code of the place; six digits, a tambon, unless an old file said less.</summary>
    public string AreaCode { get; protected set; } = "";

    /// <summary>State of the latest wording.</summary>
    public CheckState State { get; private set; }

    /// <summary>Whether it was ever accepted: only then anything of it can be public.</summary>
    public bool IsAccepted { get; private set; }

    public int RevisionNumber { get; private set; }

    /// <summary>Form definition of the latest wording; empty for a file of a portal without forms.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Completeness of the latest wording, 0–100.</summary>
    public int Percent { get; private set; }

    /// <summary>Codes of the fields that are missing for 100.</summary>
    public List<string> Missing { get; private set; } = [];

    /// <summary>Who entered the record first.</summary>
    public Guid CreatorId { get; private set; }

    /// <summary>Who wrote since the last acceptance; none of them checks or accepts.</summary>
    public List<Guid> WriterIds { get; private set; } = [];

    public Guid? CheckerId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Letter of the register in its numbers.</summary>
    public abstract string Letter { get; }

    public abstract FormKind Form { get; }

    /// <summary>Whether there is a wording that was not accepted yet beside the one that was.</summary>
    public abstract bool HasDraft { get; }

    /// <summary>Area of the latest wording; another one than <see cref="AreaCode"/> while a move waits to be accepted.</summary>
    public abstract string LatestArea { get; }

    protected abstract RegisterVerbs Happenings { get; }

    /// <summary>Notes how complete the latest wording is, where that changed. Call after each change of the record or of what counts beside it.</summary>
    internal void Assess(Completeness found, Actor by, DateTimeOffset now)
    {
        if (Percent == found.Percent && Missing.SequenceEqual(found.Missing))
        {
            return;
        }

        (Percent, Missing) = (found.Percent, [.. found.Missing]);
        Record(Happenings.Assessed, by, now, ("area", AreaCode), ("percent", Percent), ("missing", Missing));
    }

    /// <summary>Takes over a number given out elsewhere.</summary>
    internal void TakeNumber(string number) => Number = number;

    /// <summary>A record that comes from another portal goes on as it is known there: same number, next wording after the one that was copied.</summary>
    /// <param name="number"><c>null</c> → it was not given one yet.</param>
    /// <param name="revision">Number of the wording that is about to be written.</param>
    internal void Resume(string? number, int revision, string area, Actor by) => (Number, RevisionNumber, AreaCode, CreatorId) = (number, revision - 1, area, by.Id);

    /// <summary>Whether the actor may change the record: who checks in the area, and who entered it.</summary>
    protected void Demand(Actor by, string area)
    {
        var isOwn = RevisionNumber == 0 || CreatorId == by.Id;
        if (!by.May(Permission.Check, area) && !(isOwn && by.May(Permission.Register, area)))
        {
            throw new PortalException("register.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกทะเบียนในพื้นที่นี้", "area");
        }
    }

    protected void Wrote(string area, string form, Actor by, DateTimeOffset now, CheckState state)
    {
        if (RevisionNumber == 0)
        {
            CreatorId = by.Id;
        }

        RevisionNumber++;
        (FormKey, State, CheckerId, ChangedAt) = (form, state, null, JournalChain.Truncate(now));
        IsAccepted |= state == CheckState.Accepted;
        WriterIds = state == CheckState.Accepted ? [] : [.. WriterIds.Append(by.Id).Distinct()];
        // The area that the record counts in: a move waits to be accepted.
        Record(Happenings.Written, by, now, [("area", AreaCode), ("revision", RevisionNumber), ("state", state), .. WrittenFacts()]);
    }

    /// <summary>What the journal says of a wording beside that; the register's verb has to carry it.</summary>
    protected virtual IReadOnlyList<(string Key, object? Value)> WrittenFacts() => [];
}

/// <summary>What can happen to a record of a register.</summary>
public sealed record RegisterVerbs(Verb Written, Verb Assessed, Verb Submitted, Verb Returned, Verb Checked, Verb Accepted);
