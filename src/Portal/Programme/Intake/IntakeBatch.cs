using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>
/// A sheet on its way into a register: pasted or sent as a file, looked at row by row, accepted, and taken back if need be. Its rows hold what
/// was typed, which is personal data: they are for who checks in the area and who sent them, and go a month after they were last used.
/// </summary>
public sealed class IntakeBatch : Aggregate
{
    public const int MostRows = 5_000;

    private IntakeBatch() { }

    public FormKind Register { get; private init; }

    /// <summary>Official code of the district that the rows belong to, or of the province.</summary>
    public string AreaCode { get; private init; } = "";

    public Guid CreatorId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>When somebody last did something with it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public IntakeState State { get; private set; } = IntakeState.Taking;

    /// <summary>Headings of the sheet's columns, as typed.</summary>
    public IReadOnlyList<string> Header { get; private init; } = [];

    /// <summary>What each column holds, by the code of its field; empty → the column is left out.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Who set going what is under way.</summary>
    public Guid RunnerId { get; private set; }

    /// <summary>Rows that the present run has dealt with.</summary>
    public int Run { get; private set; }

    /// <summary>Whether the portal has something to do with it by itself.</summary>
    public bool IsUnderWay => State is IntakeState.Judging or IntakeState.Writing or IntakeState.Undoing;

    public static IntakeBatch Begin(Guid id, FormKind register, string area, IReadOnlyList<string> header, Actor by, DateTimeOffset now) => new()
    {
        Id = id, Register = register, AreaCode = area, CreatorId = by.Id, At = JournalChain.Truncate(now), ChangedAt = JournalChain.Truncate(now), Header = header,
    };

    /// <summary>All rows are put away. With every column known they are looked at next, else somebody is asked first.</summary>
    internal void Taken(IReadOnlyList<string> columns, bool areSure, Actor by, DateTimeOffset now)
    {
        Columns = columns;
        Go(areSure ? IntakeState.Judging : IntakeState.Columns, by, now);
    }

    /// <summary>Somebody said which column is which; what was found out before no longer holds.</summary>
    internal void Map(IReadOnlyList<string> columns, Actor by, DateTimeOffset now)
    {
        if (State is not (IntakeState.Columns or IntakeState.Judging or IntakeState.Reviewing))
        {
            throw Late();
        }

        Columns = columns;
        Go(IntakeState.Judging, by, now);
    }

    internal void Judged(int rows, Actor by, DateTimeOffset now)
    {
        Go(IntakeState.Reviewing, by, now);
        Tell(Verbs.IntakeRead, rows, by, now);
    }

    internal void BeginWriting(Actor by, DateTimeOffset now)
    {
        if (State is not (IntakeState.Reviewing or IntakeState.Writing or IntakeState.Done))
        {
            throw Late();
        }

        if (State == IntakeState.Reviewing)
        {
            Go(IntakeState.Writing, by, now);
        }
    }

    /// <summary>Good rows went in.</summary>
    internal void Advance(int rows) => Run += rows;

    /// <param name="isOpen">Whether there are rows about which somebody has to do something.</param>
    internal void EndWriting(bool isOpen, Actor by, DateTimeOffset now)
    {
        var written = Run;
        Go(isOpen ? IntakeState.Reviewing : IntakeState.Done, by, now);
        if (written > 0)
        {
            Tell(Verbs.IntakeAccepted, written, by, now);
        }
    }

    internal void BeginUndoing(Actor by, DateTimeOffset now)
    {
        if (State is not (IntakeState.Reviewing or IntakeState.Done or IntakeState.Undoing))
        {
            throw Late();
        }

        if (State != IntakeState.Undoing)
        {
            Go(IntakeState.Undoing, by, now);
        }
    }

    internal void EndUndoing(Actor by, DateTimeOffset now)
    {
        var undone = Run;
        Go(IntakeState.Undone, by, now);
        Tell(Verbs.IntakeUndone, undone, by, now);
    }

    /// <summary>What is under way cannot go on.</summary>
    internal void Halt(DateTimeOffset now)
    {
        if (IsUnderWay)
        {
            (State, ChangedAt) = (IntakeState.Reviewing, JournalChain.Truncate(now));
        }
    }

    /// <summary>Somebody put a row right or said what it is.</summary>
    internal void Touch(bool isOpen, DateTimeOffset now)
    {
        if (State is not (IntakeState.Reviewing or IntakeState.Done))
        {
            throw Late();
        }

        (State, ChangedAt) = (isOpen ? IntakeState.Reviewing : IntakeState.Done, JournalChain.Truncate(now));
    }

    private void Go(IntakeState state, Actor by, DateTimeOffset now) => (State, RunnerId, Run, ChangedAt) = (state, by.Id, 0, JournalChain.Truncate(now));

    private void Tell(Verb verb, int rows, Actor by, DateTimeOffset now) => Record(verb, by, now, ("register", Register), ("area", AreaCode), ("rows", rows));

    private PortalException Late() => new("intake.state", $"ตารางชุดนี้ {State.Name()} อยู่ โปรดดูสถานะล่าสุด");

    private sealed class Config : IEntityTypeConfiguration<IntakeBatch>
    {
        public void Configure(EntityTypeBuilder<IntakeBatch> batch)
        {
            batch.ToTable("IntakeBatches");
            batch.HasIndex(b => new { b.CreatorId, b.At });
            batch.HasIndex(b => new { b.Register, b.AreaCode });
            batch.HasIndex(b => b.State);
            batch.Property(b => b.Header).HasJsonConversion();
            batch.Property(b => b.Columns).HasJsonConversion();
            batch.HasMany<IntakeRow>().WithOne().HasForeignKey(r => r.BatchId);
        }
    }
}
